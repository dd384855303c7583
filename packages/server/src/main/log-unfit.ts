import type { Logger } from "pino";
import type { Notice } from "../state/outbox.ts";

/** Names a notice that its own table refuses, and nobody is told: a bug. What it says stays out of the log. */
export function logUnfit(logger: Logger): (notice: Notice) => void {
  return ({ kind, sequence }) => logger.error({ kind, sequence }, "a notice does not fit its kind and is passed over");
}

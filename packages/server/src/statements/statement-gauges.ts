import { Gauge, type Registry } from "prom-client";
import type { StatementDesk } from "./statement-desk.ts";

const names = ["restrictions", "statements", "queued", "accepted", "refused", "withheld"] as const;

/** What the newest reconciliation came to; nothing before the first. */
export function addStatementGauges(registry: Registry, desk: Pick<StatementDesk, "newest">): void {
  const gauge = new Gauge({
    name: "breakwater_statements",
    help: "Of the newest reconciliation: restrictions = statements = accepted + queued",
    labelNames: ["what"],
    registers: [registry],
    collect: async () => {
      const newest = await desk.newest();
      if (newest !== null) for (const what of names) gauge.labels(what).set(newest[what]);
    },
  });
}

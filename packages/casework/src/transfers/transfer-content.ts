import { isOpaqueId } from "../kernel/ids.ts";
import type { Context } from "../kernel/machine.ts";
import { toRefusal, type Refusal } from "../kernel/outcome.ts";
import type { Instant } from "../kernel/time.ts";

/** What goes to another desk: one question, for one purpose, with the fewest fields, for a limited time. It may not be shared on. */
export type TransferContent = {
  readonly desk: string;
  readonly purpose: string;
  readonly question: string;
  /** Names of the case's fields that are shown. */
  readonly fields: readonly string[];
  readonly returnBy: Instant;
};

/** Longest time that a partner may keep what was shared. */
export const transferDaysMax = 90;
const dayMs = 86_400_000;

export function findTransferRefusal(content: TransferContent, { at, settings, related }: Context): Refusal | null {
  if (!isOpaqueId(content.desk) || !related.activeDesks.includes(content.desk)) return toRefusal("desk_not_active");
  if (content.purpose.trim() === "" || content.question.trim() === "") return toRefusal("reason_missing");
  if (content.fields.length === 0) return toRefusal("fields_missing");
  const foreign = content.fields.filter((field) => !settings.shareableFields.includes(field));
  if (foreign.length > 0) return toRefusal("field_not_shareable", foreign);
  const isInTime = content.returnBy > at && content.returnBy <= at + transferDaysMax * dayMs;
  return isInTime ? null : toRefusal("date_out_of_range", ["returnBy"]);
}

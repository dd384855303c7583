import type { DeterminationState, Instant, ObjectKind } from "@breakwater/casework";
import type { NoticeKind } from "@breakwater/contract";
import type { Outbox } from "../../state/outbox.ts";
import { toCorrectionStatus } from "../listing/to-listed.ts";
import type { StoredState } from "../store/casework-store.ts";

export type Told = { readonly kind: string; readonly data: unknown };

/**
 * By which kind open pages hear of an object. Of a determination they hear by its claim, and here what readers ask of it. Null: leads have
 * kinds of their own; the register has no list, and a record of reporters is named after whom it is about.
 */
const kinds: Readonly<Record<ObjectKind, NoticeKind | null>> = {
  lead: null,
  case: "case.changed",
  decision: "decision.changed",
  hold: "hold.changed",
  authority_request: "authority.changed",
  transfer: "transfer.changed",
  determination: "correction.changed",
  operation: "operation.changed",
  self_review: "review.changed",
  register_entry: null,
  reporter: null,
  victim_workspace: "workspace.changed",
  unmasking: "unmasking.changed",
  rule_version: "policy.changed",
  override: "policy.changed",
};

/** What the pages that show an object are told once it has changed. */
export function listDeskNotices({ object, id, state }: StoredState): readonly Told[] {
  const kind = kinds[object];
  if (kind === null) return [];
  const status = object === "determination" ? toCorrectionStatus(state as DeterminationState) : state.status;
  return status === "unasked" ? [] : [{ kind, data: { id, version: state.version, status } }];
}

/** That a job was taken, left, given on or asked for; which one, the queues say to those who work them. */
export async function tellOfJobs(outbox: Pick<Outbox, "append">, at: Instant): Promise<void> {
  await outbox.append("job.changed", {}, at);
}

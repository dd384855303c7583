import type { DeterminationEvent, DeterminationState, Settings, Verdict } from "@breakwater/casework";
import type { ReadModel } from "./projection/read-model.ts";
import type { CaseworkStore } from "./store/casework-store.ts";
import { openUnit } from "./desk/unit.ts";

/** What the registry decided about one of the operator's own determinations. */
export type DeterminationChange = {
  readonly id: string;
  readonly kind: "published" | "corrected" | "withdrawn";
  /** Of the registry's entry, from 1. */
  readonly number: number;
  readonly verdict: Verdict;
  readonly author: string;
  readonly reviewers: readonly string[];
  readonly reason: string;
  readonly by: string;
  readonly at: number;
};

export type RecordDetermination = (change: DeterminationChange) => Promise<void>;

/**
 * Writes down in casework what the registry decided, inside the unit that is open: so that the ledger commits to it and figures count it.
 * It judges nothing anew, and keeps no text: the registry is the one place of both. A withdrawal of what was never published is none.
 */
export function createDeterminationRecord(deps: {
  readonly store: CaseworkStore;
  readonly settings: Settings;
  readonly readModels: readonly ReadModel[];
}): RecordDetermination {
  return async ({ id, kind, number, verdict, author, reviewers, reason, by, at }) => {
    const unit = openUnit(deps);
    const { status }: DeterminationState = await unit.load("determination", id);
    if (kind === "withdrawn" && status !== "published" && status !== "corrected") return;
    const stamp = { at, by, as: "editor" } as const;
    const version = { number, verdict, text: "", rightOfReply: "", author, reviewers };
    const event: DeterminationEvent =
      kind === "withdrawn"
        ? { kind: "determination_withdrawn", reason, ...stamp }
        : kind === "corrected"
          ? { kind: "determination_corrected", version, reason, ...stamp }
          : { kind: "determination_published", version, ...stamp };
    await unit.append({ object: "determination", id, event });
    await unit.finish();
  };
}

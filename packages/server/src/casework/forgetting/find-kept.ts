import {
  addMonths,
  type CaseState,
  type DecisionState,
  type Instant,
  type LeadState,
  type ObjectKind,
  type Settings,
} from "@breakwater/casework";
import type { CaseworkStore } from "../store/casework-store.ts";
import type { ObjectName } from "./destroy-words.ts";

export type KeptOfCasework = {
  readonly kind: ObjectKind;
  readonly count: number;
  /** The object whose end is waited for, by its id. */
  readonly because: string;
  /** Null where nobody can say yet. */
  readonly until: Instant | null;
};

type World = { readonly store: CaseworkStore; readonly settings: Settings };

/** Why the words of an object have to stay for now, and until when; null where they may go. */
export async function findKeptUntil({ object, id }: ObjectName, world: World): Promise<KeptOfCasework | null> {
  const { store } = world;
  const state = (await store.readState(object, id))?.state;
  const keep = (because: string, until: Instant | null): KeptOfCasework => ({ kind: object, count: 1, because, until });
  if (state === undefined) return null;
  switch (object) {
    case "case":
      return toKept(state as CaseState, id, keep);
    case "decision": {
      const { opening } = state as DecisionState;
      if (opening === null) return null;
      const of = (await store.readState("case", opening.caseId))?.state as CaseState | undefined;
      return of === undefined ? null : toKept(of, opening.caseId, keep);
    }
    case "lead":
      return keepLead(state as LeadState, { id, keep }, world);
    default:
      // What holds, requests, registers and the like keep ends with themselves.
      return keep(id, null);
  }
}

type Keep = (because: string, until: Instant | null) => KeptOfCasework;

function toKept({ status, retainUntil, legalHold }: CaseState, id: string, keep: Keep): KeptOfCasework | null {
  if (status === "purged" || status === "absent") return null;
  return keep(id, legalHold === null ? retainUntil : null);
}

async function keepLead(
  { status, into, expiresAt, updatedAt, content }: LeadState,
  { id, keep }: { readonly id: string; readonly keep: Keep },
  { store, settings }: World,
): Promise<KeptOfCasework | null> {
  if (status === "lead_open" || status === "lead_returned") return keep(id, expiresAt);
  if (status === "lead_accepted" && into !== null) {
    const of = (await store.readState("case", into))?.state as CaseState | undefined;
    return of === undefined ? null : toKept(of, into, keep);
  }
  if (status === "lead_merged" && into !== null && into !== id) {
    const of = (await store.readState("lead", into))?.state as LeadState | undefined;
    const kept = of === undefined ? null : await keepLead(of, { id: into, keep }, { store, settings });
    if (kept !== null) return kept;
  }
  // Whoever reported may object to what became of it.
  const isNotice = content?.notice != null;
  const months = settings.appealWindowUninformedMonths + settings.retentionAfterAppealMonths;
  return isNotice ? keep(id, addMonths(updatedAt, months)) : null;
}

import {
  addMonths,
  type CaseState,
  type DecisionState,
  type HoldState,
  type Instant,
  type LeadState,
  type ObjectKind,
  type Settings,
  type StateOf,
} from "@breakwater/casework";
import type { CaseworkStore } from "../store/casework-store.ts";
import type { ObjectName } from "./destroy-words.ts";
import { endings, getKeptMonths } from "./endings.ts";

export type KeptOfCasework = {
  readonly kind: ObjectKind;
  readonly count: number;
  /** The object whose end is waited for, by its id. */
  readonly because: string;
  /** Null where nobody can say yet. */
  readonly until: Instant | null;
};

type World = { readonly store: CaseworkStore; readonly settings: Settings };
type Keep = (because: string, until: Instant | null) => KeptOfCasework;

/** Why the words of an object have to stay for now, and until when; null where they may go. */
export async function findKeptUntil({ object, id }: ObjectName, world: World): Promise<KeptOfCasework | null> {
  const state = (await world.store.readState(object, id))?.state;
  const keep: Keep = (because, until) => ({ kind: object, count: 1, because, until });
  if (state === undefined) return null;
  const hasEnded = endings[object]?.includes(state.status) ?? false;
  /** Whoever it is about, or sent it, may still object. */
  const objectUntil = addMonths(state.updatedAt, getKeptMonths(world.settings));
  switch (object) {
    case "case":
      return toKept(state as CaseState, id, keep);
    case "decision":
      return keepWithCase((state as DecisionState).opening?.caseId ?? null, keep, world);
    case "lead":
      return keepLead(state as LeadState, { id, keep, objectUntil }, world);
    case "transfer":
    case "self_review":
    case "unmasking":
      return hasEnded ? keepWithCase((state as StateOf<"transfer">).caseId, keep, world) : keep(id, null);
    case "hold":
      return keep(id, hasEnded ? objectUntil : (state as HoldState).endsAt);
    case "authority_request":
      return keep(id, hasEnded ? objectUntil : null);
    case "register_entry":
      return hasEnded ? null : keep(id, (state as StateOf<"register_entry">).expiresAt);
    case "victim_workspace":
      return hasEnded ? null : keep(id, null);
    default:
      // Records of reporters, and what the public reads.
      return keep(id, null);
  }
}

async function keepWithCase(caseId: string | null, keep: Keep, { store }: World): Promise<KeptOfCasework | null> {
  const of = caseId === null ? undefined : ((await store.readState("case", caseId))?.state as CaseState | undefined);
  return caseId === null || of === undefined ? null : toKept(of, caseId, keep);
}

function toKept({ status, retainUntil, legalHold }: CaseState, id: string, keep: Keep): KeptOfCasework | null {
  if (status === "purged" || status === "absent") return null;
  return keep(id, legalHold === null ? retainUntil : null);
}

async function keepLead(
  { status, into, expiresAt, content }: LeadState,
  { id, keep, objectUntil }: { readonly id: string; readonly keep: Keep; readonly objectUntil: Instant },
  world: World,
): Promise<KeptOfCasework | null> {
  if (status === "lead_open" || status === "lead_returned") return keep(id, expiresAt);
  if (status === "lead_accepted") return keepWithCase(into, keep, world);
  if (status === "lead_merged" && into !== null && into !== id) {
    const of = (await world.store.readState("lead", into))?.state as LeadState | undefined;
    const kept = of === undefined ? null : await keepLead(of, { id: into, keep, objectUntil }, world);
    if (kept !== null) return kept;
  }
  const isNotice = content?.notice != null;
  return isNotice ? keep(id, objectUntil) : null;
}

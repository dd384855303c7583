import type { FamilyName } from "@breakwater/engine";
import type { AuditItem } from "../audits/audit.ts";
import type { Preview } from "../previews/preview.ts";
import type { Rhythm } from "../rhythm/rhythm.ts";
import type { Shelf, Shelves } from "../state/shelf.ts";
import type { FamilyState, LeadDay, Observation } from "./detector-state.ts";
import type { Mark } from "./mark.ts";
import type { Verdict } from "./precision.ts";

/** How far the findings are taken in. */
export type Progress = { readonly takenTo: number; readonly detector: string };

/** All that detection keeps beside groups, by name. */
export type DetectionShelves = {
  readonly progress: Shelf<Progress>;
  /** The newest epoch's. */
  readonly rhythm: Shelf<Rhythm>;
  /** By fingerprint. */
  readonly observations: Shelf<Observation>;
  readonly families: Shelf<FamilyState>;
  readonly days: Shelf<LeadDay>;
  readonly marks: Shelf<Mark>;
  /** By lead. */
  readonly verdicts: Shelf<Verdict>;
  readonly previews: Shelf<Preview>;
  readonly audits: Shelf<AuditItem>;
};

export function openDetectionShelves(open: Shelves): DetectionShelves {
  return {
    progress: open("progress"),
    rhythm: open("rhythm"),
    observations: open("observation"),
    families: open("family"),
    days: open("day"),
    marks: open("mark"),
    verdicts: open("verdict"),
    previews: open("preview"),
    audits: open("audit"),
  };
}

/** Numbers as keys that sort as the numbers do. */
export function toSortableKey(value: number): string {
  return String(value).padStart(16, "0");
}

export async function listPaused(shelves: Pick<DetectionShelves, "families">): Promise<ReadonlySet<FamilyName>> {
  const families = await shelves.families.list();
  return new Set(families.filter(({ state }) => state === "paused").map(({ family }) => family));
}

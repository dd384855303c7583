import type { Entry } from "./entry.ts";
import { listGaps, type EntryGap } from "./gaps.ts";
import { peopleMin } from "./standing.ts";

/** `complete`: the text lacks something, and nobody can review it yet. */
export const nextStepKinds = ["complete", "review", "publish", "adopt"] as const;

/** What an entry waits for before it is in force, and whose turn it is. */
export type NextStep = {
  readonly kind: (typeof nextStepKinds)[number];
  /** How many people more have to do that. */
  readonly people: number;
  /** Who has had their turn. */
  readonly notBy: readonly string[];
  readonly gaps: readonly EntryGap[];
};
/** Null where nobody has to do anything. */
export function findNextStep(entry: Entry): NextStep | null {
  const { origin, status, authors, reviewers, adoptedBy } = entry;
  if (origin === "imported") {
    const isOpen = (status === "published" || status === "corrected") && adoptedBy.length < peopleMin;
    return isOpen ? { kind: "adopt", people: peopleMin - adoptedBy.length, notBy: adoptedBy, gaps: [] } : null;
  }
  if (status !== "draft" && status !== "reviewed") return null;
  const gaps = listGaps(entry);
  if (gaps.length > 0) return { kind: "complete", people: 1, notBy: [], gaps };
  if (status === "reviewed") return { kind: "publish", people: 1, notBy: [], gaps: [] };
  const people = peopleMin - 1 - reviewers.length;
  return { kind: "review", people, notBy: [...authors.slice(0, 1), ...reviewers], gaps: [] };
}

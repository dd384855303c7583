import type { Instant } from "../kernel/time.ts";
import type { PlacedAct } from "./act.ts";
import { noteCase, openCase, type CaseFile } from "./note-case.ts";
import { noteDecision, openDecision, type DecisionFile } from "./note-decision.ts";
import { noteLead, openLead, type LeadFile } from "./note-lead.ts";
import { noteSide, openSide, type SideFile } from "./note-side.ts";
import type { Write } from "./series.ts";

/** What figures remember of one object: a few code words and times. */
export type File = LeadFile | CaseFile | DecisionFile | SideFile;
type Find = (key: string | null) => File | null;

export type Book = {
  /** Acts in the order in which they were recorded. */
  readonly take: (act: PlacedAct) => void;
  readonly objects: () => number;
  /** When the newest act happened; null before the first. */
  readonly newest: () => Instant | null;
};

/** Reads acts and writes what there is to count of them. Cost of an act: constant; memory: some hundred bytes for each object. */
export function createBook(write: Write): Book {
  const files = new Map<string, File>();
  let newest: Instant | null = null;
  const find: Find = (key) => (key === null ? null : (files.get(key) ?? null));
  return {
    take: (act) => {
      newest = newest === null ? act.at : Math.max(newest, act.at);
      let file = files.get(act.key);
      if (file === undefined) files.set(act.key, (file = open(act, find)));
      switch (file.kind) {
        case "lead":
          return noteLead(file, act, write);
        case "case":
          return noteCase(file, act, write);
        case "decision":
          return noteDecision(file, act, write);
        case "side":
          return noteSide(file, act, write);
      }
    },
    objects: () => files.size,
    newest: () => newest,
  };
}

function open(act: PlacedAct, find: Find): File {
  const origin = find(act.origin);
  switch (act.kind) {
    case "lead_opened":
      return openLead(act);
    case "case_opened":
      return openCase(act, origin?.kind === "lead" ? origin : null);
    case "decision_opened":
      return openDecision(act, origin?.kind === "case" ? origin : null);
    default:
      return openSide(act);
  }
}

import { createHash } from "node:crypto";
import { createVerdictReader, type VerdictReader } from "@breakwater/claims";
import type { Source } from "@breakwater/intake";
import type { ClaimDesk } from "../desk/claim-desk.ts";
import type { ImportReport, Rejection } from "../store/claim-store.ts";
import { readItems, type ImportItem } from "./read-items.ts";

export type ImportOptions = Pick<ImportReport, "id" | "by" | "at" | "name"> & {
  /** Entries taken over in one unit of work. Others wait for it: 50 take about 15 ms. */
  readonly batch?: number;
};

type EntryItem = Extract<ImportItem, { kind: "entry" }>;

/** Rejections that are kept with their reason; more are counted. */
export const rejectionsMax = 10_000;

/**
 * Takes a whole file into the registry. Whatever it says of its own standing is not believed: every entry is an import that nobody here
 * has adopted. What cannot be used is kept with its position and reasons, and the rest goes on; importing again changes nothing where
 * nothing changed, so a file whose import broke off is sent again whole. Rejects as reading `source` does. Cost: about 0.3 ms an entry.
 */
export async function importEntries(
  desk: Pick<ClaimDesk, "takeImports" | "keepImport">,
  source: Source,
  { id, by, at, name, batch = 50 }: ImportOptions,
): Promise<{
  readonly report: ImportReport;
  readonly rejections: readonly Rejection[];
  readonly unknownVerdicts: ReturnType<VerdictReader["listUnknown"]>;
}> {
  const counts = { records: 0, added: 0, updated: 0, unchanged: 0, rejected: 0, leftOut: 0 };
  const rejections: Rejection[] = [];
  const verdicts = createVerdictReader();
  const seen = new Map<string, string>();
  let waiting: EntryItem[] = [];

  const putAside = (rejection: Rejection): void => {
    if (rejection.what === "rejected") counts.records += 1;
    counts[rejection.what === "rejected" ? "rejected" : "leftOut"] += 1;
    if (rejections.length < rejectionsMax) rejections.push(rejection);
  };
  const reject = ({ position, excerpt, entry }: EntryItem, code: string): void =>
    putAside({ position, excerpt, what: "rejected", id: entry.id, reasons: [{ field: "id", code }] });
  const flush = async (): Promise<void> => {
    const items = waiting;
    waiting = [];
    if (items.length === 0) return;
    const outcomes = await desk.takeImports(
      items.map(({ entry }) => entry),
      { import: id, by, at },
    );
    for (const [i, item] of items.entries()) {
      const outcome = outcomes[i] ?? "unchanged";
      if (outcome !== "added" && outcome !== "updated" && outcome !== "unchanged") reject(item, outcome);
      else {
        counts.records += 1;
        counts[outcome] += 1;
      }
    }
  };

  for await (const item of readItems(source, verdicts)) {
    if (item.kind === "aside") {
      putAside(item.rejection);
      continue;
    }
    const digest = createHash("sha256").update(JSON.stringify(item.entry)).digest("base64");
    const earlier = seen.get(item.entry.id);
    if (earlier !== undefined && earlier !== digest) reject(item, "duplicate_id");
    else {
      seen.set(item.entry.id, digest);
      waiting.push(item);
    }
    if (waiting.length >= batch) await flush();
  }
  await flush();
  const report = { id, at, by, name, ...counts };
  const inOrder = rejections.toSorted((a, b) => a.position - b.position);
  await desk.keepImport(report, inOrder);
  return { report, rejections: inOrder, unknownVerdicts: verdicts.listUnknown() };
}

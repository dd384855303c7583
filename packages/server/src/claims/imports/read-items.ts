import { importValue, listJsonLd, type Entry, type ParsedEntry, type VerdictReader } from "@breakwater/claims";
import { defaultIntakeLimits, maskIdentifiers, readRecords, type RawRecord, type Source } from "@breakwater/intake";
import type { Rejection } from "../store/claim-store.ts";

type Place = Pick<Rejection, "position" | "excerpt">;

/** An entry as somebody's file has it, or what of the file is none, with its place. */
export type ImportItem =
  | (Place & { readonly kind: "entry"; readonly entry: Entry })
  | { readonly kind: "aside"; readonly rejection: Rejection };

const excerptUnitsMax = 240;
/** A feed is one JSON value, however long; it is held in memory whole. */
const limits = { ...defaultIntakeLimits, recordBytesMax: 32 << 20 };

/** The entries of a file of fact-checks, in the order of the file: NDJSON, JSON, CSV or pages, of ClaimReview, Google or our own export. */
export async function* readItems(source: Source, verdicts: VerdictReader): AsyncIterable<ImportItem> {
  const importing = { map: new Map(), verdicts };
  for await (const raw of readRecords(source, { limits })) {
    const place = { position: raw.line, excerpt: maskIdentifiers(raw.excerpt.slice(0, excerptUnitsMax)).text };
    if (raw.kind === "broken") {
      yield putAside(place, null, [{ field: "", code: raw.reason }]);
      continue;
    }
    const parsed = parseRaw(raw, importing);
    if (parsed.length === 0) yield putAside(place, null, [{ field: "", code: "no_claim_review" }]);
    for (const each of parsed) {
      if (!each.ok) {
        yield putAside(place, null, each.faults);
        continue;
      }
      yield { ...place, kind: "entry", entry: each.entry };
      if (each.leftOut.length > 0) yield putAside(place, each.entry.id, each.leftOut);
    }
  }
}

/** Without an id: a record that is no entry. With one: fields that the entry goes without. */
function putAside(place: Place, id: string | null, reasons: Rejection["reasons"]): ImportItem {
  return { kind: "aside", rejection: { ...place, what: id === null ? "rejected" : "left_out", id, reasons } };
}

function parseRaw(
  raw: Exclude<RawRecord, { readonly kind: "broken" }>,
  importing: Parameters<typeof importValue>[1],
): readonly ParsedEntry[] {
  if (raw.kind === "row") return importValue(raw.value, { preset: "csv", ...importing });
  if (raw.kind === "value") return importValue(raw.value, importing);
  return listJsonLd(raw.html).flatMap((block): readonly ParsedEntry[] =>
    block.ok
      ? importValue(block.value, { ...importing, preset: "claimreview" })
      : [{ ok: false, faults: [{ field: "", code: "not_an_object" }] }],
  );
}

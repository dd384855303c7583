import { entryStatuses, type Entry } from "./entry.ts";
import { entryLimits } from "./entry-limits.ts";
import {
  isRecord,
  readDate,
  readItems,
  readSources,
  readText,
  readWord,
  readWordings,
  type Field,
  type FieldFault,
} from "./fields.ts";
import { verdicts } from "./verdict.ts";

export type ParsedEntry =
  | {
      readonly ok: true;
      readonly entry: Entry;
      /** Fields that could not be used and were left out; the entry stands without them. */
      readonly leftOut: readonly FieldFault[];
    }
  | { readonly ok: false; readonly faults: readonly FieldFault[] };

/**
 * One value, as JSON gives it, as an entry. `id`, `claim` and `verdict` are needed; every other field is optional, and one that cannot
 * be read is left out and named. Not so the time in which a claim holds: an entry that lost it would be matched too widely, so it is
 * refused. What says nothing of its origin is imported; an import that says nothing of its status was published, an own entry is a draft; a
 * status that we do not know makes a draft. Fields of other names are not looked at.
 */
export function parseEntry(value: unknown): ParsedEntry {
  if (!isRecord(value)) return { ok: false, faults: [{ field: "", code: "not_an_object" }] };
  const faults: FieldFault[] = [];
  const leftOut: FieldFault[] = [];
  const needed = <T>(name: string, field: Field<T>): T | undefined => {
    if (!field.ok) faults.push(field.fault);
    else if (field.value === undefined) faults.push({ field: name, code: "missing" });
    return field.ok ? field.value : undefined;
  };
  const optional = <T>(field: Field<T>, refused: FieldFault[] = leftOut): T | undefined => {
    if (!field.ok) refused.push(field.fault);
    return field.ok ? field.value : undefined;
  };
  const items = (name: string): readonly string[] => optional(readItems(name, value[name])) ?? [];
  const text = (name: string, unitsMax: number) => optional(readText(name, value[name], unitsMax));

  const id = needed("id", readText("id", value["id"], entryLimits.idUnitsMax));
  const claim = needed("claim", readText("claim", value["claim"], entryLimits.claimUnitsMax));
  const verdict = needed("verdict", readWord("verdict", value["verdict"], { words: verdicts, code: "not_a_verdict" }));
  const origin = optional(readWord("origin", value["origin"], { words: origins, code: "not_an_origin" })) ?? "imported";
  const status = readWord("status", value["status"], { words: entryStatuses, code: "not_a_status" });
  const unsaid = origin === "own" ? "draft" : "published";
  const title = text("title", entryLimits.titleUnitsMax);
  const explanation = text("explanation", entryLimits.explanationUnitsMax);
  const rightOfReply = text("rightOfReply", entryLimits.rightOfReplyUnitsMax);
  const url = text("url", entryLimits.itemUnitsMax);
  const date = optional(readDate("date", value["date"]));
  const validFrom = optional(readDate("validFrom", value["validFrom"]), faults);
  const validTo = optional(readDate("validTo", value["validTo"]), faults);
  const rest = {
    wordings: optional(readWordings("wordings", value["wordings"])) ?? [],
    sources: optional(readSources("sources", value["sources"])) ?? [],
    languages: items("languages"),
    regions: items("regions"),
    tags: items("tags"),
    media: items("media"),
    origin,
    authors: items("authors"),
    reviewers: items("reviewers"),
    adoptedBy: items("adoptedBy"),
    status: status.ok ? (status.value ?? unsaid) : "draft",
  } as const;
  if (!status.ok) leftOut.push(status.fault);
  if (id === undefined || claim === undefined || verdict === undefined || faults.length > 0)
    return { ok: false, faults };
  const entry: Entry = {
    id,
    claim,
    verdict,
    ...withPresent({ title, explanation, rightOfReply, url, date, validFrom, validTo }),
    ...rest,
  };
  if (countUnits(entry) > entryLimits.entryUnitsMax) return { ok: false, faults: [{ field: "", code: "too_long" }] };
  return { ok: true, entry, leftOut };
}

const origins: readonly Entry["origin"][] = ["own", "imported"];

type OptionalTexts = Pick<Entry, "title" | "explanation" | "rightOfReply" | "url" | "date" | "validFrom" | "validTo">;

/** Only what is there: a field that is absent is absent, not undefined. */
function withPresent(texts: Readonly<Record<keyof OptionalTexts, string | undefined>>): OptionalTexts {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined));
}

function countUnits(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce<number>((sum, each) => sum + countUnits(each), 0);
}

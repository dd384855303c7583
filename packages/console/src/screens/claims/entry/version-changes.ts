import type { claimEntry } from "@breakwater/contract";
import type { z } from "zod";

type Entry = z.infer<typeof claimEntry>;

/** Fields that make an entry's text, in the order in which they are read. */
export const textFields = [
  "claim",
  "verdict",
  "title",
  "explanation",
  "sources",
  "rightOfReply",
  "wordings",
  "url",
  "date",
  "validFrom",
  "validTo",
  "languages",
  "regions",
  "tags",
  "media",
] as const satisfies readonly (keyof Entry)[];
export type TextField = (typeof textFields)[number];

export type FieldChange = { readonly field: TextField; readonly before: string; readonly after: string };

/** The words of what stands in an entry as a code. */
export type CodeWords = {
  readonly verdict: Readonly<Record<Entry["verdict"], string>>;
  readonly kind: Readonly<Record<NonNullable<Entry["sources"][number]["kind"]>, string>>;
};

/** What a version changed in the text of the one before it; for the first, everything that it says. Absent fields read "". */
export function listChanges(before: Entry | null, after: Entry, words: CodeWords): readonly FieldChange[] {
  return textFields
    .map((field) => ({
      field,
      before: before === null ? "" : toLines(before, field, words),
      after: toLines(after, field, words),
    }))
    .filter((change) => change.before !== change.after);
}

function toLines(entry: Entry, field: TextField, words: CodeWords): string {
  switch (field) {
    case "verdict":
      return words.verdict[entry.verdict];
    case "sources":
      return entry.sources
        .map(({ text, kind, publisher, archive }) =>
          join([text, kind === undefined ? undefined : words.kind[kind], publisher, archive]),
        )
        .join("\n");
    case "wordings":
      return entry.wordings.map(({ text, date, source }) => join([text, date, source])).join("\n");
    default: {
      const value = entry[field] ?? "";
      return typeof value === "string" ? value : value.join("\n");
    }
  }
}

function join(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(" · ");
}

import fc from "fast-check";
import { entryStatuses, sourceKinds, type Entry, type EntrySource, type Wording } from "../entry.ts";
import { verdicts } from "../verdict.ts";

/** Texts that break naive writers: quotes, line ends, formulas, brackets, other scripts, emoji. */
const pieces = [
  "网传",
  "谣言",
  "a",
  "B c",
  '"',
  "'",
  ",",
  ";",
  "|",
  "\n",
  "\t",
  "=1+1",
  "-",
  "@",
  "[",
  "]",
  "{",
  "</script>",
  "<!--",
  "&amp;",
  "😀",
  "\\",
  "é",
  "שלום",
  "0",
];

export const arbitraryText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "grapheme", maxLength: 3 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) =>
    parts
      .join("")
      .replaceAll(/(?![\t\n])\p{Cc}/gu, "")
      .trim(),
  )
  .map((text) => (text === "" ? "x" : text));

const date = fc.constantFrom("2020", "2020-02", "2020-02-29", "2020-02-29T08:00:00+08:00", "2021-01-22T15:14:49.125Z");

export const arbitraryWording: fc.Arbitrary<Wording> = fc.record(
  { text: arbitraryText, date, source: arbitraryText },
  { requiredKeys: ["text"] },
);

const arbitrarySource: fc.Arbitrary<EntrySource> = fc.record(
  { text: arbitraryText, kind: fc.constantFrom(...sourceKinds), publisher: arbitraryText, archive: arbitraryText },
  { requiredKeys: ["text"] },
);

const items = fc.array(arbitraryText, { maxLength: 3 });

/** Any entry that `parseEntry` can return. */
export const arbitraryEntry: fc.Arbitrary<Entry> = fc.record(
  {
    id: fc.oneof(arbitraryText, fc.nat().map(String)),
    claim: arbitraryText,
    title: arbitraryText,
    wordings: fc.array(arbitraryWording, { maxLength: 3 }),
    verdict: fc.constantFrom(...verdicts),
    explanation: arbitraryText,
    sources: fc.array(arbitrarySource, { maxLength: 3 }),
    rightOfReply: arbitraryText,
    url: fc.constantFrom("https://desk.example/a?b=1&c=2#d", "https://谣言.example/", "file:///x"),
    validFrom: date,
    validTo: date,
    languages: items,
    regions: items,
    tags: items,
    media: items,
    origin: fc.constantFrom("own" as const, "imported" as const),
    authors: items,
    reviewers: items,
    adoptedBy: items,
    date,
    status: fc.constantFrom(...entryStatuses),
  },
  {
    requiredKeys: [
      "id",
      "claim",
      "wordings",
      "verdict",
      "sources",
      "languages",
      "regions",
      "tags",
      "media",
      "origin",
      "authors",
      "reviewers",
      "adoptedBy",
      "status",
    ],
  },
);

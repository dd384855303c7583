import type { Verdict } from "./verdict.ts";

export const entryStatuses = ["draft", "reviewed", "published", "corrected", "withdrawn"] as const;
export type EntryStatus = (typeof entryStatuses)[number];

/** One way in which a rumour was worded, as seen in the wild. */
export type Wording = {
  readonly text: string;
  /** When it was seen, ISO 8601. */
  readonly date?: string;
  /** Where it was seen: a page, a channel, a report. */
  readonly source?: string;
};

/** What a source is. A determination never rests on official statements alone. */
export const sourceKinds = [
  "document",
  "measurement",
  "witness",
  "expert",
  "press",
  "official_statement",
  "fact_check",
] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** Something on which a determination rests. */
export type EntrySource = {
  /** Its address, or what it is in words. */
  readonly text: string;
  readonly kind?: SourceKind;
  /** Who stands for it. Where it is left out and `text` is an address, the host stands for it. */
  readonly publisher?: string;
  /** Address of a kept copy. */
  readonly archive?: string;
};

/**
 * A determination in the registry: a checkable assertion, what was found about it, by whom and from which sources.
 * Field names are those of the NDJSON that people exchange.
 */
export type Entry = {
  readonly id: string;
  /** The assertion itself, one sentence or two. */
  readonly claim: string;
  readonly title?: string;
  readonly wordings: readonly Wording[];
  readonly verdict: Verdict;
  /** The debunk's own words. Compared apart and lightly: it repeats what it refutes. */
  readonly explanation?: string;
  /** On what the determination rests. */
  readonly sources: readonly EntrySource[];
  /** What was asked of whoever made the claim and what they said, or why that was not possible. */
  readonly rightOfReply?: string;
  /** Where everybody can read the determination. */
  readonly url?: string;
  /** The time that the claim is about, ISO 8601; a post outside it is at most suggested. */
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly languages: readonly string[];
  readonly regions: readonly string[];
  readonly tags: readonly string[];
  /** Hashes or addresses of pictures and films that carry the rumour. */
  readonly media: readonly string[];
  readonly origin: "own" | "imported";
  readonly authors: readonly string[];
  readonly reviewers: readonly string[];
  /** Editors of this registry who took over an imported entry. Three make it adopted. */
  readonly adoptedBy: readonly string[];
  /** When it was published, ISO 8601. */
  readonly date?: string;
  readonly status: EntryStatus;
};

type ListField = { [Name in keyof Entry]-?: Entry[Name] extends readonly unknown[] ? Name : never }[keyof Entry];

const listed: Readonly<Record<ListField, true>> = {
  wordings: true,
  sources: true,
  languages: true,
  regions: true,
  tags: true,
  media: true,
  authors: true,
  reviewers: true,
  adoptedBy: true,
};

/** Names of the fields that hold lists. */
export const listFields: ReadonlySet<string> = new Set(Object.keys(listed));

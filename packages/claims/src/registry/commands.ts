import type { Entry } from "./entry.ts";

/** What editors may write. Standing, origin and the names of people follow from what they do, and cannot be written. */
export const contentFields = [
  "claim",
  "title",
  "wordings",
  "verdict",
  "explanation",
  "sources",
  "rightOfReply",
  "url",
  "validFrom",
  "validTo",
  "languages",
  "regions",
  "tags",
  "media",
  "date",
] as const;
export type EntryContent = Pick<Entry, (typeof contentFields)[number]>;
/** `null` takes an optional field away. */
export type EntryChanges = {
  readonly [Name in keyof EntryContent]?: EntryContent[Name] | (undefined extends EntryContent[Name] ? null : never);
};

/**
 * What people can ask of the registry.
 *
 * ```
 * own:      add ─► draft ─ review ─► draft ─ review ─► reviewed ─ publish ─► published ─┐   (review and publish: `listGaps` is empty)
 *                    ▲ edit (reviews start anew)                                        │ correct (reviews start anew;
 *                    └──────────────────────────────────────────────────────────────────┘ what was published stays in force
 *                                                                                         until publish: corrected)
 * imported: import ─► published ─ adopt ×3 ─► adopted;  edit: adoptions start anew
 * any:      withdraw ─► withdrawn: readable, in force as withdrawn. Own entries come back by edit, reviews and publish.
 * ```
 */
export type RegistryCommand =
  | { readonly kind: "add"; readonly entry: Entry }
  /** Takes over an entry from elsewhere. One that is here already becomes a new version where it differs. */
  | { readonly kind: "import"; readonly entry: Entry }
  | { readonly kind: "edit"; readonly changes: EntryChanges; readonly reason?: string }
  | { readonly kind: "review" }
  | { readonly kind: "publish"; readonly url?: string; readonly date?: string }
  | { readonly kind: "correct"; readonly changes: EntryChanges; readonly reason: string }
  | { readonly kind: "adopt" }
  | { readonly kind: "withdraw"; readonly reason: string };

export type RegistryVerb = RegistryCommand["kind"];

export const refusalKinds = [
  "no_name",
  "no_reason",
  "not_an_entry",
  "unknown_entry",
  "id_taken",
  "id_is_own",
  "not_own",
  "not_imported",
  "withdrawn",
  "no_change",
  "already_published",
  "not_yet_published",
  "already_reviewed",
  "own_review",
  "two_reviews_needed",
  "no_public_url",
  "too_few_sources",
  "one_publisher",
  "official_only",
  "no_right_of_reply",
  "already_adopted",
] as const;
export type RegistryRefusal = (typeof refusalKinds)[number];

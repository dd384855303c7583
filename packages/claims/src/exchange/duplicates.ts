import type { Entry, EntrySource, Wording } from "../registry/entry.ts";
import { entryLimits } from "../registry/entry-limits.ts";
import { findDifference, toGist, type Difference, type Gist } from "./differences.ts";
import { findNearIdentical } from "./near-identical.ts";

/** Entries whose claims read alike, or the claim of one and a wording of the other; by their places in the list. */
export type Duplicate = {
  readonly a: number;
  readonly b: number;
  /** Jaccard index of the grams, 0 to 1. */
  readonly similarity: number;
  /** Why they are two entries all the same; null where they can be one. */
  readonly difference: Difference | null;
  /** One says false, the other true. */
  readonly isContradiction: boolean;
};

/** A changed character in twenty changes two of its bigrams on each side: an index of 0.81. Merging asks for more. */
export const duplicateSimilarityMin = 0.85;

export type Duplicates = {
  /** Each pair once, `a < b`. Of many equal texts, the pairs of the first with each other one. */
  readonly pairs: readonly Duplicate[];
  /** Texts that were like too many others to be compared with all. */
  readonly cutShort: number;
};

/** Texts that say the same in the same key form. */
type Same = {
  readonly gist: Gist;
  readonly owners: { readonly owner: number; readonly isClaim: boolean }[];
};

/** Entries that are the same rumour, as far as their texts tell. Cost: as `findNearIdentical`. */
export function findDuplicates(entries: readonly Entry[]): Duplicates {
  const texts = listTexts(entries);
  const found = new Map<string, Duplicate>();
  const keep = (one: number, other: number, pair: Omit<Duplicate, "a" | "b">) => {
    const [a, b] = [Math.min(one, other), Math.max(one, other)];
    const known = found.get(`${a} ${b}`)?.similarity ?? 0;
    if (a !== b && known < pair.similarity) found.set(`${a} ${b}`, { a, b, ...pair });
  };
  for (const { owners } of texts) {
    const claim = owners.find(({ isClaim }) => isClaim);
    if (claim === undefined) continue;
    for (const { owner } of owners)
      keep(claim.owner, owner, { similarity: 1, difference: null, isContradiction: false });
  }
  const near = findNearIdentical(
    texts.map(({ gist }) => gist.key),
    duplicateSimilarityMin,
  );
  for (const { a, b, similarity } of near.pairs) {
    const [one, other] = [texts[a], texts[b]];
    if (one === undefined || other === undefined) continue;
    const claim = one.owners.find(({ isClaim }) => isClaim);
    const otherClaim = other.owners.find(({ isClaim }) => isClaim);
    if (claim === undefined && otherClaim === undefined) continue;
    const difference = findDifference(one.gist, other.gist);
    const sides = [one.gist.side, other.gist.side];
    const isContradiction = difference === "verdict" && !sides.includes("open");
    const [ownerOfOne = 0, ownerOfOther = 0] = [claim ?? one.owners[0], otherClaim ?? other.owners[0]].map(
      (each) => each?.owner,
    );
    keep(ownerOfOne, ownerOfOther, { similarity, difference, isContradiction });
  }
  return { pairs: [...found.values()].sort((x, y) => x.a - y.a || x.b - y.b), cutShort: near.cutShort };
}

/** Every claim and wording, equal ones together. Texts of which nothing is left, such as emoji, are like nothing. */
function listTexts(entries: readonly Entry[]): readonly Same[] {
  const texts = new Map<string, Same>();
  for (const [owner, { claim, wordings, verdict }] of entries.entries()) {
    for (const [i, text] of [claim, ...wordings.map((wording) => wording.text)].entries()) {
      const gist = toGist({ text, verdict });
      if (gist.key === "") continue;
      const signature = [gist.key, gist.numbers, gist.negation, gist.side].join("\n");
      const same = texts.get(signature) ?? { gist, owners: [] };
      same.owners.push({ owner, isClaim: i === 0 });
      texts.set(signature, same);
    }
  }
  return [...texts.values()];
}

export type Merged = {
  readonly entries: readonly Entry[];
  /** For each entry that went into another: its id, and the other's. */
  readonly into: ReadonlyMap<string, string>;
};

/**
 * Makes one entry of those that can be one: the first of them, with the claims and wordings of the others as wordings. Every one that goes in is
 * near-identical to the first itself, never only to a third. What they said in other words is left out: keep the file.
 */
export function mergeDuplicates(entries: readonly Entry[], duplicates: readonly Duplicate[]): Merged {
  const keeperOf = new Map<number, number>();
  const others = new Map<number, Entry[]>();
  for (const { a, b, difference } of duplicates) {
    const [keeper, other] = [entries[a], entries[b]];
    if (difference !== null || keeper === undefined || other === undefined) continue;
    const merged = others.get(a) ?? [];
    if (keeperOf.has(a) || keeperOf.has(b) || others.has(b) || !canHold(keeper, merged, other)) continue;
    keeperOf.set(b, a);
    others.set(a, [...merged, other]);
  }
  const kept = entries.flatMap((entry, place) => (keeperOf.has(place) ? [] : [absorb(entry, others.get(place) ?? [])]));
  const into = [...keeperOf].map(([b, a]) => [entries[b]?.id ?? "", entries[a]?.id ?? ""] as const);
  return { entries: kept, into: new Map(into) };
}

function canHold(keeper: Entry, merged: readonly Entry[], other: Entry): boolean {
  const all = [keeper, ...merged, other];
  const texts = all.flatMap(({ claim, wordings }) => [claim, ...wordings.map(({ text }) => text)]);
  return texts.length <= entryLimits.wordingsMax && texts.join("").length < entryLimits.entryUnitsMax / 4;
}

function absorb(entry: Entry, others: readonly Entry[]): Entry {
  if (others.length === 0) return entry;
  const wordings = others.flatMap((other) => [toWording(other), ...other.wordings]);
  const texts = new Set([entry.claim]);
  const distinct = [...entry.wordings, ...wordings].filter(({ text }) => !texts.has(text) && texts.add(text));
  return {
    ...entry,
    wordings: distinct,
    sources: unionSources([
      ...entry.sources,
      ...others.flatMap(({ sources, url }) => [...(url === undefined ? [] : [{ text: url }]), ...sources]),
    ]),
    languages: union(
      entry.languages,
      others.flatMap(({ languages }) => languages),
    ),
    regions: union(
      entry.regions,
      others.flatMap(({ regions }) => regions),
    ),
    tags: union(
      entry.tags,
      others.flatMap(({ tags }) => tags),
    ),
    media: union(
      entry.media,
      others.flatMap(({ media }) => media),
    ),
  };
}

function toWording({ claim, date, url }: Entry): Wording {
  return { text: claim, ...(date === undefined ? {} : { date }), ...(url === undefined ? {} : { source: url }) };
}

function unionSources(sources: readonly EntrySource[]): readonly EntrySource[] {
  const texts = new Set<string>();
  return sources.filter(({ text }) => !texts.has(text) && texts.add(text)).slice(0, entryLimits.itemsMax);
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])].slice(0, entryLimits.itemsMax);
}

import type { ComposedItem } from "./proposal.ts";

/** What a bulk decision would do, counted before anybody approves it. */
export type BulkPreview = {
  readonly accounts: number;
  readonly byMeasure: Readonly<Record<string, number>>;
  readonly byRole: Readonly<Record<string, number>>;
  readonly byCategory: Readonly<Record<string, number>>;
};

export function previewItems(items: readonly ComposedItem[]): BulkPreview {
  return {
    accounts: items.length,
    byMeasure: tally(items.flatMap(({ measures }) => measures.map(({ type }) => type))),
    byRole: tally(items.map(({ role }) => role)),
    byCategory: tally(items.map(({ draft }) => draft.category)),
  };
}

function tally(words: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

/**
 * `size` of the accounts, drawn by the seed: the same seed gives the same sample, so that the draw can be checked. The seed comes from
 * the server, never from the proposer.
 */
export function drawSample(accounts: readonly string[], size: number, seed: number): readonly string[] {
  const left = [...accounts].sort();
  const drawn: string[] = [];
  let state = seed >>> 0;
  while (drawn.length < size && left.length > 0) {
    // A Weyl step and a finaliser: quality enough for a draw without replacement among at most 200.
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    drawn.push(...left.splice(((mixed ^ (mixed >>> 16)) >>> 0) % left.length, 1));
  }
  return drawn.sort();
}

/** The decisions of the first stage: those of the sampled accounts, which a second person looked at one by one. */
export function listFirstStage(items: readonly ComposedItem[], sample: readonly string[] | null): readonly string[] {
  return sample === null
    ? items.map(({ decision }) => decision)
    : items.filter(({ account }) => sample.includes(account)).map(({ decision }) => decision);
}

import type { LimitReached } from "../contract/findings.ts";
import type { SampleTable } from "../contract/table.ts";
import { isTelling } from "../text/index.ts";
import { listSampleLimits } from "./place-texts.ts";
import { createSampleIndex, defaultSampleOptions, type SampleIndexOptions } from "./sample-index.ts";

export type SampleOptions = Omit<SampleIndexOptions, "itemsMax" | "entriesMax" | "exactMax">;

/** Distinct normalised texts in canonical order, each with the time (ms) it was first seen. */
export type SampleInput = {
  readonly count: number;
  readonly normalised: readonly string[];
  readonly firstAt: Float64Array;
};

export type FoundSamples = {
  readonly table: SampleTable;
  readonly families: readonly TemplateFamily[];
  readonly limits: readonly LimitReached[];
};

/** Samples that are fillings of one template ("lost: NAME, AGE, at PLACE"): the same pattern, not the same text. Ascending. */
export type TemplateFamily = { readonly samples: readonly number[] };

/**
 * Clusters the distinct texts of a judged window. Texts that say too little to be a sample (see `weighText`) get -1.
 * The outcome depends on nothing but the texts, their order and the options. Cost: about 20 µs a text; about 0.7 kB of index for each.
 */
export function findSamples(texts: SampleInput, options: Partial<SampleOptions> = {}): FoundSamples {
  const telling = listTelling(texts);
  const settings = { ...defaultSampleOptions, ...options, ...sizesFor(texts, telling) };
  const index = createSampleIndex(settings);
  const sampleOfText = new Int32Array(texts.count).fill(-1);
  const representative: number[] = [];
  const links: (readonly [number, number])[] = [];
  for (const text of telling) {
    const { sample, templateOf } = index.add(texts.normalised[text] ?? "", texts.firstAt[text] ?? 0);
    sampleOfText[text] = sample;
    if (sample === representative.length) representative.push(text);
    if (templateOf >= 0) links.push([sample, templateOf]);
  }
  return {
    table: { count: index.count, sampleOfText, representative: Int32Array.from(representative) },
    families: gatherFamilies(links),
    limits: listSampleLimits(index.counts, settings),
  };
}

function listTelling(texts: SampleInput): readonly number[] {
  const telling: number[] = [];
  for (let text = 0; text < texts.count; text += 1) if (isTelling(texts.normalised[text] ?? "")) telling.push(text);
  return telling;
}

/** A closed file is held whole; its texts are distinct, so no exact text comes twice. */
function sizesFor(
  texts: SampleInput,
  telling: readonly number[],
): Pick<SampleIndexOptions, "itemsMax" | "entriesMax" | "exactMax"> {
  let entries = 0;
  for (const text of telling) entries += bandEntries + (texts.normalised[text] ?? "").length / 2;
  return { itemsMax: Math.max(1, telling.length), entriesMax: Math.ceil(entries), exactMax: 2 };
}

const bandEntries = 32;

/** Samples joined by template links, in groups of at least two. */
function gatherFamilies(links: readonly (readonly [number, number])[]): readonly TemplateFamily[] {
  const parents = new Map<number, number>();
  const rootOf = (sample: number): number => {
    let root = sample;
    for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent;
    return root;
  };
  for (const [sample, older] of links) {
    const [a, b] = [rootOf(sample), rootOf(older)];
    if (a !== b) parents.set(Math.max(a, b), Math.min(a, b));
  }
  const members = new Map<number, Set<number>>();
  for (const sample of links.flat()) {
    const root = rootOf(sample);
    members.set(root, (members.get(root) ?? new Set()).add(sample));
  }
  return [...members.values()]
    .map((samples) => ({ samples: [...samples].toSorted((a, b) => a - b) }))
    .toSorted((a, b) => (a.samples[0] ?? 0) - (b.samples[0] ?? 0));
}

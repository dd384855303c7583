import type { LimitReached } from "../contract/findings.ts";
import type { SampleTable } from "../contract/table.ts";
import type { FoundText, KeptText } from "./kept-texts.ts";
import { comparedUnitsMax } from "./probe.ts";
import { farBelow } from "./sample-index.ts";

export type PlaceOptions = { readonly wordingsMax: number; readonly stepsMax: number };

/** Puts texts into samples by what was found of them, in their order; the rules are those of `createSampleIndex`. */
export interface Placing {
  /** Whether the text at this place stands for its sample from now on. */
  place(place: number, found: FoundText): boolean;
  readonly wordingsCut: number;
  readonly table: SampleTable;
}

export function createPlacing(count: number, { wordingsMax, stepsMax }: PlaceOptions): Placing {
  const sampleOfText = new Int32Array(count).fill(-1);
  const steps = new Uint8Array(count);
  const wordings = new Uint8Array(count);
  const representative: number[] = [];
  let wordingsCut = 0;
  return {
    place(place, { match, similarity }) {
      if (match === null || match.place === -1) {
        sampleOfText[place] = representative.length;
        representative.push(place);
        return true;
      }
      sampleOfText[place] = sampleOfText[match.place];
      if (similarity >= farBelow) return false;
      if (wordings[match.place] >= wordingsMax || steps[match.place] >= stepsMax) {
        wordingsCut += 1;
        return false;
      }
      wordings[match.place] += 1;
      steps[place] = steps[match.place] + 1;
      return true;
    },
    get wordingsCut() {
      return wordingsCut;
    },
    get table() {
      return { count: representative.length, sampleOfText, representative: Int32Array.from(representative) };
    },
  };
}

export type LimitOptions = PlaceOptions & { readonly bucketMax: number; readonly candidatesMax: number };

/** What bounds cut, over all searches. */
export function sumLimits(
  texts: readonly KeptText[],
  wordingsCut: number,
  options: LimitOptions,
): readonly LimitReached[] {
  let [bucketsCut, candidatesCut, textsCut] = [0, 0, 0];
  for (const { found, normalised } of texts) {
    if (found === null) continue;
    bucketsCut += found.bucketsCut;
    if (found.isCut) candidatesCut += 1;
    if ((normalised ?? "").length > comparedUnitsMax) textsCut += 1;
  }
  return listSampleLimits({ bucketsCut, candidatesCut, textsCut, comparedUnitsMax, wordingsCut }, options);
}

export function listSampleLimits(
  counts: Readonly<Record<"bucketsCut" | "candidatesCut" | "textsCut" | "comparedUnitsMax" | "wordingsCut", number>>,
  options: { readonly bucketMax: number; readonly candidatesMax: number; readonly wordingsMax: number },
): readonly LimitReached[] {
  const reached: readonly LimitReached[] = [
    { limit: "bucketMax", value: options.bucketMax, times: counts.bucketsCut },
    { limit: "comparedTextsMax", value: options.candidatesMax, times: counts.candidatesCut },
    { limit: "comparedUnitsMax", value: counts.comparedUnitsMax, times: counts.textsCut },
    { limit: "wordingsMax", value: options.wordingsMax, times: counts.wordingsCut },
  ];
  return reached.filter(({ times }) => times > 0);
}

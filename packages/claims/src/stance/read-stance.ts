import { foldSigns } from "../text/fold-signs.ts";
import { findMarkers, type Marker, type MarkerKind } from "./markers.ts";

/** What a post does with a claim that it carries. */
export type Stance = "asserts" | "refutes" | "reports_penalty" | "asks";

export type StanceReading = {
  readonly stance: Stance;
  /** The words that decided, where they stand in the post. */
  readonly marker: Marker | null;
  /** A refuting word stands in the post, but not where the claim does: it may be about something else. */
  readonly isUnclear: boolean;
};

/** Up to this length a post speaks of one thing, and a marker anywhere in it counts. */
const shortUnits = 140;

const stances: readonly (readonly [MarkerKind, Stance])[] = [
  ["refutes", "refutes"],
  ["punishes", "reports_penalty"],
  ["asks", "asks"],
];

/**
 * Whether a post that carries a claim asserts it or speaks about it. A marker counts in a short post, and in a longer one where it
 * stands in a sentence that carries the claim, beside one, in the headline or in a hashtag. `matched`: the places of the claim in the post.
 */
export function readStance(
  text: string,
  matched: readonly { readonly from: number; readonly to: number }[],
): StanceReading {
  const markers = findMarkers(foldSigns(text));
  const sentences = listSentences(text);
  const carrying = new Set(
    sentences.flatMap(({ from, to }, i) => {
      const held = matched.reduce(
        (sum, span) => sum + Math.max(0, Math.min(span.to, to) - Math.max(span.from, from)),
        0,
      );
      return held >= carriedMin ? [i - 1, i, i + 1] : [];
    }),
  );
  carrying.add(0);
  const isNear = ({ from }: Marker): boolean => {
    if (text.length <= shortUnits || isInTag(text, from)) return true;
    return carrying.has(sentences.findIndex((sentence) => from >= sentence.from && from < sentence.to));
  };
  for (const [kind, stance] of stances) {
    const marker = markers.find((one) => one.kind === kind && isNear(one));
    if (marker !== undefined) return { stance, marker, isUnclear: false };
  }
  const far = markers.find(({ kind }) => kind === "refutes") ?? null;
  return { stance: "asserts", marker: far, isUnclear: far !== null };
}

/** Matched code units that make a sentence carry the claim. */
const carriedMin = 4;

function listSentences(text: string): readonly { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = [];
  let from = 0;
  for (const end of text.matchAll(/[。！？!?\n；;]+|\.(?=\s)/gu)) {
    const to = end.index + end[0].length;
    found.push({ from, to });
    from = to;
  }
  if (from < text.length) found.push({ from, to: text.length });
  return found;
}

function isInTag(text: string, at: number): boolean {
  const opened = text.slice(0, at).split("#").length - 1;
  return opened % 2 === 1 && text.indexOf("#", at) > 0 && text.indexOf("#", at) - at < 40;
}

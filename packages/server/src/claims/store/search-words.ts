import { foldSigns } from "@breakwater/claims";

/** Of each text so many code units can be found by search. */
export const searchedUnitsMax = 2000;
/** Words of a query beyond these are not looked at. */
const wordsMax = 16;

/**
 * The runs of letters and digits in a text, each sign folded by itself: compatibility forms, case, accents, Traditional characters.
 * As no sign's folding depends on its neighbours, a part of a text always folds to parts of the text's runs.
 */
export function foldRuns(text: string): readonly string[] {
  const runs: string[] = [];
  let run = "";
  for (const sign of text) {
    const folded = foldSign(sign);
    if (folded !== null) run += folded;
    else if (run !== "") {
      runs.push(run);
      run = "";
    }
  }
  if (run !== "") runs.push(run);
  return runs;
}

/**
 * A text as tokens for a full-text index: each two neighbours of a run, and its last sign alone, so that the index finds runs of any
 * length, two-character words included, by phrases (an index of triples finds none of two).
 */
export function toTokens(text: string): string {
  return foldRuns(text.slice(0, searchedUnitsMax)).flatMap(toPairs).join(" ");
}

/**
 * A query as an FTS5 expression over `toTokens`: texts that hold each of its words somewhere, also inside a longer one. Null where it
 * holds no letter and no digit.
 */
export function toMatch(query: string): string | null {
  const runs = foldRuns(query).slice(0, wordsMax);
  return runs.length === 0 ? null : runs.map(toPhrase).join(" AND ");
}

function toPhrase(run: string): string {
  const pairs = toPairs(run);
  // The run's last sign begins a pair wherever the text goes on, and stands alone where it ends.
  return pairs.length === 1 ? `"${pairs[0] ?? ""}" *` : `"${pairs.slice(0, -1).join(" ")}"`;
}

function toPairs(run: string): readonly string[] {
  const codes = Array.from(run, toCode);
  return codes.map((code, i) => code + (codes[i + 1] ?? ""));
}

/** Digits of a sign's code point. As tokens are ASCII it does not matter which signs the database takes for letters. */
function toCode(sign: string): string {
  return (sign.codePointAt(0) ?? 0).toString(36).padStart(codeDigits, "0");
}

const codeDigits = 4;

const known = new Map<string, string | null>();

/** Null for what is no letter and no digit; "" for marks, which leave their letter as it is. */
function foldSign(sign: string): string | null {
  const found = known.get(sign);
  if (found !== undefined) return found;
  const folded = foldSigns(sign).toLowerCase().normalize("NFKD").replaceAll(/\p{M}/gu, "").normalize("NFC");
  const kept = /^\p{M}+$/u.test(sign) ? "" : /^[\p{L}\p{N}]+$/u.test(folded) ? folded : null;
  known.set(sign, kept);
  return kept;
}

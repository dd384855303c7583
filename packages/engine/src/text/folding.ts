import { lookalikes } from "./lookalikes.ts";
import { simplifiedPairs } from "./tables/simplified.ts";

/** What a code unit becomes, where that is not simply another code unit. Private-use values: the text's own are dropped. */
export const fold = { drop: 0, separator: 0x20, expands: 0xe000, surrogate: 0xe001, composes: 0xe002 } as const;

/** The folding of the basic plane, and the strings of the few units that become several. */
export type Folding = { readonly units: Uint16Array; readonly expansions: ReadonlyMap<number, string> };

let built: Folding | undefined;

/**
 * One look-up per code unit does NFKC, lower case, accents off, Traditional to Simplified and look-alikes at once.
 * ASCII punctuation stays itself, because addresses and brackets are still to be read from it. Built at first use (about 30 ms).
 */
export function foldingTable(): Folding {
  built ??= buildFolding();
  return built;
}

/** The folding of one character outside the basic plane; empty when it is a tag or a variation selector. */
export function foldAstral(codePoint: number): string {
  if (codePoint >= 0xe0000) return "";
  if (codePoint >= 0x1f300 && codePoint <= 0x1fbff) return " ";
  return foldCharacter(String.fromCodePoint(codePoint), simplifiedMap());
}

function buildFolding(): Folding {
  const units = new Uint16Array(0x10000);
  const expansions = new Map<number, string>();
  const simplified = simplifiedMap();
  for (let code = 0; code < units.length; code += 1) {
    if (isHanOrHangul(code)) {
      units[code] = code;
      continue;
    }
    const character = String.fromCharCode(code);
    const special = findSpecial(code, character);
    if (special !== undefined) {
      units[code] = special;
      continue;
    }
    const folded = foldCharacter(character, simplified);
    if (folded.length === 1) units[code] = folded.charCodeAt(0);
    else {
      units[code] = fold.expands;
      expansions.set(code, folded);
    }
  }
  for (const [from, to] of simplified) units[from.charCodeAt(0)] = to.charCodeAt(0);
  return { units, expansions };
}

function isHanOrHangul(code: number): boolean {
  if (code >= 0x3131 && code <= 0x318e && code !== 0x3164) return true;
  return (code >= 0x3400 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7a3) || (code >= 0x2e80 && code <= 0x2ef3);
}

/** Controls and formats; the combining joiner, Hangul fillers, Mongolian and other variation selectors. */
const invisible = /\p{Cf}|\p{Cc}|\u034f|[\u115f\u1160]|[\u180b-\u180f]|[\u3164\uffa0]|[\ufe00-\ufe0f]/u;
const accent = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/u;
const accents = /[\u0300-\u036f]/gu;
const composing = /[\u1100-\u11ff\u3099\u309a\ua960-\ua97f\ud7b0-\ud7ff\uff9e\uff9f]/u;
const kept = /^[\p{L}\p{N}\p{M}]$/u;

function findSpecial(code: number, character: string): number | undefined {
  if (code >= 0xd800 && code <= 0xdfff) return fold.surrogate;
  if (code >= 0xe000 && code <= 0xf8ff) return fold.separator;
  if (code >= 0xffa1 && code <= 0xffdc) return fold.separator;
  if (/\s/u.test(character)) return fold.separator;
  if (invisible.test(character) || accent.test(character)) return fold.drop;
  return composing.test(character) ? fold.composes : undefined;
}

function foldCharacter(character: string, simplified: ReadonlyMap<string, string>): string {
  const compatible = character.normalize("NFKC").toLowerCase().normalize("NFKC");
  const plain = compatible.normalize("NFD").replace(accents, "").normalize("NFC");
  let folded = "";
  for (const one of plain) {
    const known = simplified.get(one) ?? lookalikes.get(one) ?? brackets.get(one) ?? one;
    // A part of a syllable alone (㉠) says nothing, and would be composed away a second time round.
    const isKept = kept.test(known) && !composing.test(known);
    folded += isKept || /[!-~]/.test(known) ? known : " ";
  }
  return folded;
}

/** Brackets that annotators put a reading into. */
const brackets: ReadonlyMap<string, string> = new Map([
  ["〔", "("],
  ["〕", ")"],
  ["【", "("],
  ["】", ")"],
  ["〈", "("],
  ["〉", ")"],
  ["⟨", "("],
  ["⟩", ")"],
]);

let simplifiedByCharacter: ReadonlyMap<string, string> | undefined;

function simplifiedMap(): ReadonlyMap<string, string> {
  simplifiedByCharacter ??= new Map(
    Array.from({ length: simplifiedPairs.length / 2 }, (_, i) => [
      simplifiedPairs.charAt(2 * i),
      simplifiedPairs.charAt(2 * i + 1),
    ]),
  );
  return simplifiedByCharacter;
}

import { normaliseText } from "@breakwater/engine/text";
import { verdicts, type Verdict } from "../registry/verdict.ts";
import { builtInVerdictTable } from "./verdict-table.ts";

/** A publisher's rating: words, or a number on a scale. */
export type Rating = {
  readonly words?: string | undefined;
  readonly value?: number | undefined;
  readonly best?: number | undefined;
  readonly worst?: number | undefined;
};

/** Reads ratings, and remembers the words that it did not know. */
export interface VerdictReader {
  read(rating: Rating): Verdict;
  /** Words that became `unproven` for want of a better, with how often, the most frequent first. */
  listUnknown(): readonly { readonly word: string; readonly times: number }[];
}

/** `words` stand before the built-in ones. */
export function createVerdictReader(words: ReadonlyMap<string, Verdict> = new Map()): VerdictReader {
  const table = new Map<string, Verdict>();
  for (const verdict of verdicts) table.set(toWordKey(verdict), verdict);
  for (const [word, verdict] of [...builtInWords(), ...words]) table.set(toWordKey(word), verdict);
  const unknown = new Map<string, number>();
  return {
    read: (rating) => {
      const found = findByWords(table, rating.words) ?? findOnScale(rating);
      if (found !== undefined) return found;
      const word = (rating.words ?? (rating.value === undefined ? "" : String(rating.value)))
        .trim()
        .slice(0, wordShownMax);
      if (unknown.has(word) || unknown.size < unknownMax) unknown.set(word, (unknown.get(word) ?? 0) + 1);
      return "unproven";
    },
    listUnknown: () =>
      [...unknown]
        .map(([word, times]) => ({ word, times }))
        .sort((a, b) => b.times - a.times || (a.word < b.word ? -1 : 1)),
  };
}

const wordShownMax = 80;
/** Words remembered; a registry that writes a sentence for each verdict has no more to say. */
const unknownMax = 10_000;

export type ParsedVerdictWords =
  | { readonly ok: true; readonly words: ReadonlyMap<string, Verdict> }
  | { readonly ok: false; readonly line: number; readonly text: string };

/**
 * A table that a person wrote: `word = verdict` a line, or `verdict: word, word`; `#` begins a note.
 *
 * @example
 * parseVerdictWords("Cinq Pinocchios = false\noutdated: 旧闻，老图");
 */
export function parseVerdictWords(text: string): ParsedVerdictWords {
  const words = new Map<string, Verdict>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const rule = line
      .replace(/^\uFEFF/, "")
      .replace(/(?:^|\s)#.*$/, "")
      .trim();
    if (rule === "") continue;
    const [, word = "", single] = /^(.*\S)\s*[=＝]\s*(\w+)$/.exec(rule) ?? [];
    const [, many, list = ""] = /^(\w+)\s*[:：]\s*(.+)$/.exec(rule) ?? [];
    const verdict = verdicts.find((one) => one === (single ?? many)?.toLowerCase());
    if (verdict === undefined) return { ok: false, line: index + 1, text: line };
    for (const each of single === undefined ? list.split(/[,，、]/) : [word]) words.set(each.trim(), verdict);
  }
  return { ok: true, words };
}

function builtInWords(): ReadonlyMap<string, Verdict> {
  const parsed = parseVerdictWords(builtInVerdictTable);
  if (!parsed.ok) throw new RangeError(`The built-in table of verdicts has a line that is none: ${parsed.text}`);
  return parsed.words;
}

function toWordKey(word: string): string {
  return normaliseText(word.replaceAll("_", " "));
}

/** The words as they are, or their first clause: "False. There is no such bridge." */
function findByWords(table: ReadonlyMap<string, Verdict>, words: string | undefined): Verdict | undefined {
  if (words === undefined || words.length > ratingUnitsMax) return undefined;
  const whole = table.get(toWordKey(words));
  if (whole !== undefined) return whole;
  const [clause = ""] = words.trim().split(/[.!,;:()–—。！，；：（）\n]/u);
  return clause === "" ? undefined : table.get(toWordKey(clause));
}

const ratingUnitsMax = 2000;

/**
 * A place between worst and best, as Google's guide reads its five steps: false, mostly false, half true, mostly true, true. Scales that
 * say nothing are 1 to 5, schema.org's default.
 */
function findOnScale({ value, best = 5, worst = 1 }: Rating): Verdict | undefined {
  if (value === undefined || best === worst) return undefined;
  const share = (value - worst) / (best - worst);
  if (!(share >= 0 && share <= 1)) return undefined;
  if (share <= 1 / 8) return "false";
  if (share <= 3 / 8) return "misleading";
  return share < 7 / 8 ? "mixed" : "true";
}

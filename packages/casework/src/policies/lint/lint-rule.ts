import { listPersonalData } from "../../statements/personal-data.ts";
import { listRuleTexts, type RuleContent, type RuleText } from "../rule-content.ts";
import { checkStructure, ruleLimits } from "./check-structure.ts";
import { findSound, findWord } from "./find-words.ts";
import type { LintCode, LintFinding } from "./lint-codes.ts";
import { plainReader, readText, type ReadText, type TextReader } from "./read-text.ts";
import { lintWordsEn } from "./words-en.ts";
import { lintWordsZh } from "./words-zh.ts";

const both = [lintWordsEn, lintWordsZh] as const;
const join = (pick: (lists: (typeof both)[number]) => readonly string[]): readonly string[] => both.flatMap(pick);

const listed = {
  topic: join(({ refuse }) => refuse.topic),
  stance: join(({ refuse }) => refuse.stance),
  target: join(({ refuse }) => refuse.target),
  sentiment: join(({ refuse }) => refuse.sentiment),
  spares_one_side: join(({ refuse }) => refuse.spares_one_side),
  topic_maybe: join(({ warn }) => warn.topic_maybe),
  vague: join(({ warn }) => warn.vague),
} as const;
const criticism = join((lists) => lists.criticism);
const authority = join((lists) => lists.authority);
const falsity = join((lists) => lists.falsity);
const determined = join((lists) => lists.determined);
const behaviour = join((lists) => lists.behaviour);
const unspeakable = [...listed.topic, ...listed.stance, ...listed.target, ...listed.sentiment];

/**
 * What is wrong with a rule: that it is about a subject, a side or somebody, instead of about what accounts do; or that a part is
 * missing without which nobody can hold to it. Words of both languages are looked for in every text, in whatever script they hide. It
 * reads words, not meaning: a rule that passes is still read by a second person. Cost: the texts times the lists, a few milliseconds.
 */
export function lintRule(content: RuleContent, reader: TextReader = plainReader): readonly LintFinding[] {
  const structure = checkStructure(content);
  // Nothing can be read out of what has no form.
  if (structure.some(({ code }) => code === "malformed" || code === "field_unknown")) return structure;
  const texts = listRuleTexts(content);
  return [...structure, ...texts.flatMap((text) => lintText(text, reader)), ...lintWhole(content, texts, reader)];
}

/** Both lists together, each finding once: what anybody found counts. */
export function joinFindings(...lists: readonly (readonly LintFinding[])[]): readonly LintFinding[] {
  const found = new Map(lists.flat().map((one) => [JSON.stringify([one.code, one.where]), one]));
  return [...found.values()];
}

function lintText(item: RuleText, reader: TextReader): readonly LintFinding[] {
  const { where, part, text } = item;
  const toFinding = (code: LintCode, word: string | null = null): LintFinding => ({ code, where, word });
  if (text.trim() === "") return [toFinding("text_missing")];
  const most = part === "title" ? ruleLimits.title : part === "text" ? ruleLimits.text : ruleLimits.line;
  const read = readText(text, reader);
  const find = (code: keyof typeof listed): readonly LintFinding[] => {
    const word = findWord(read, listed[code], reader);
    return word === null ? [] : [toFinding(code, word)];
  };
  const sounded = findSound(read, unspeakable, reader);
  return [
    ...(text.length > most ? [toFinding("text_long")] : []),
    ...(isDisguised(item) ? [toFinding("script_foreign")] : []),
    ...(listPersonalData(text).length > 0 ? [toFinding("personal_data")] : []),
    ...(part === "spares" ? lintException(find) : lintNorm(read, { find, toFinding, reader })),
    ...(sounded === null ? [] : [toFinding("sounds_like", sounded)]),
    ...find("topic_maybe"),
    ...find("vague"),
    ...(looksLikeName(item) ? [toFinding("name_maybe")] : []),
  ];
}

/** An exception may say that criticism is free; it may not name whom, nor free one side alone. */
function lintException(find: (code: keyof typeof listed) => readonly LintFinding[]): readonly LintFinding[] {
  return [...find("spares_one_side"), ...find("topic"), ...find("target"), ...find("sentiment")];
}

function lintNorm(
  read: ReadText,
  {
    find,
    toFinding,
    reader,
  }: {
    readonly find: (code: keyof typeof listed) => readonly LintFinding[];
    readonly toFinding: (code: LintCode, word?: string) => LintFinding;
    readonly reader: TextReader;
  },
): readonly LintFinding[] {
  const fault = findWord(read, criticism, reader);
  const shielded = fault === null ? null : findWord(read, authority, reader);
  return [
    ...find("topic"),
    ...find("stance"),
    ...find("target"),
    ...find("sentiment"),
    ...(shielded === null ? [] : [toFinding("authority_shielded", shielded)]),
  ];
}

function lintWhole({ ladder }: RuleContent, texts: readonly RuleText[], reader: TextReader): readonly LintFinding[] {
  const findings: LintFinding[] = [];
  const rules = texts.filter(({ part }) => part === "text");
  for (const { where, text } of rules) {
    if (findWord(readText(text, reader), behaviour, reader) === null)
      findings.push({ code: "behaviour_unwritten", where, word: null });
  }
  const highest = Math.max(...Object.values(ladder).flat());
  for (const { where, text } of texts.filter(({ part }) => part === "text" || part === "title")) {
    const read = readText(text, reader);
    const word = findWord(read, falsity, reader);
    const rests = highest === 0 && findWord(read, determined, reader) !== null;
    if (word !== null && !rests) findings.push({ code: "falsity_alone", where, word });
  }
  return findings;
}

/** Signs that nobody sees, and marks that stand on nothing once a text is composed. */
const invisible = /[\p{Cf}\p{Co}\p{Cs}\u115f\u1160\u3164\uffa0]|\p{M}/u;
const compatibility = /[\uff21-\uff3a\uff41-\uff5a\u{1d400}-\u{1d7ff}\u2460-\u24ff\u2e80-\u2fdf\u{1f100}-\u{1f1ff}]/u;
const readingInBrackets = /\p{Script=Han}\s*[([（【]\s*[a-zü\u00e0-\u01dc]{1,6}\s*[)\]）】]/iu;

/** A text of a rule is written to be read: what only a machine tells apart has no business in it. */
function isDisguised({ language, text }: RuleText): boolean {
  const letters = language === "en" ? /^[\p{Script=Latin}\P{L}]*$/u : /^[\p{Script=Han}A-Za-z\P{L}]*$/u;
  const isSpelledOut = /(?<![\p{L}\p{N}])(?:[a-z][\s.\-_*·]){4,}[a-z](?![\p{L}\p{N}])/iu.test(text);
  return (
    !letters.test(text) ||
    invisible.test(text.normalize("NFC")) ||
    compatibility.test(text) ||
    readingInBrackets.test(text) ||
    isSpelledOut
  );
}

/** Words that begin with a capital although no sentence does; in Chinese what ends like a name of a people, a creed or a party. */
function looksLikeName({ language, text, part }: RuleText): boolean {
  if (language === "zh-Hans") return /[\p{Script=Han}](?:教派|教会|族人|国人|党派|同志)/u.test(text);
  if (part === "ground") return false;
  return /(?<=[a-z,;:] )[A-Z][a-z]{2,}/u.test(text.replace(/\b(?:I|AI|QR)\b/g, ""));
}

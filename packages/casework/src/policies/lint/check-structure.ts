import { gradeCaps, grades } from "../../ladder/grades.ts";
import { ladder } from "../../ladder/levels.ts";
import { categories, keywords } from "../../statements/vocabulary.ts";
import { behaviours } from "../behaviours.ts";
import { ruleLanguages, type RuleContent } from "../rule-content.ts";
import type { LintCode, LintFinding } from "./lint-codes.ts";

/** Most characters of a text, and most examples and tests. A page of all rules has to stay readable. */
export const ruleLimits = { title: 120, text: 1200, line: 400, items: 8 } as const;

const fields: ReadonlySet<string> = new Set([
  "title",
  "text",
  "falls",
  "spares",
  "tests",
  "ladder",
  "ground",
  "groundName",
  "category",
  "keywords",
]);
const civicWords: ReadonlySet<string> = new Set([
  "STATEMENT_CATEGORY_NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS",
  "KEYWORD_MISINFORMATION_DISINFORMATION",
]);

const toFinding = (code: LintCode, where: string, word: string | null = null): LintFinding => ({ code, where, word });

/** What is wrong with the form of a rule, whatever its words. Holds against whatever was sent as one. */
export function checkStructure(content: RuleContent): readonly LintFinding[] {
  const shape = checkShape(content);
  return shape.length > 0 ? shape : [...checkParts(content), ...checkLadder(content), ...checkCategory(content)];
}

function checkShape(content: unknown): readonly LintFinding[] {
  if (!isRecord(content)) return [toFinding("malformed", "rule")];
  const unknown = Object.keys(content).filter((name) => !fields.has(name));
  const missing = [...fields].filter((name) => !Object.hasOwn(content, name));
  const { title, text, groundName, falls, spares, tests, ladder: levels, keywords: words } = content;
  const worded = { title, text, groundName };
  const lists = { falls, spares, tests, keywords: words };
  const odd = [
    ...Object.entries(worded).flatMap(([name, value]) => (isWorded(value) ? [] : [name])),
    ...Object.entries(lists).flatMap(([name, value]) => (Array.isArray(value) ? [] : [name])),
    ...listOddItems("falls", falls, isWorded),
    ...listOddItems("spares", spares, isWorded),
    ...listOddItems("tests", tests, isTest),
    ...(isRecord(levels) && grades.every((grade) => Array.isArray(levels[grade])) ? [] : ["ladder"]),
  ];
  return [
    ...unknown.map((name) => toFinding("field_unknown", name)),
    ...[...new Set([...missing, ...odd])].map((name) => toFinding("malformed", name)),
  ];
}

function listOddItems(name: string, items: unknown, isSound: (item: unknown) => boolean): readonly string[] {
  if (!Array.isArray(items)) return [];
  return items.length <= ruleLimits.items && items.every(isSound) ? [] : [name];
}

function isTest(test: unknown): boolean {
  if (!isRecord(test) || Object.keys(test).length !== 2) return false;
  return behaviours.some((behaviour) => behaviour === test.behaviour) && isWorded(test.shows);
}

function isWorded(value: unknown): boolean {
  if (!isRecord(value) || Object.keys(value).length !== ruleLanguages.length) return false;
  return ruleLanguages.every((language) => typeof value[language] === "string");
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function checkParts({ tests, falls, spares }: RuleContent): readonly LintFinding[] {
  return [
    ...(tests.length === 0 ? [toFinding("test_missing", "tests")] : []),
    ...(falls.length === 0 ? [toFinding("falls_missing", "falls")] : []),
    ...(spares.length === 0 ? [toFinding("spares_missing", "spares")] : []),
  ];
}

/** Levels rise with the gravity and stay within what it bears. */
function checkLadder({ ladder: levels }: RuleContent): readonly LintFinding[] {
  const all = grades.flatMap((grade) => levels[grade]);
  if (all.length === 0) return [toFinding("ladder_missing", "ladder")];
  if (!all.every((level) => Object.hasOwn(ladder, level))) return [toFinding("malformed", "ladder")];
  let before = -1;
  for (const grade of grades) {
    const highest = Math.max(-1, ...levels[grade]);
    if (highest > gradeCaps[grade] || highest < before) return [toFinding("ladder_steep", `ladder.${grade}`)];
    before = highest;
  }
  return [];
}

function checkCategory({ category, keywords: words, ground }: RuleContent): readonly LintFinding[] {
  if (ground !== "illegal" && ground !== "incompatible") return [toFinding("malformed", "ground")];
  const isKnown = categories.includes(category) && words.every((word) => keywords.includes(word));
  if (!isKnown) return [toFinding("category_unknown", "category")];
  const civic = [category, ...words].find((word) => civicWords.has(word));
  return civic === undefined ? [] : [toFinding("category_civic", "category", civic)];
}

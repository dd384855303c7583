import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { normaliseText } from "@breakwater/engine/text";
import type { IndexedText } from "@breakwater/claims";
import { loadDebate } from "../data/debate.ts";
import { dataRoot } from "../data/folder.ts";

export type Query = {
  readonly text: string;
  /** Ids of the entries that it repeats. */
  readonly right: readonly string[];
  /** What is resampled and cross-validated as one: the rumour, not the post. */
  readonly rumour: string;
  readonly split: string;
  readonly date: string;
};

export type Negative = { readonly text: string; readonly isDebunk: boolean };

export type Row = Readonly<Record<string, unknown>>;

export function readRows(name: string): readonly Row[] {
  const lines = gunzipSync(readFileSync(join(dataRoot, "claims", name)))
    .toString("utf8")
    .trim()
    .split("\n");
  return lines.map((line) => JSON.parse(line) as Row);
}

/** A field that is text, else nothing. */
export const textOf = (row: Row, key: string): string => (typeof row[key] === "string" ? row[key] : "");
const keys = (row: Row): readonly string[] => (Array.isArray(row["rel"]) ? row["rel"].map(String) : []);

export function loadEnglishRegistry(): readonly IndexedText[] {
  return readRows("en_registry.jsonl.gz").map((row) => ({
    id: textOf(row, "rid"),
    claim: textOf(row, "claim"),
    title: textOf(row, "title"),
    wordings: [],
    explanation: textOf(row, "subtitle"),
  }));
}

export function loadEnglishQueries(): readonly Query[] {
  const rows = readRows("en_queries.jsonl.gz");
  return rows.map((row) => ({
    text: textOf(row, "text"),
    right: keys(row),
    rumour: keys(row)[0] ?? "",
    split: textOf(row, "split"),
    date: "",
  }));
}

/** `claims`: no entry carries a wording. `stress`: 2,339 others carry a wording too, as many as there are messages to give them. */
export type ChineseShape = "wordings" | "claims" | "stress";

export function loadChineseRegistry(shape: ChineseShape): readonly IndexedText[] {
  const rows = readRows("zh_registry.jsonl.gz").map((row) => ({
    id: String(row["rid"]),
    claim: textOf(row, "claim"),
    wordings: shape === "claims" || textOf(row, "seedPost") === "" ? [] : [{ text: textOf(row, "seedPost") }],
    explanation: textOf(row, "debunk"),
  }));
  return shape === "stress" ? [...rows, ...loadStressEntries()] : rows;
}

const stressEntries = 2339;

/**
 * Made of posts that have nothing to do with those asked about: the first sentence as the claim, the whole as the wording. A post that
 * shares a third of its pairs with a query or a negative is not taken: meeting it again would be right.
 */
function loadStressEntries(): readonly IndexedText[] {
  const asked = [...readRows("zh_queries.jsonl.gz"), ...readRows("zh_negatives.jsonl.gz")].map((row) =>
    pairsOf(textOf(row, "text")),
  );
  const holders = new Map<string, number[]>();
  for (const [i, pairs] of asked.entries()) {
    for (const pair of pairs) {
      const list = holders.get(pair);
      if (list === undefined) holders.set(pair, [i]);
      else list.push(i);
    }
  }
  const isStrange = (post: string): boolean => {
    const pairs = pairsOf(post);
    const shared = new Int32Array(asked.length);
    for (const pair of pairs) for (const i of holders.get(pair) ?? []) shared[i] = (shared[i] ?? 0) + 1;
    return shared.every((count, i) => 3 * count < Math.min(pairs.size, asked[i]?.size ?? 0));
  };
  const posts = [...new Set(readRows("zh_posts.jsonl.gz").map((row) => textOf(row, "text").trim()))];
  const kept: string[] = [];
  for (const post of posts) {
    if (kept.length === stressEntries) break;
    if (post.length >= 40 && isStrange(post)) kept.push(post);
  }
  return kept.map((post, i) => ({
    id: `stress-${i}`,
    claim: (post.split(/[。！？!?\n]/u).find((sentence) => sentence.length >= 8) ?? post).slice(0, 60),
    wordings: [{ text: post }],
    explanation: "",
  }));
}

export function loadChineseQueries(): readonly Query[] {
  const rows = readRows("zh_queries.jsonl.gz");
  return rows.map((row) => ({
    text: textOf(row, "text"),
    right: keys(row),
    rumour: String(Math.min(...keys(row).map(Number))),
    split: "dev",
    date: textOf(row, "date"),
  }));
}

export function loadChineseNegatives(): readonly Negative[] {
  return readRows("zh_negatives.jsonl.gz").map((row) => ({
    text: textOf(row, "text"),
    isDebunk: row["debunkMention"] === true,
  }));
}

/** Posts that share less than 0.4 of their pairs (Dice) with every stored example. */
export function findReworded(queries: readonly Query[]): readonly boolean[] {
  const seeds = readRows("zh_registry.jsonl.gz")
    .map((row) => textOf(row, "seedPost"))
    .filter((seed) => seed !== "")
    .map(pairsOf);
  return queries.map((query) => {
    const pairs = pairsOf(query.text);
    return seeds.every((seed) => {
      let shared = 0;
      for (const pair of pairs) if (seed.has(pair)) shared += 1;
      return (2 * shared) / (pairs.size + seed.size) < 0.4;
    });
  });
}

function pairsOf(post: string): ReadonlySet<string> {
  const kept = normaliseText(post).replaceAll(" ", "");
  return new Set(Array.from({ length: Math.max(0, kept.length - 1) }, (_, i) => kept.slice(i, i + 2)));
}

const ordinaryTweets = 4000;

/** Tweets of ordinary accounts about a debate of 2015, in an order without meaning. Copies are left out. */
export function loadOrdinaryTweets(): readonly string[] {
  const { text: texts, account, trolls } = loadDebate();
  const kept = new Set<string>();
  for (const [row, tweet] of texts.entries()) {
    const isCopy = kept.has(tweet) || kept.has(tweet.replace(/^RT @\w+: /, ""));
    if (!trolls.has(account[row] ?? "") && tweet.length >= 20 && !isCopy) kept.add(tweet);
  }
  return [...kept].toSorted((a, b) => hashText(a) - hashText(b)).slice(0, ordinaryTweets);
}

/** A number that has nothing to do with what the text says: for folds and orders that stay the same. */
export function hashText(value: string): number {
  let hash = 2166136261;
  for (let i = 0; i < value.length; i += 1) hash = Math.imul(hash ^ value.charCodeAt(i), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

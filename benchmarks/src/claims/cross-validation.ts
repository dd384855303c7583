import {
  ClaimIndex,
  createChecker,
  defaultCandidateOptions,
  findMarkers,
  foldSigns,
  indexEntry,
  measureCandidates,
  readPost,
  SoundIndex,
  Workspace,
  type CheckResult,
  type Entry,
  type IndexedText,
  type Match,
  type TextModel,
} from "@breakwater/claims";
import { hashText, type Query } from "./data.ts";
import { toTrustedEntry } from "./entries.ts";
import { learnDecision, learnRank, type Example, type Recipe } from "./learn.ts";

/** A registry, and posts with what the index found for them. */
export type Shape = {
  readonly entries: readonly IndexedText[];
  readonly index: ClaimIndex;
  readonly examples: readonly Example[];
  readonly negatives: readonly Example[];
};

export type Posts = { readonly queries: readonly Query[]; readonly negatives: readonly string[] };

export function buildShape(entries: readonly IndexedText[], { queries, negatives }: Posts): Shape {
  const index = new ClaimIndex();
  for (const entry of entries) indexEntry(index, entry);
  index.pack();
  return {
    entries,
    index,
    examples: queries.map(({ text, right }) => toExample(index, text, right)),
    negatives: negatives.map((text) => toExample(index, text, [])),
  };
}

function toExample(index: ClaimIndex, text: string, right: readonly string[]): Example {
  const post = readPost(text, index.vocabulary);
  const candidates = measureCandidates({ index, workspace: new Workspace(), options: defaultCandidateOptions }, post);
  return {
    candidates: candidates.map((candidate) => ({ candidate, isRight: right.includes(index.idOf(candidate.document)) })),
  };
}

/** Posts that speak about a rumour are no material for the match, which asks what a post is about, not what it says of it. */
function isPlain(text: string): boolean {
  return !findMarkers(foldSigns(text)).some(({ kind }) => kind === "refutes" || kind === "punishes");
}

export const foldCount = 5;

/** A rumour's posts, or a negative, stand in one fold. */
export function foldOf(key: string): number {
  return hashText(`fold ${key}`) % foldCount;
}

/** Weights learned from the posts of all folds but one (`fold` null: from all), in registries of several shapes. */
export function learnModel(
  shapes: readonly Shape[],
  { queries, negatives }: Posts,
  { recipe, fold }: { readonly recipe: Recipe; readonly fold: number | null },
): Pick<TextModel, "rank" | "decide"> {
  const seen = shapes.flatMap(({ examples }) => examples.filter((_, i) => foldOf(queries[i]?.rumour ?? "") !== fold));
  const plain = shapes.flatMap((shape) =>
    shape.negatives.filter((_, i) => foldOf(negatives[i] ?? "") !== fold && isPlain(negatives[i] ?? "")),
  );
  const rank = learnRank(seen, recipe);
  return { rank, decide: learnDecision([...seen, ...plain], rank, recipe) };
}

/** What a check by a model makes of a post. */
export type Judged = {
  /** Uncalibrated log-odds of the best match; minus infinity where it only mentions the claim, or there is none. */
  readonly odds: number;
  readonly isRight: boolean;
  /** Whether the first match is a right one, whatever the relation. */
  readonly isFirst: boolean;
};

const uncalibrated = { calibrate: { slope: 1, intercept: 0 }, bands: { suggest: 0, recognised: 2 } };

export type Check = (text: string, top: number) => CheckResult;

/** The whole check, as the product makes it, with the model given. */
export function checkWith(
  index: ClaimIndex,
  entryOf: (id: string) => Entry | undefined,
  learned: Pick<TextModel, "rank" | "decide">,
): Check {
  const part: TextModel = { ...learned, ...uncalibrated };
  const { check } = createChecker({ index, sounds: new SoundIndex(), entryOf, model: { pairs: part, words: part } });
  return (text, top) => check(text, { top, at: 0, trustImports: true });
}

export function checkBy(shape: Shape, learned: Pick<TextModel, "rank" | "decide">): Check {
  const byId = new Map(shape.entries.map((entry) => [entry.id, toTrustedEntry(entry)]));
  return checkWith(shape.index, (id) => byId.get(id), learned);
}

/** Judges posts by that check. */
export function judgeBy(
  shape: Shape,
  learned: Pick<TextModel, "rank" | "decide">,
): (text: string, right: readonly string[]) => Judged {
  const check = checkBy(shape, learned);
  return (text, right) => toJudged(check(text, 1).matches[0], right);
}

/** Runs `task` while some entries are out of the registry. */
export function without<T>({ index, entries }: Shape, ids: readonly string[], task: () => T): T {
  for (const id of ids) index.remove(id);
  const result = task();
  for (const entry of entries) if (ids.includes(entry.id)) indexEntry(index, entry);
  return result;
}

export function toJudged(best: Match | undefined, right: readonly string[]): Judged {
  if (best === undefined) return none;
  const isFirst = right.includes(best.entry);
  if (best.relation !== "repeats") return { ...none, isFirst };
  return { odds: Math.log(best.confidence) - Math.log1p(-best.confidence), isRight: isFirst, isFirst };
}

const none: Judged = { odds: Number.NEGATIVE_INFINITY, isRight: false, isFirst: false };

/** Judges each query and each negative by a model that has not seen its rumour, or it. */
export function crossValidate(
  shape: Shape,
  posts: Posts,
  { recipe, learnedFrom }: { readonly recipe: Recipe; readonly learnedFrom: readonly Shape[] },
): { readonly queries: readonly Judged[]; readonly negatives: readonly Judged[] } {
  const judges = Array.from({ length: foldCount }, (_, fold) =>
    judgeBy(shape, learnModel(learnedFrom, posts, { recipe, fold })),
  );
  const judge = (key: string, text: string, right: readonly string[]): Judged =>
    judges[foldOf(key)]?.(text, right) ?? none;
  return {
    queries: posts.queries.map(({ rumour, text, right }) => judge(rumour, text, right)),
    negatives: posts.negatives.map((text) => judge(text, text, [])),
  };
}

/** The odds above which at most this share of the negatives lies. */
export function thresholdAt(share: number, negatives: readonly Judged[]): number {
  const odds = negatives.map((one) => one.odds).toSorted((a, b) => b - a);
  return odds[Math.floor(share * odds.length)] ?? Number.NEGATIVE_INFINITY;
}

/** Share of posts whose right entry comes first and above the threshold. */
export function recallAbove(threshold: number, queries: readonly Judged[]): number {
  return queries.filter(({ odds, isRight }) => isRight && odds > threshold).length / queries.length;
}

import type { ClaimIndex, SearchOptions } from "../search/claim-index.ts";
import { measureCandidate, type Candidate } from "./measure.ts";
import { addUp, type Model, type TextModel } from "./model.ts";
import type { Post } from "./post.ts";
import { rankEntries, type Workspace } from "./ranking.ts";

export type CandidateOptions = SearchOptions & {
  /** Entries that are measured; those found beyond them only say what is usual. */
  readonly measuredMax: number;
};

/**
 * More postings, or more found, change the first hit of none of 1,589 posts (191 against 10,398 Chinese entries, 1,398 against 14,231 English
 * ones). 64 measured instead of 16 change six, and as many are right.
 */
export const defaultCandidateOptions: CandidateOptions = { postingsMax: 6000, foundMax: 64, measuredMax: 16 };

/** Above this share of pairs a post is taken for a text of pairs. */
const pairShareMin = 0.5;

export function isTextOfPairs({ pairShare }: Post): boolean {
  return pairShare >= pairShareMin;
}

export function chooseModel(model: Model, post: Post): TextModel {
  return isTextOfPairs(post) ? model.pairs : model.words;
}

/** The entries that a post may be about, in the order of the index. */
export function measureCandidates(
  {
    index,
    workspace,
    options,
  }: { readonly index: ClaimIndex; readonly workspace: Workspace; readonly options: CandidateOptions },
  post: Post,
): readonly Candidate[] {
  const ranking = rankEntries(index, post, workspace, options);
  const count = Math.min(options.measuredMax, ranking.documents.length);
  return Array.from({ length: count }, (_, rank) => measureCandidate({ index, workspace, ranking }, post, rank));
}

/** Best first. */
export function orderCandidates(
  model: Pick<TextModel, "rank">,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  return scoreCandidates(model, candidates).map(({ candidate }) => candidate);
}

/** With the scores of the order, best first. */
export function scoreCandidates(
  { rank }: Pick<TextModel, "rank">,
  candidates: readonly Candidate[],
): readonly { readonly candidate: Candidate; readonly score: number }[] {
  const scored = candidates.map((candidate) => ({ candidate, score: addUp(rank, candidate.features) }));
  return scored.toSorted((a, b) => b.score - a.score);
}

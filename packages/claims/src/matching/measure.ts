import { countOtherNegations, countOtherQuantities } from "../facts/conflicts.ts";
import { decodeFacts, type Facts } from "../facts/facts.ts";
import type { ClaimIndex } from "../search/claim-index.ts";
import { fieldCode } from "../search/fields.ts";
import { isPair } from "../text/terms.ts";
import { featureNames, type FeatureName } from "./feature-names.ts";
import type { Post } from "./post.ts";
import type { Ranking, Workspace } from "./ranking.ts";

/** How one field of an entry meets the post. Weights are sums of term weights. */
export type FieldMatch = {
  readonly field: number;
  readonly kind: number;
  /** Distinct terms of the field. */
  readonly size: number;
  /** Weight of those that the post has too. */
  readonly shared: number;
  /** Of what is shared, what is neither name nor hashtag. */
  readonly plain: number;
  readonly weight: number;
  /** Shared over all, by weight: 0 to 1. */
  readonly overlap: number;
};

export type Candidate = {
  readonly document: number;
  readonly claim: FieldMatch;
  /** The claim, the title or the wording that is most like the post. */
  readonly best: FieldMatch;
  readonly conflicts: Conflicts;
  /** How much the post is like the entry's explanation, 0 to 1. */
  readonly explanationOverlap: number;
  /** In the order of `featureNames`. */
  readonly features: readonly number[];
};

/** What the entry says and the post says otherwise. */
export type Conflicts = {
  /** Quantities and places of one kind with other values. */
  readonly quantities: number;
  /** Terms that stand under a negation in one of the two alone. */
  readonly negations: number;
  /** Names of the claim that the post lacks, of how many. */
  readonly namesMissing: number;
  readonly names: number;
};

/** Weighs a claim of few and common terms as if it had at least this much: one rare word is no coverage. */
const claimWeightMin = 12;
const softWeightMin = 12;
const standingOutMax = 12;
const lengthMin = 20;

/** Measures the entry at `rank` of a ranking against the post that `workspace` holds. */
export function measureCandidate(
  {
    index,
    workspace,
    ranking,
  }: { readonly index: ClaimIndex; readonly workspace: Workspace; readonly ranking: Ranking },
  post: Post,
  rank: number,
): Candidate {
  const document = ranking.documents[rank] ?? 0;
  const score = ranking.scores[rank] ?? 0;
  const { documents } = index;
  const matches: FieldMatch[] = [];
  for (let field = documents.firstField(document); field < documents.endOfFields(document); field += 1) {
    matches.push(matchField(index, workspace, post, field));
  }
  const claim = matches.find(({ kind }) => kind === fieldCode.claim) ?? emptyMatch;
  const title = matches.find(({ kind }) => kind === fieldCode.title);
  const best = matches.reduce((a, b) => (b.kind !== fieldCode.explanation && b.overlap > a.overlap ? b : a), claim);
  const explanation = matches.find(({ kind }) => kind === fieldCode.explanation);
  const facts = decodeFacts(documents.factsOf(document));
  const conflicts = findConflicts({ index, workspace }, post, facts, claim.field);
  const soft = matchSoftly(index, workspace, post, title === undefined ? [claim.field] : [claim.field, title.field]);
  const other = ranking.scores[rank === 0 ? 1 : 0] ?? 0;
  const values: Record<FeatureName, number> = {
    bm25: score / 10,
    mass: best.shared / 10,
    log_mass: Math.log1p(best.shared),
    claim_coverage: claim.shared / Math.max(claim.weight, claimWeightMin),
    soft_coverage: soft.coverage,
    near_words: soft.nearWords,
    plain_mass: Math.log1p(best.plain),
    plain_share: best.weight === 0 ? 0 : best.plain / Math.max(claimWeightMin, best.weight),
    bm25_per_length: score / Math.max(lengthMin, post.size),
    standing_out: Math.min(standingOutMax, (score - ranking.usual) / ranking.spread),
    gap: Math.max(-standingOutMax, Math.min(standingOutMax, (score - other) / ranking.spread)),
    containment: post.weight === 0 ? 0 : best.shared / post.weight,
    overlap: best.overlap,
    title_coverage: title === undefined ? 0 : title.shared / Math.max(title.weight, claimWeightMin),
    rarest_found: shareOfRarest(index, workspace, claim.field),
    claim_weight: Math.log1p(claim.weight),
    post_weight: Math.log1p(post.weight),
    explanation_only:
      explanation === undefined ? 0 : Math.max(0, explanation.shared - best.shared) / Math.max(1, post.weight),
    number_conflict: Math.min(2, conflicts.quantities),
    names_found: conflicts.names === 0 ? 0.5 : 1 - conflicts.namesMissing / conflicts.names,
  };
  return {
    document,
    claim,
    best,
    conflicts,
    explanationOverlap: explanation?.overlap ?? 0,
    features: featureNames.map((name) => values[name]),
  };
}

const emptyMatch: FieldMatch = { field: -1, kind: 0, size: 0, shared: 0, plain: 0, weight: 0, overlap: 0 };

function matchField(
  { documents, vocabulary }: ClaimIndex,
  workspace: Workspace,
  post: Post,
  field: number,
): FieldMatch {
  let [shared, weight, plain] = [0, 0, 0];
  const [from, to] = [documents.firstTerm(field), documents.endOfTerms(field)];
  for (let at = from; at < to; at += 1) {
    const term = documents.termAt(at);
    const termWeight = vocabulary.weightOf(term);
    weight += termWeight;
    if (!workspace.isInPost(term)) continue;
    shared += termWeight;
    if (post.plain.has(term)) plain += termWeight;
  }
  const all = weight + post.weight - shared;
  return {
    field,
    kind: documents.kindOf(field),
    size: to - from,
    shared,
    plain,
    weight,
    overlap: all <= 0 ? 0 : shared / all,
  };
}

/** Of claim and title together, as shares of their weight. */
type SoftMatch = {
  /**
   * Like coverage, but what is almost found counts too: a pair of signs of which one sign is in the post (one changed sign breaks two pairs),
   * a word that begins like one of the post's.
   */
  readonly coverage: number;
  /** Words that are almost found, alone. */
  readonly nearWords: number;
};

const nearWordShare = 0.6;
const nearPairShare = 0.25;

function matchSoftly(
  { documents, vocabulary }: ClaimIndex,
  workspace: Workspace,
  post: Post,
  fields: readonly number[],
): SoftMatch {
  let [found, near, weight] = [0, 0, softWeightMin];
  for (const field of fields) {
    const to = documents.endOfTerms(field);
    for (let at = documents.firstTerm(field); at < to; at += 1) {
      const term = documents.termAt(at);
      if (field !== fields[0] && documents.holds(fields[0] ?? -1, term)) continue;
      const termWeight = vocabulary.weightOf(term);
      weight += termWeight;
      if (workspace.isInPost(term)) {
        found += termWeight;
        continue;
      }
      const root = vocabulary.rootOf(term);
      const key = root === 0 ? vocabulary.keyOf(term) : 0;
      if (root !== 0 && post.roots.has(root)) {
        found += nearWordShare * termWeight;
        near += termWeight;
      } else if (post.signs.size > 0 && isPair(key)) {
        found +=
          nearPairShare * termWeight * (Number(post.signs.has(key >>> 16)) + Number(post.signs.has(key & 0xffff)));
      }
    }
  }
  return { coverage: found / weight, nearWords: near / weight };
}

const rarestMax = 3;

/** The weight of the claim's three rarest terms that the post holds, over that of all three. */
function shareOfRarest({ documents, vocabulary }: ClaimIndex, workspace: Workspace, field: number): number {
  if (field < 0) return 0;
  const rarest: { weight: number; found: boolean }[] = [];
  const to = documents.endOfTerms(field);
  for (let at = documents.firstTerm(field); at < to; at += 1) {
    const term = documents.termAt(at);
    const weight = vocabulary.weightOf(term);
    if (rarest.length === rarestMax && weight <= (rarest[rarestMax - 1]?.weight ?? 0)) continue;
    rarest.push({ weight, found: workspace.isInPost(term) });
    rarest.sort((a, b) => b.weight - a.weight);
    if (rarest.length > rarestMax) rarest.pop();
  }
  const all = rarest.reduce((sum, { weight }) => sum + weight, 0);
  return all === 0 ? 0 : rarest.reduce((sum, { weight, found }) => sum + (found ? weight : 0), 0) / all;
}

function findConflicts(
  { index, workspace }: { readonly index: ClaimIndex; readonly workspace: Workspace },
  post: Post,
  claim: Facts,
  field: number,
): Conflicts {
  const { vocabulary, documents } = index;
  const isInPost = (key: number): boolean => {
    const term = vocabulary.find(key);
    return term >= 0 && workspace.isInPost(term);
  };
  const isInClaim = (key: number): boolean => field >= 0 && documents.termsOf(field).includes(vocabulary.find(key));
  return {
    quantities: countOtherQuantities(post.facts.quantities, claim.quantities),
    negations: countOtherNegations(post.facts.negated, claim.negated, (key) => isInPost(key) && isInClaim(key)),
    names: claim.names.length,
    namesMissing: claim.names.filter((key) => !isInPost(key)).length,
  };
}

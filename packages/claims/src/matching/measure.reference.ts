import { decodeFacts, type Facts } from "../facts/facts.ts";
import type { ClaimIndex } from "../search/claim-index.ts";
import { fieldCode } from "../search/fields.ts";
import { isPair } from "../text/terms.ts";
import { featureNames, type FeatureName } from "./feature-names.ts";
import type { Post } from "./post.ts";
import { toImpact, impactsMax } from "../search/postings.ts";
import { fieldWeights, saturate } from "../search/fields.ts";
import type { CandidateOptions } from "./candidates.ts";
import type { Candidate, Conflicts, FieldMatch } from "./measure.ts";
import type { Ranking } from "./ranking.ts";

/**
 * What `measureCandidates` answers, found the slow and plain way: every entry is looked at for every term, and every measure is taken in a
 * pass of its own. `alive`: the numbers of the documents that stand.
 */
export function measureCandidatesSlowly(
  {
    index,
    alive,
    options,
  }: { readonly index: ClaimIndex; readonly alive: readonly number[]; readonly options: CandidateOptions },
  post: Post,
): readonly Candidate[] {
  const inPost = new Set(post.terms);
  const workspace: Workspace = { isInPost: (term) => inPost.has(term) };
  const found = searchSlowly(index, alive, post.terms, options)
    .map((document) => ({ document, score: scoreSlowly(index, document, inPost) }))
    .sort((a, b) => b.score - a.score || a.document - b.document);
  const rest = found.map(({ score }) => score).slice(5, 50);
  const usual = rest.length === 0 ? 0 : rest.reduce((sum, score) => sum + score, 0) / rest.length;
  const variance = rest.length === 0 ? 0 : rest.reduce((sum, score) => sum + (score - usual) ** 2, 0) / rest.length;
  const ranking: Ranking = {
    documents: found.map(({ document }) => document),
    scores: found.map(({ score }) => score),
    usual,
    spread: Math.max(0.5, Math.sqrt(variance)),
  };
  return found
    .slice(0, options.measuredMax)
    .map((_, rank) => measureCandidate({ index, workspace, ranking }, post, rank));
}

function searchSlowly(
  index: ClaimIndex,
  alive: readonly number[],
  terms: Int32Array,
  { postingsMax, foundMax }: CandidateOptions,
): readonly number[] {
  const { vocabulary } = index;
  const rarest = Array.from(terms)
    .filter((term) => vocabulary.holdersOf(term) > 0)
    .sort((a, b) => {
      return (
        vocabulary.holdersOf(a) - vocabulary.holdersOf(b) || (vocabulary.keyOf(a) >>> 0) - (vocabulary.keyOf(b) >>> 0)
      );
    });
  const scores = new Map<number, number>();
  let looked = 0;
  for (const term of rarest) {
    if (looked >= postingsMax) break;
    looked += vocabulary.holdersOf(term);
    for (const document of alive) {
      const weighted = countWeighted(index, document, term);
      if (weighted === 0) continue;
      const impact = toImpact(weighted, index.documents.relativeLengthOf(document));
      const score = (scores.get(document) ?? 0) + (vocabulary.weightOf(term) / impactsMax) * impact;
      scores.set(document, Math.fround(score));
    }
  }
  return [...scores]
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, foundMax)
    .map(([document]) => document);
}

function scoreSlowly(index: ClaimIndex, document: number, inPost: ReadonlySet<number>): number {
  const held = new Set(index.documents.read(document).fields.flatMap(({ terms }) => [...terms]));
  let score = 0;
  for (const term of held) {
    if (!inPost.has(term)) continue;
    const weighted = countWeighted(index, document, term);
    score += index.vocabulary.weightOf(term) * saturate(weighted, index.documents.relativeLengthOf(document));
  }
  return score;
}

function countWeighted(index: ClaimIndex, document: number, term: number): number {
  let count = 0;
  for (const { kind, terms } of index.documents.read(document).fields) {
    if (terms.includes(term)) count = Math.fround(count + (fieldWeights[kind] ?? 0));
  }
  return count;
}

type Workspace = { readonly isInPost: (term: number) => boolean };

/** Weighs a claim of few and common terms as if it had at least this much: one rare word is no coverage. */
const claimWeightMin = 12;
const softWeightMin = 12;
const standingOutMax = 12;
const lengthMin = 20;

function measureCandidate(
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
  let [shared, weight, terms, plain] = [0, 0, 0, 0];
  const [from, to] = [documents.firstTerm(field), documents.endOfTerms(field)];
  for (let at = from; at < to; at += 1) {
    const term = documents.termAt(at);
    const termWeight = vocabulary.weightOf(term);
    weight += termWeight;
    if (!workspace.isInPost(term)) continue;
    shared += termWeight;
    if (!post.topical.has(term)) plain += termWeight;
    terms += 1;
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
  const signs = new Set(post.signs);
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
      } else if (signs.size > 0 && isPair(key)) {
        found += nearPairShare * termWeight * (Number(signs.has(key >>> 16)) + Number(signs.has(key & 0xffff)));
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
  const units = new Map<number, Set<number>>();
  for (const { unit, value } of post.facts.quantities) {
    const values = units.get(unit);
    if (values === undefined) units.set(unit, new Set([value]));
    else values.add(value);
  }
  const quantities = claim.quantities.filter(({ unit, value }) => units.get(unit)?.has(value) === false).length;
  const isInPost = (key: number): boolean => {
    const term = vocabulary.find(key);
    return term >= 0 && workspace.isInPost(term);
  };
  const isInClaim = (key: number): boolean => field >= 0 && documents.termsOf(field).includes(vocabulary.find(key));
  const inClaimAlone = claim.negated.filter((key) => isInPost(key) && !post.facts.negated.includes(key));
  const inPostAlone = post.facts.negated.filter((key) => isInClaim(key) && !claim.negated.includes(key));
  return {
    quantities,
    negations: inClaimAlone.length + inPostAlone.length,
    names: claim.names.length,
    namesMissing: claim.names.filter((key) => !isInPost(key)).length,
  };
}

import { countOtherNegations, countOtherQuantities } from "../facts/conflicts.ts";
import { decodeFacts, type Facts } from "../facts/facts.ts";
import type { BitSet } from "../search/bit-set.ts";
import type { ClaimIndex } from "../search/claim-index.ts";
import { fieldCode } from "../search/fields.ts";
import { isPair } from "../text/terms.ts";
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
  const { matches, claim, title, explanation, soft, rarestFound } = matchFields({ index, workspace }, post, document);
  const best = matches.reduce((a, b) => (b.kind !== fieldCode.explanation && b.overlap > a.overlap ? b : a), claim);
  const facts = decodeFacts(index.documents.factsOf(document));
  const conflicts = findConflicts({ index, workspace }, post, facts, claim.field);
  const other = ranking.scores[rank === 0 ? 1 : 0] ?? 0;
  // In the order of `featureNames`; the reference puts them there by name.
  const features = [
    score / 10,
    best.shared / 10,
    Math.log1p(best.shared),
    claim.shared / Math.max(claim.weight, claimWeightMin),
    soft.found / soft.weight,
    soft.near / soft.weight,
    Math.log1p(best.plain),
    best.weight === 0 ? 0 : best.plain / Math.max(claimWeightMin, best.weight),
    score / Math.max(lengthMin, post.size),
    Math.min(standingOutMax, (score - ranking.usual) / ranking.spread),
    Math.max(-standingOutMax, Math.min(standingOutMax, (score - other) / ranking.spread)),
    post.weight === 0 ? 0 : best.shared / post.weight,
    best.overlap,
    title === undefined ? 0 : title.shared / Math.max(title.weight, claimWeightMin),
    rarestFound,
    Math.log1p(claim.weight),
    Math.log1p(post.weight),
    explanation === undefined ? 0 : Math.max(0, explanation.shared - best.shared) / Math.max(1, post.weight),
    Math.min(2, conflicts.quantities),
    conflicts.names === 0 ? 0.5 : 1 - conflicts.namesMissing / conflicts.names,
  ];
  return { document, claim, best, conflicts, explanationOverlap: explanation?.overlap ?? 0, features };
}

const emptyMatch: FieldMatch = { field: -1, kind: 0, size: 0, shared: 0, plain: 0, weight: 0, overlap: 0 };

type Parts = { readonly index: ClaimIndex; readonly workspace: Workspace };

type FieldMatches = {
  /** In the order of the entry. */
  readonly matches: readonly FieldMatch[];
  readonly claim: FieldMatch;
  readonly title: FieldMatch | undefined;
  readonly explanation: FieldMatch | undefined;
  readonly soft: Soft;
  /** The weight of the claim's rarest terms that the post holds, over that of all of them. */
  readonly rarestFound: number;
};

function matchFields(parts: Parts, post: Post, document: number): FieldMatches {
  const { documents } = parts.index;
  const [from, to] = [documents.firstField(document), documents.endOfFields(document)];
  parts.workspace.weigh(parts.index, documents.firstTerm(from), documents.firstTerm(to));
  let [claimField, titleField] = [-1, -1];
  for (let field = to - 1; field >= from; field -= 1) {
    const kind = documents.kindOf(field);
    if (kind === fieldCode.claim) claimField = field;
    else if (kind === fieldCode.title) titleField = field;
  }
  const soft: Soft = { found: 0, near: 0, weight: softWeightMin };
  const rarest: Rarest = { weights: [0, 0, 0], isFound: [false, false, false] };
  const marks = titleField < 0 ? null : parts.workspace.marks;
  marks?.begin(parts.index.vocabulary.size);
  const claim = claimField < 0 ? emptyMatch : matchClosely(parts, post, claimField, { soft, rarest, marks });
  const title = titleField < 0 ? undefined : matchClosely(parts, post, titleField, { soft, rarest: null, marks });
  const matches: FieldMatch[] = [];
  for (let field = from; field < to; field += 1) {
    if (field === claimField) matches.push(claim);
    else if (field === titleField && title !== undefined) matches.push(title);
    else matches.push(matchField(parts, post, field));
  }
  const explanation = matches.find(({ kind }) => kind === fieldCode.explanation);
  return { matches, claim, title, explanation, soft, rarestFound: shareFound(rarest) };
}

function matchField({ index, workspace }: Parts, post: Post, field: number): FieldMatch {
  const { documents } = index;
  const { bits } = workspace.terms;
  const { weights, weightsFrom } = workspace;
  const { topical } = post;
  const hasTopical = topical.size > 0;
  const terms = documents.allTerms;
  let [shared, weight, plain] = [0, 0, 0];
  const [from, to] = [documents.firstTerm(field), documents.endOfTerms(field)];
  for (let i = from; i < to; i += 1) {
    const term = terms[i];
    const termWeight = weights[i - weightsFrom];
    weight += termWeight;
    if (((bits[term >>> 5] >>> (term & 31)) & 1) === 0) continue;
    shared += termWeight;
    if (!hasTopical || !topical.has(term)) plain += termWeight;
  }
  return toMatch({ field, kind: documents.kindOf(field), size: to - from, shared, plain, weight }, post);
}

function toMatch(match: Omit<FieldMatch, "overlap">, post: Post): FieldMatch {
  const all = match.weight + post.weight - match.shared;
  return { ...match, overlap: all <= 0 ? 0 : match.shared / all };
}

/**
 * Of claim and title together, in term weight. Like what is shared, but what is almost found counts too: a pair of signs of which one sign is in the
 * post (one changed sign breaks two pairs), a word that begins like one of the post's.
 */
type Soft = {
  found: number;
  /** Words that are almost found, alone. */
  near: number;
  weight: number;
};

/** The weights of the claim's three rarest terms, rarest first, and whether the post holds them; 0 where there are fewer. */
type Rarest = { readonly weights: number[]; readonly isFound: boolean[] };

const nearWordShare = 0.6;
const nearPairShare = 0.25;

/**
 * The same for claim and title, and what is told of them alone, in one pass: terms and their weights lie far apart in memory, and
 * reading them is what costs. Terms that `marks` holds already count once for `soft`; those of the claim are added to it.
 */
function matchClosely(
  { index, workspace }: Parts,
  post: Post,
  field: number,
  { soft, rarest, marks }: { readonly soft: Soft; readonly rarest: Rarest | null; readonly marks: BitSet | null },
): FieldMatch {
  const { documents, vocabulary } = index;
  const { bits } = workspace.terms;
  const { signs, weights, weightsFrom } = workspace;
  const { topical } = post;
  const hasTopical = topical.size > 0;
  const hasSigns = post.signs.length > 0;
  const terms = documents.allTerms;
  let [shared, weight, plain] = [0, 0, 0];
  const [from, to] = [documents.firstTerm(field), documents.endOfTerms(field)];
  for (let i = from; i < to; i += 1) {
    const term = terms[i];
    const termWeight = weights[i - weightsFrom];
    const isShared = ((bits[term >>> 5] >>> (term & 31)) & 1) === 1;
    weight += termWeight;
    if (isShared) {
      shared += termWeight;
      if (!hasTopical || !topical.has(term)) plain += termWeight;
    }
    if (rarest !== null) {
      if (termWeight > rarest.weights[rarestMax - 1]) insertRarest(rarest, termWeight, isShared);
      marks?.add(term);
    } else if (marks !== null && marks.has(term)) continue;
    soft.weight += termWeight;
    if (isShared) {
      soft.found += termWeight;
      continue;
    }
    const root = vocabulary.rootOf(term);
    if (root !== 0 && post.roots.has(root)) {
      soft.found += nearWordShare * termWeight;
      soft.near += termWeight;
    } else if (hasSigns) {
      const key = root === 0 ? vocabulary.keyOf(term) : 0;
      if (isPair(key)) {
        soft.found += nearPairShare * termWeight * (Number(signs.has(key >>> 16)) + Number(signs.has(key & 0xffff)));
      }
    }
  }
  return toMatch({ field, kind: documents.kindOf(field), size: to - from, shared, plain, weight }, post);
}

const rarestMax = 3;

/** Behind those that are as rare. */
function insertRarest({ weights, isFound }: Rarest, weight: number, isShared: boolean): void {
  let place = rarestMax - 1;
  for (; place > 0 && weights[place - 1] < weight; place -= 1) {
    weights[place] = weights[place - 1];
    isFound[place] = isFound[place - 1];
  }
  weights[place] = weight;
  isFound[place] = isShared;
}

function shareFound({ weights, isFound }: Rarest): number {
  let [all, found] = [0, 0];
  for (let i = 0; i < rarestMax; i += 1) {
    all += weights[i];
    if (isFound[i]) found += weights[i];
  }
  return all === 0 ? 0 : found / all;
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
    quantities: countOtherQuantities(post.valuesOfUnit, claim.quantities),
    negations: countOtherNegations(post.facts.negated, claim.negated, (key) => isInPost(key) && isInClaim(key)),
    names: claim.names.length,
    namesMissing: claim.names.filter((key) => !isInPost(key)).length,
  };
}

import { countOtherNegations, countOtherQuantities } from "../facts/conflicts.ts";
import { readFacts } from "../facts/facts.ts";
import { listNegated } from "../facts/negation.ts";
import type { Entry } from "../registry/entry.ts";
import { toEarliestMoment, toLatestMoment } from "../registry/iso-date.ts";
import { listObstacles } from "../registry/standing.ts";
import { fieldKinds, type FieldKind } from "../search/fields.ts";
import { findMarkers, readsLikeReply } from "../stance/markers.ts";
import { readStance, type StanceReading } from "../stance/read-stance.ts";
import { foldSigns } from "../text/fold-signs.ts";
import { prepareText } from "../text/prepare.ts";
import { termsOf } from "../text/terms.ts";
import type { Hold, Match, Why } from "./match.ts";
import type { Candidate } from "./measure.ts";
import { explainDecision, type TextModel } from "./model.ts";
import type { Post } from "./post.ts";
import type { SoundMatch } from "./sound.ts";
import { findSpans } from "./spans.ts";

/** Under eight characters, or five words, a post says too little to be taken for anything with effect. */
const pairsFloor = 7;
const wordsFloor = 5;
/** A claim that weighs less is met by chance: "this is false", "latest figures". In units of term weight. */
const claimWeightFloor = 20;
/** Shared term weight, about five rare pairs or three rare words, under which only a post that is mostly the claim is recognised. */
const sharedPairsFloor = 40;
const sharedWordsFloor = 20;
const mostlyTheClaim = 0.6;
/** Terms of a text that is compared closely: about two sentences. */
const claimTermsMax = 60;
/** Terms of a text that makes one claim: of 1,521 claims of desks in the development registry two have more. */
const oneClaimTermsMax = 45;
/** A post that is this much like the published explanation is a debunk, whatever its words. */
const explanationOverlapMin = 0.6;
/** Some explanations begin with the claim: the post has to be more like the one than like the other. */
const explanationLead = 0.1;
/**
 * So much shared sound leaves little doubt: of 191 Chinese posts that repeat a claim 61 have it, all with the right entry; of 1,816 that
 * repeat none two, and both speak about that very claim. The confidence is set by hand, not calibrated.
 */
const certainSound = { pairs: 8, overlap: 0.6, containment: 0.9, confidence: 0.99 } as const;
/** Less is shown to people: eight of the 191 have it, all right, and none of the 1,816. Set by hand too. */
const likelySoundConfidence = 0.9;

export type Judging = {
  readonly post: Post;
  readonly entry: Entry;
  readonly at: number;
  readonly trustImports: boolean;
};

/** Under four pairs or three words a post is at most the claim itself: anything else would be found in it. */
export function isEnoughToRelate(post: Post, candidate: Candidate): boolean {
  const pairs = post.pairShare * post.size;
  return (
    pairs >= relatedPairsMin || post.size - pairs >= relatedWordsMin || candidate.best.overlap >= relatedOverlapMin
  );
}

const relatedPairsMin = 4;
const relatedOverlapMin = 0.3;
const relatedWordsMin = 3;

/** Candidates are many and most are nothing: those are told shortly. */
export function toUnrelated(entry: string, candidate: Candidate, confidence: number, textModel: TextModel): Match {
  return {
    entry,
    relation: "none",
    band: "nothing",
    confidence,
    field: fieldKinds[candidate.best.kind] ?? "claim",
    fieldText: "",
    spans: { post: [], entry: [] },
    why: {
      features: explainDecision(textModel, candidate.features, toldMax),
      stance: noStance,
      holds: [],
      isBySound: false,
    },
  };
}

const noStance: StanceReading = { stance: "asserts", marker: null, isUnclear: false };
const toldMax = 5;

export function judgeMatch({
  candidate,
  confidence,
  textModel,
  ...judging
}: Judging & { readonly candidate: Candidate; readonly confidence: number; readonly textModel: TextModel }): Match {
  const { post, entry } = judging;
  const field = fieldKinds[candidate.best.kind] ?? "claim";
  const holds = [...listHolds(judging)];
  if (field === "claim" && candidate.claim.weight < claimWeightFloor) holds.push("claim_too_short");
  if (field === "claim" && candidate.claim.size > oneClaimTermsMax) holds.push("claim_too_long");
  if (candidate.conflicts.quantities > 0) holds.push("other_quantity");
  const isMostlyTheClaim = candidate.best.overlap >= mostlyTheClaim;
  const sharedFloor = sharedWordsFloor + (sharedPairsFloor - sharedWordsFloor) * post.pairShare;
  if (candidate.best.shared < sharedFloor && !isMostlyTheClaim) holds.push("shared_too_little");
  const fieldText = textOf(entry, field, post);
  // A long wording denies many things, of which a shorter post need not speak.
  const isCompared = isMostlyTheClaim || candidate.best.size <= claimTermsMax;
  if (isCompared && (candidate.conflicts.negations > 0 || isOtherwiseNegated(post, fieldText)))
    holds.push("other_negation");
  const isCertain = confidence >= textModel.bands.recognised;
  const features = explainDecision(textModel, candidate.features, toldMax);
  const { explanationOverlap, best } = candidate;
  const isLikeExplanation =
    explanationOverlap >= explanationOverlapMin && explanationOverlap > best.overlap + explanationLead;
  return toRelated(judging, {
    field,
    fieldText,
    confidence,
    holds,
    isCertain,
    features,
    isBySound: false,
    isLikeExplanation,
  });
}

export function judgeSound({ sound, ...judging }: Judging & { readonly sound: SoundMatch }): Match {
  const isCertain =
    sound.shared >= certainSound.pairs &&
    (sound.overlap >= certainSound.overlap || sound.containment >= certainSound.containment);
  return toRelated(judging, {
    field: sound.text === judging.entry.claim ? "claim" : "wording",
    fieldText: sound.text,
    confidence: isCertain ? certainSound.confidence : likelySoundConfidence,
    holds: [...listHolds(judging), ...listDifferences(judging.post, sound.text)],
    isCertain,
    features: [],
    isBySound: true,
    isLikeExplanation: false,
  });
}

function listDifferences(post: Post, text: string): readonly Hold[] {
  const { quantities } = readFacts(text, prepareText(text));
  const isOther = countOtherQuantities(post.valuesOfUnit, quantities) > 0;
  return [
    ...(isOther ? (["other_quantity"] as const) : []),
    ...(isOtherwiseNegated(post, text) ? (["other_negation"] as const) : []),
  ];
}

/** Whether a term that both have stands under a negation in one alone. */
function isOtherwiseNegated(post: Post, text: string): boolean {
  const normalised = prepareText(text);
  const negated = listNegated({ folded: text.normalize("NFKC"), normalised });
  if (negated.length === 0 && post.facts.negated.length === 0) return false;
  const theirs = termsOf(normalised);
  return countOtherNegations(post.facts.negated, negated, (key) => post.keys.has(key) && theirs.has(key)) > 0;
}

type Judged = Pick<Match, "field" | "fieldText" | "confidence"> &
  Pick<Why, "features" | "isBySound" | "holds"> & { readonly isCertain: boolean; readonly isLikeExplanation: boolean };

function toRelated(
  { post, entry }: Judging,
  { field, fieldText, confidence, isCertain, features, isBySound, isLikeExplanation, ...judged }: Judged,
): Match {
  const spans = findShared(post, fieldText);
  const stance = readStance(post.text, spans.post);
  const holds: Hold[] = [...judged.holds];
  const isRefutation = field === "claim" && isClaimRefutation(entry);
  // Some claims of desks read like replies: that holds a match, and says nothing of the post's stance.
  const isReply = field === "claim" && readsLikeReply(foldSigns(entry.claim));
  if (isRefutation || isReply) holds.push("claim_is_refutation");
  if (field === "claim" && isClaimExplanation(entry)) holds.push("claim_is_explanation");
  const isDebunk = isRefutation || isLikeExplanation;
  const relation = stance.stance === "asserts" && !isDebunk ? "repeats" : "mentions";
  if (relation === "mentions") holds.push("speaks_about_it");
  else if (stance.isUnclear) holds.push("stance_unclear");
  const band = isCertain && holds.length === 0 ? "recognised" : "suggest";
  return {
    entry: entry.id,
    relation,
    band,
    confidence,
    field,
    fieldText,
    spans,
    why: { features, stance, holds, isBySound },
  };
}

/** Registries of replies often hold the reply in the place of the claim. */
function isClaimRefutation({ claim }: Entry): boolean {
  return findMarkers(foldSigns(claim)).some(({ kind }) => kind === "refutes");
}

/** Then nobody has told what the rumour says apart from what was found. */
function isClaimExplanation({ claim, explanation = "" }: Entry): boolean {
  const start = claim.trim().slice(0, 40);
  return start.length >= 8 && explanation.trim().startsWith(start);
}

function listHolds({ post, entry, at, trustImports }: Judging): readonly Hold[] {
  const holds: Hold[] = [...listObstacles(entry, { trustImports })];
  const pairs = post.pairShare * post.size;
  if (pairs < pairsFloor && post.size - pairs < wordsFloor) holds.push("post_too_short");
  if (at < toEarliestMoment(entry.validFrom ?? "") || at > toLatestMoment(entry.validTo ?? ""))
    holds.push("outside_validity");
  return holds;
}

function textOf(entry: Entry, field: FieldKind, post: Post): string {
  if (field === "title") return entry.title ?? "";
  if (field === "explanation") return entry.explanation ?? "";
  if (field === "claim" || entry.wordings.length === 0) return entry.claim;
  let [best, most] = [entry.wordings[0].text, -1];
  if (entry.wordings.length === 1) return best;
  for (const { text } of entry.wordings) {
    const shared = [...termsOf(prepareText(text)).keys()].filter((key) => post.keys.has(key)).length;
    if (shared > most) [best, most] = [text, shared];
  }
  return best;
}

function findShared(post: Post, entry: string): Match["spans"] {
  const inEntry = termsOf(prepareText(entry));
  return {
    post: findSpans(post.text, (key) => inEntry.has(key)),
    entry: findSpans(entry, (key) => post.keys.has(key)),
  };
}

import type { Entry } from "../registry/entry.ts";
import type { ClaimIndex } from "../search/claim-index.ts";
import {
  chooseModel,
  defaultCandidateOptions,
  isTextOfPairs,
  measureCandidates,
  scoreCandidates,
  type CandidateOptions,
} from "./candidates.ts";
import { rerank, type Embedder } from "./embedder.ts";
import { wordingsMax } from "./index-entry.ts";
import { isEnoughToRelate, judgeMatch, judgeSound, toUnrelated } from "./judge-match.ts";
import type { Band, Hold, Match, Relation } from "./match.ts";
import { toConfidence, type Model } from "./model.ts";
import { readPost, type Post } from "./post.ts";
import { Workspace } from "./ranking.ts";
import type { SoundIndex, SoundMatch } from "./sound.ts";
import { shippedModel } from "./weights.ts";

export type CheckResult = {
  readonly relation: Relation;
  readonly band: Band;
  readonly confidence: number;
  /** Best first; also where the band is `nothing`. */
  readonly matches: readonly Match[];
  /** Nothing was compared, because there is nothing to compare. */
  readonly isEmpty: boolean;
  /** The post is longer than `postUnitsMax`: what stands behind was not compared. */
  readonly isCut: boolean;
};

export type CheckOptions = {
  /** Matches handed back, at most 20 by default. */
  readonly top: number;
  /** When the post is written, ms since 1970: for the time that a claim is about. */
  readonly at: number;
  readonly trustImports: boolean;
};

export type CheckerParts = {
  readonly index: ClaimIndex;
  readonly sounds: SoundIndex;
  readonly entryOf: (id: string) => Entry | undefined;
  readonly model?: Model;
  readonly candidates?: CandidateOptions;
  readonly embedder?: Embedder;
};

/** Code units. Of longer posts the beginning is compared, and the answer says so: what is repeated is told early, and long posts drown it. */
export const postUnitsMax = 4000;
/** Texts that share so much of their sounds are one text; whether it is long enough to be recognised, the floor of posts says. */
const soundOverlapMin = 0.5;
const soundContainmentMin = 0.9;
const soundPairsMin = 3;
/** Compares posts with a registry. Holds working memory: one for each thread. */
export function createChecker(parts: CheckerParts): {
  readonly check: (text: string, options: CheckOptions) => CheckResult;
} {
  const {
    index,
    sounds,
    entryOf,
    model = shippedModel,
    candidates: options = defaultCandidateOptions,
    embedder,
  } = parts;
  const workspace = new Workspace();

  /**
   * Says what a post has to do with the rumours of the registry. Nothing is kept of it. Cost: bounded, whatever the size of the
   * registry (benchmarks/results, claims-speed); a long post costs no more than its first `postUnitsMax` code units.
   */
  function check(text: string, { top, at, trustImports }: CheckOptions): CheckResult {
    const post = readPost(text.slice(0, postUnitsMax), index.vocabulary);
    const isCut = text.length > postUnitsMax;
    if (post.size === 0) return { relation: "none", band: "nothing", confidence: 0, matches: [], isEmpty: true, isCut };
    const textModel = chooseModel(model, post);
    const scored = scoreCandidates(textModel, measureCandidates({ index, workspace, options }, post));
    const ordered =
      embedder === undefined
        ? scored.map(({ candidate }) => candidate)
        : rerank(scored, text, { embedder, idOf: (document) => index.idOf(document) });
    const matches = ordered.slice(0, top).map((candidate) => {
      const confidence = toConfidence(textModel, candidate.features);
      const id = index.idOf(candidate.document);
      const isRelated = confidence >= textModel.bands.suggest && isEnoughToRelate(post, candidate);
      const entry = isRelated ? entryOf(id) : undefined;
      if (entry === undefined) return toUnrelated(id, candidate, confidence, textModel);
      return judgeMatch({ post, entry, candidate, confidence, textModel, at, trustImports });
    });
    const isFound = matches.some(({ confidence }) => confidence >= textModel.bands.recognised);
    const bySound = isFound || !isTextOfPairs(post) ? null : findBySound(post);
    if (bySound !== null) {
      const rest = matches.filter(({ entry }) => entry !== bySound.entry.id);
      matches.splice(0, matches.length, judgeSound({ post, ...bySound, at, trustImports }), ...rest.slice(0, top - 1));
    }
    const told = yieldToNearer(matches);
    const best =
      told.find(({ band }) => band === "recognised") ?? told.find(({ band }) => band === "suggest") ?? told[0];
    return {
      relation: best?.relation ?? "none",
      band: best?.band ?? "nothing",
      confidence: best?.confidence ?? 0,
      matches: told,
      isEmpty: false,
      isCut,
    };
  }

  function findBySound({ normalised }: Post): { readonly entry: Entry; readonly sound: SoundMatch } | null {
    const sound = sounds.find(normalised, (id) => soundTexts(entryOf(id)));
    if (sound === null || sound.shared < soundPairsMin) return null;
    if (sound.overlap < soundOverlapMin && sound.containment < soundContainmentMin) return null;
    const entry = entryOf(sound.id);
    return entry === undefined ? null : { entry, sound };
  }

  return { check };
}

/** The texts of an entry that are kept by their sound. */
export function soundTexts(entry: Pick<Entry, "claim" | "wordings"> | undefined): readonly string[] {
  return entry === undefined ? [] : [entry.claim, ...entry.wordings.slice(0, wordingsMax).map(({ text }) => text)];
}

/** What the post itself says otherwise, whatever the standing of the entry. */
const differences: readonly Hold[] = ["other_quantity", "other_negation", "speaks_about_it"];

/** Behind a match that the post contradicts, none is recognised: two entries on one rumour would otherwise answer differently. */
function yieldToNearer(matches: readonly Match[]): readonly Match[] {
  const first = matches.findIndex(
    ({ band, why }) => band === "suggest" && why.holds.some((hold) => differences.includes(hold)),
  );
  return matches.map((match, i) => {
    if (first === -1 || i < first || match.band !== "recognised") return match;
    const holds: readonly Hold[] = [...match.why.holds, "nearer_match_differs"];
    return { ...match, band: "suggest", why: { ...match.why, holds } };
  });
}

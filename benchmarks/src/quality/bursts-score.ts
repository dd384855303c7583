import { createStreamDetector, type BurstDetectorOptions } from "@breakwater/engine/timing";
import { medianOf } from "../stats/intervals.ts";
import type { BurstStream, StreamPost } from "./bursts-data.ts";

/** For each post the index of the post at whose arrival it was flagged, or -1. */
export type Flags = Int32Array;

export type BurstScore = {
  readonly precision: number;
  readonly recall: number;
  readonly ordinaryFlagged: number;
  readonly wavesMissed: number;
  /** Medians over the waves found, from a wave's first post to its first flag; posts of the wave until then. */
  readonly delaySeconds: number;
  readonly delayPosts: number;
};

/** What the engine flags live. */
export function flagLive(posts: readonly StreamPost[], options: Partial<BurstDetectorOptions> = {}): Flags {
  const accounts = createOrdinals();
  const objects = createOrdinals();
  const detector = createStreamDetector(options);
  const flags = new Int32Array(posts.length).fill(-1);
  posts.forEach((post, i) => {
    const source = post.object === null ? -1 : objects(post.object);
    const alert = detector.push(post.at * 1000, accounts(post.account), source);
    for (const flagged of alert?.flagged ?? []) flags[flagged] = i;
  });
  return flags;
}

/** The fixed rule: any span shorter than `windowSeconds` with posts of at least `accountsMin` accounts. */
export function flagFixed(posts: readonly StreamPost[], windowSeconds = 10, accountsMin = 5): Flags {
  const flags = new Int32Array(posts.length).fill(-1);
  const counts = new Map<string, number>();
  let first = 0;
  posts.forEach((post, i) => {
    for (; posts[first].at <= post.at - windowSeconds; first += 1) {
      const { account } = posts[first];
      const left = (counts.get(account) ?? 0) - 1;
      if (left === 0) counts.delete(account);
      else counts.set(account, left);
    }
    counts.set(post.account, (counts.get(post.account) ?? 0) + 1);
    if (counts.size < accountsMin) return;
    for (let j = first; j <= i; j += 1) if (flags[j] < 0) flags[j] = i;
  });
  return flags;
}

export function scoreFlags(stream: BurstStream, flags: Flags): BurstScore {
  let [hits, attacks, falseHits] = [0, 0, 0];
  const starts = new Map<number, number>();
  const found = new Map<number, number>();
  stream.posts.forEach((post, i) => {
    if (post.isAttack) attacks += 1;
    if (flags[i] >= 0) {
      if (post.isAttack) hits += 1;
      else falseHits += 1;
    }
    if (post.wave === null) return;
    if (!starts.has(post.wave)) starts.set(post.wave, post.at);
    if (flags[i] >= 0) found.set(post.wave, Math.min(found.get(post.wave) ?? flags[i], flags[i]));
  });
  const seen = new Map<number, number>();
  stream.posts.forEach(({ wave }, i) => {
    if (wave !== null && i <= (found.get(wave) ?? -1)) seen.set(wave, (seen.get(wave) ?? 0) + 1);
  });
  const delays = [...found].map(([wave, index]) => stream.posts[index].at - (starts.get(wave) ?? 0));
  return {
    precision: hits / (hits + falseHits),
    recall: hits / attacks,
    ordinaryFlagged: falseHits / (stream.posts.length - attacks),
    wavesMissed: stream.waves - found.size,
    delaySeconds: delays.length === 0 ? Number.NaN : medianOf(delays),
    delayPosts: seen.size === 0 ? Number.NaN : medianOf([...seen.values()]),
  };
}

function createOrdinals(): (name: string) => number {
  const ordinals = new Map<string, number>();
  return (name) => {
    const known = ordinals.get(name);
    if (known !== undefined) return known;
    ordinals.set(name, ordinals.size);
    return ordinals.size - 1;
  };
}

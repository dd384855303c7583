import { createHash } from "node:crypto";
import { readCsv } from "../data/csv.ts";
import { coordinationPath } from "../data/folder.ts";
import { loadWeibo } from "../data/weibo.ts";

/** A post of the stream; `wave` numbers the wave of attack posts that it belongs to, or is null. */
export type StreamPost = {
  readonly id: string;
  readonly account: string;
  /** Seconds. */
  readonly at: number;
  readonly isAttack: boolean;
  readonly wave: number | null;
  /** The event that drew a repost, or null. */
  readonly object: string | null;
};

export type BurstStream = { readonly posts: readonly StreamPost[]; readonly waves: number };

export type Variant = { readonly oneIn: number; readonly jitterSeconds: number; readonly seed: number };

const waveGapSeconds = 60;
const waveAccountsMin = 5;
const weekSeconds = 7 * 86_400;

/** ephemeral_bursts, one post per id, in order of time and id. The columns `deleted_ts` and `life` are never read. */
export function loadEphemeral(): readonly StreamPost[] {
  const file = readCsv(coordinationPath("ephemeral_bursts"), ["id", "author_id", "ts", "attack"]);
  const posts = new Map<string, StreamPost>();
  file.id.forEach((id, row) => {
    if (posts.has(id)) return;
    const isAttack = file.attack[row] === "1";
    posts.set(id, { id, account: file.author_id[row], at: Number(file.ts[row]), isAttack, wave: null, object: null });
  });
  return sortPosts([...posts.values()]);
}

/** Diluted and jittered as defined in peers-on-development-data section 4; waves are told before the jitter. */
export function toVariant(posts: readonly StreamPost[], variant: Variant): BurstStream {
  const { oneIn, jitterSeconds, seed } = variant;
  const kept = oneIn === 1 ? posts : posts.filter((post) => uniform(`keep|${seed}|${post.id}`) < 1 / oneIn);
  const { posts: numbered, waves } = numberWaves(kept);
  const moved = numbered.map((post) =>
    jitterSeconds > 0 && post.isAttack
      ? { ...post, at: post.at + Math.floor(uniform(`jitter|${seed}|${post.id}`) * (jitterSeconds + 1)) }
      : post,
  );
  return { posts: sortPosts(moved), waves };
}

/** Attack posts split at silences of more than a minute; a wave has at least five accounts. */
export function numberWaves(posts: readonly StreamPost[]): BurstStream {
  const clumps: StreamPost[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const post of posts) {
    if (!post.isAttack) continue;
    if (post.at - last > waveGapSeconds) clumps.push([]);
    clumps[clumps.length - 1].push(post);
    last = post.at;
  }
  const waves = clumps.filter((clump) => new Set(clump.map((post) => post.account)).size >= waveAccountsMin);
  const waveOf = new Map(waves.flatMap((wave, number) => wave.map((post) => [post.id, number] as const)));
  return { posts: posts.map((post) => ({ ...post, wave: waveOf.get(post.id) ?? null })), waves: waves.length };
}

/** The `rank`-th busiest week of Weibo reposts, moved by whole weeks onto the week of the posts; all are ordinary. */
export function overlayWeibo(stream: BurstStream, rank: number): BurstStream {
  const weibo = loadWeibo();
  const origin = stream.posts[0].at;
  const week = Float64Array.from(weibo.at, (at) => Math.floor((at / 1000 - origin) / weekSeconds));
  const sizes = new Map<number, number>();
  for (const number of week) sizes.set(number, (sizes.get(number) ?? 0) + 1);
  const busiest = [...sizes].sort((a, b) => b[1] - a[1] || a[0] - b[0])[rank][0];
  const added = weibo.account.flatMap((account, row): StreamPost[] =>
    week[row] === busiest
      ? [
          {
            id: `weibo ${row}`,
            account: `weibo ${account}`,
            at: weibo.at[row] / 1000 - busiest * weekSeconds,
            isAttack: false,
            wave: null,
            object: weibo.object[row],
          },
        ]
      : [],
  );
  return { posts: sortPosts([...stream.posts, ...added]), waves: stream.waves };
}

export function uniform(label: string): number {
  return Number.parseInt(createHash("sha256").update(label).digest("hex").slice(0, 13), 16) / 2 ** 52;
}

/** By time; ids of one source grow with time, so they settle the order within a second. */
function sortPosts(posts: readonly StreamPost[]): readonly StreamPost[] {
  return posts.toSorted((a, b) => a.at - b.at || a.id.length - b.id.length || (a.id < b.id ? -1 : 1));
}

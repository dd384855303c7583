// Evasion: whether a changed copy of a post still joins the sample of its original.
import { createSampleIndex, defaultSampleOptions, findSimilarPairs } from "@breakwater/engine/samples";
import { bigramsOf, jaccard, normaliseText } from "@breakwater/engine/text";
import { atLeast, type Benchmark, type Context, type Measurement } from "../harness/benchmark.ts";
import { shareInterval } from "../stats/intervals.ts";
import { createRandom } from "../stats/random.ts";
import { type AttackRow, listAttacks } from "./evasion-attacks.ts";
import { hasClaims, readEvasion, readPosts, readSplits } from "./samples-data.ts";

export const evasion: Benchmark = {
  name: "evasion",
  title: "Evasion: changed copies of posts",
  method:
    "800 real posts, all different, are put into a sample index; of each a changed copy follows. Found = the copy gets the " +
    "sample of its original. False alarms = unrelated pairs (Jaccard of plain grams below 0.3) that the same index takes for copies.",
  needs: [],
  run: runAll,
};

const seed = 1;
const postCount = 800;

async function runAll(context: Context): Promise<readonly Measurement[]> {
  const needed = [
    "zh_posts.jsonl.gz",
    "charmaps/chaizi-jt.txt",
    "evasion_base_data.tsv.gz",
    "evasion_homo_full.tsv.gz",
    "evasion_emoji_full.tsv.gz",
  ] as const;
  if (!hasClaims(...needed)) {
    context.progress("the claims data is missing");
    return [];
  }
  const posts = pickPosts();
  const rows = listAttacks(readSplits()).map((row) => measureAttack(row, posts));
  return [...rows, ...measureCloaked(), measureFalseAlarms(posts.map(({ post }) => post))];
}

type Target = { readonly post: string; readonly filler: string };

/** Posts long enough to be worth hiding, and no copies of one another; each with another one to pad it with. */
function pickPosts(): readonly Target[] {
  const random = createRandom(seed);
  const long = readPosts().filter((post) => normaliseText(post).length >= 40);
  const shuffled = long.map((post) => ({ post, rank: random() })).toSorted((a, b) => a.rank - b.rank);
  const twice = new Set(
    findSimilarPairs(shuffled.map(({ post }) => normaliseText(post))).pairs.flatMap(({ b }) => [b]),
  );
  const single = shuffled.flatMap(({ post }, i) => (twice.has(i) ? [] : [post]));
  return single.slice(0, postCount).map((post, i) => ({ post, filler: single[(postCount + i) % single.length] ?? "" }));
}

function measureAttack(row: AttackRow, targets: readonly Target[]): Measurement {
  const random = createRandom(seed);
  const copies = targets.map(({ post, filler }) => row.attack(post, random, filler));
  const found = countFound(
    targets.map(({ post }) => post),
    copies,
  );
  return toMeasurement({ what: row.name, found, of: targets.length, target: Math.max(row.norm, row.key) });
}

/**
 * Posts disguised by others, with homophones and with emoji: each against its original alone. The figures to reach ask for half of
 * the grams at any length, so that is measured; what the clustering finds, which asks more of short texts, stands beside it.
 */
function measureCloaked(): readonly Measurement[] {
  const base = readEvasion("evasion_base_data.tsv.gz");
  const sets = [
    { what: "ToxiCloakCN homophones", file: "evasion_homo_full.tsv.gz", target: 0.996 },
    { what: "ToxiCloakCN emoji", file: "evasion_emoji_full.tsv.gz", target: 0.92 },
  ] as const;
  return sets.flatMap(({ what, file, target }) => {
    const pairs = readEvasion(file).flatMap((cloaked, i) => (cloaked === base[i] ? [] : [[base[i] ?? "", cloaked]]));
    const found = (fullGrams: number): number =>
      pairs.filter((pair) => findSimilarPairs(pair.map(normaliseText), { fullGrams }).pairs.length === 1).length;
    return [
      toMeasurement({ what, found: found(0), of: pairs.length, target }),
      toMeasurement({ what: `${what}, as clustered`, found: found(defaultSampleOptions.fullGrams), of: pairs.length }),
    ];
  });
}

function countFound(originals: readonly string[], copies: readonly string[]): number {
  const index = createSampleIndex({ ...defaultSampleOptions, itemsMax: 4096, entriesMax: 2 ** 19 });
  const samples = originals.map((post) => index.add(normaliseText(post), 0).sample);
  return copies.filter((copy, i) => index.add(normaliseText(copy), 1).sample === samples[i]).length;
}

function measureFalseAlarms(posts: readonly string[]): Measurement {
  const normalised = posts.map(normaliseText);
  const grams = normalised.map(bigramsOf);
  const { pairs } = findSimilarPairs(normalised, { fullGrams: defaultSampleOptions.fullGrams });
  const unrelated = pairs.filter(({ a, b }) => jaccard(grams[a] ?? empty, grams[b] ?? empty) < 0.3);
  const trials = (posts.length * (posts.length - 1)) / 2;
  return {
    ...line("unrelated pairs taken for copies"),
    metric: "share",
    value: unrelated.length / trials,
    interval: shareInterval(unrelated.length, trials),
    beside: "0.00006 at Jaccard 0.5, with and without extra keys",
  };
}

const empty = new Int32Array(0);

type Row = { readonly what: string; readonly found: number; readonly of: number; readonly target?: number };

function toMeasurement({ what, found, of, target }: Row): Measurement {
  return {
    ...line(what),
    metric: "found",
    value: found / of,
    interval: shareInterval(found, of),
    ...(target === undefined ? {} : { target: atLeast(target) }),
  };
}

function line(what: string): Pick<Measurement, "table" | "what" | "data" | "seed"> {
  return { table: "Changed copies", what, data: "claims/zh_posts, claims/evasion_*", seed: String(seed) };
}

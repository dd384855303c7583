// Samples: which near-identical pairs of real posts the index finds, beside comparing every pair.
import { defaultSampleOptions, findSamples, findSimilarPairs, type SimilarPair } from "@breakwater/engine/samples";
import { bigramsOf, jaccard, normaliseText } from "@breakwater/engine/text";
import { atLeast, type Benchmark, type Context, type Measurement } from "../harness/benchmark.ts";
import { shareInterval } from "../stats/intervals.ts";
import { hasClaims, readPosts } from "./samples-data.ts";

export const samples: Benchmark = {
  name: "samples",
  title: "Samples: near-identical pairs against comparing every pair",
  method:
    "Distinct Weibo posts, normalised. Truth = Jaccard index of character bigrams, every pair compared. Found = the pair as the index " +
    "returns it, and as clustering leaves it in one sample. No text is read but to tell whether it is the same as another.",
  needs: [],
  run: runAll,
};

const bands = [
  { what: "J ≥ 0.7", from: 0.7, below: 1.01, target: 0.995 },
  { what: "0.5 ≤ J < 0.7", from: 0.5, below: 0.7, target: 0.98 },
] as const;

async function runAll(context: Context): Promise<readonly Measurement[]> {
  if (!hasClaims("zh_posts.jsonl.gz")) {
    context.progress("the claims data is missing");
    return [];
  }
  const posts = [...new Set(readPosts().map(normaliseText))].filter((post) => post !== "");
  const truth = comparePosts(posts);
  context.progress(`${posts.length} posts, ${truth.length} pairs at J ≥ 0.5`);
  const { pairs, counts } = findSimilarPairs(posts);
  const found = new Set(pairs.map(({ a, b }) => `${a} ${b}`));
  const { table } = findSamples({
    count: posts.length,
    normalised: posts,
    firstAt: Float64Array.from(posts, (_, i) => i),
  });
  return [
    ...bands.flatMap(({ what, from, below, target }) => {
      const inBand = truth.filter(({ similarity }) => similarity >= from && similarity < below);
      const telling = inBand.filter(({ a, b }) => table.sampleOfText[a] >= 0 && table.sampleOfText[b] >= 0);
      const clustered = telling.filter(({ a, b }) => table.sampleOfText[a] === table.sampleOfText[b]).length;
      return [
        {
          ...share(what, inBand.filter(({ a, b }) => found.has(`${a} ${b}`)).length, inBand.length),
          metric: "pairs found",
          target: atLeast(target),
        },
        { ...share(what, clustered, telling.length), metric: "in one sample" },
      ];
    }),
    {
      ...share("compared", counts.compared, (posts.length * (posts.length - 1)) / 2),
      metric: "share of all pairs",
      beside: `bucketMax ${defaultSampleOptions.bucketMax} and candidatesMax ${defaultSampleOptions.candidatesMax} when clustering`,
    },
  ];
}

/** Every pair at J ≥ 0.5, the slow way. Sizes that differ by more than half cannot reach it. */
function comparePosts(posts: readonly string[]): readonly SimilarPair[] {
  const grams = posts.map(bigramsOf);
  const pairs: SimilarPair[] = [];
  for (let b = 0; b < grams.length; b += 1) {
    for (let a = 0; a < b; a += 1) {
      const [smaller, larger] = [
        Math.min(grams[a].length, grams[b].length),
        Math.max(grams[a].length, grams[b].length),
      ];
      if (2 * smaller < larger) continue;
      const similarity = jaccard(grams[a], grams[b]);
      if (similarity >= 0.5) pairs.push({ a, b, similarity });
    }
  }
  return pairs;
}

function share(
  what: string,
  hits: number,
  of: number,
): Pick<Measurement, "table" | "what" | "data" | "seed" | "value" | "interval"> {
  return {
    table: "Pairs of posts",
    what,
    data: "claims/zh_posts",
    seed: "none",
    value: hits / of,
    interval: shareInterval(hits, of),
  };
}

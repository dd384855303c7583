import { createClaimRegistry, type Entry } from "@breakwater/claims";
import { bigramsOf, countShared, normaliseText } from "@breakwater/engine/text";
import { atLeast, type Benchmark } from "../harness/benchmark.ts";
import { readRows, textOf } from "./data.ts";
import { toTrustedEntry } from "./entries.ts";
import { trusting } from "./open-registry.ts";

/** Near-identical: this share of all pairs of signs of two posts. */
const copyMin = 0.7;
/** Shorter posts are told apart by nothing. */
const pairsMin = 8;

export const claimsArrivals: Benchmark = {
  name: "claims-arrivals",
  title: "Claims: the second copy, at its arrival",
  method:
    "4,228 posts in the order of their file. Each is checked and, where nothing is known, filed at once as an entry of its own. A post of eight pairs or more that has an earlier copy (Jaccard of pairs 0.7 or more, by comparing all) " +
    "is linked where its first match is related.",
  needs: [],
  run: async ({ progress }) => {
    const posts = readRows("zh_posts.jsonl.gz").map((row) => textOf(row, "text"));
    const entries = new Map<string, Entry>();
    const registry = createClaimRegistry({ entryOf: (id) => entries.get(id) });
    const pairs = posts.map((post) => bigramsOf(normaliseText(post)));
    let [copies, linked, together] = [0, 0, 0];
    for (const [i, post] of posts.entries()) {
      const result = registry.admit(post, trusting, ({ band }) => {
        if (band !== "nothing" || post.trim() === "") return null;
        const entry = toTrustedEntry({ id: String(i), claim: post, wordings: [] });
        entries.set(entry.id, entry);
        return entry;
      });
      const isLinked = result.matches[0] !== undefined && result.matches[0].relation !== "none";
      const mine = pairs[i] ?? new Int32Array(0);
      const hasCopy = mine.length >= pairsMin && pairs.slice(0, i).some((other) => isCopy(mine, other));
      copies += Number(hasCopy);
      linked += Number(hasCopy && isLinked);
      together += Number(isLinked);
    }
    progress(`${linked} of ${copies} copies linked`);
    const line = {
      table: "Copies",
      what: "posts with an earlier copy",
      data: "claims/zh_posts",
      seed: "file order",
      interval: null,
    };
    return [
      { ...line, metric: "copies", value: copies },
      { ...line, metric: "linked at arrival", value: linked / copies, target: atLeast(0.99) },
      { ...line, metric: "posts linked in all", value: together },
    ];
  },
};

function isCopy(a: Int32Array, b: Int32Array): boolean {
  const [less, more] = a.length < b.length ? [a, b] : [b, a];
  if (less.length < copyMin * more.length) return false;
  const shared = countShared(a, b);
  return shared / (a.length + b.length - shared) >= copyMin;
}

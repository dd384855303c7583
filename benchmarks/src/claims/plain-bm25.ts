import type { IndexedText } from "@breakwater/claims";

const [k1, b] = [1.2, 0.75];
const stop = new Set(
  "a an the and or of in on at to by from for with is are was were be been it its this that as i you he she they we".split(
    " ",
  ),
);

/** What a user would reach for: BM25 over one field, words in lower case, a plural s taken off. Gives ids, best first. */
export function plainBm25(entries: readonly IndexedText[]): (text: string) => readonly string[] {
  const documents = entries.map((entry) =>
    wordsOf([entry.claim, entry.title ?? "", entry.explanation ?? ""].join(" ")),
  );
  const usual = documents.reduce((sum, words) => sum + words.length, 0) / documents.length;
  const lists = new Map<string, Map<number, number>>();
  for (const [i, words] of documents.entries()) {
    for (const word of words) {
      const list = lists.get(word) ?? new Map<number, number>();
      list.set(i, (list.get(i) ?? 0) + 1);
      lists.set(word, list);
    }
  }
  return (text) => {
    const scores = new Map<number, number>();
    for (const word of new Set(wordsOf(text))) {
      const list = lists.get(word);
      if (list === undefined) continue;
      const weight = Math.log(1 + (documents.length - list.size + 0.5) / (list.size + 0.5));
      for (const [i, count] of list) {
        const length = (documents[i]?.length ?? 0) / usual;
        scores.set(i, (scores.get(i) ?? 0) + (weight * count * (k1 + 1)) / (count + k1 * (1 - b + b * length)));
      }
    }
    const best = [...scores].toSorted((x, y) => y[1] - x[1]).slice(0, 20);
    return best.map(([i]) => entries[i]?.id ?? "");
  };
}

function wordsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !stop.has(word)).map((word) => word.replace(/(?<=..[^s])s$/, ""));
}

/** Average precision of the first five. */
export function meanPrecision(ranked: readonly string[], right: readonly string[]): number {
  let [hits, sum] = [0, 0];
  for (const [i, id] of ranked.slice(0, 5).entries()) {
    if (!right.includes(id)) continue;
    hits += 1;
    sum += hits / (i + 1);
  }
  return sum / Math.min(5, Math.max(1, right.length));
}

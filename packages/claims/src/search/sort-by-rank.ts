/**
 * Sorts the first `count` of both by the ranks, ascending, by Shell's gaps: of the hundred or so that one search sorts, a comparison by a function
 * costs more than all else.
 */
export function sortByRank(ranks: Float64Array, items: Int32Array, count: number): void {
  for (const gap of gaps) {
    for (let i = gap; i < count; i += 1) {
      const [rank, item] = [ranks[i], items[i]];
      let at = i;
      for (; at >= gap && ranks[at - gap] > rank; at -= gap) {
        ranks[at] = ranks[at - gap];
        items[at] = items[at - gap];
      }
      ranks[at] = rank;
      items[at] = item;
    }
  }
}

/** Ciura's (2001). */
const gaps = [1750, 701, 301, 132, 57, 23, 10, 4, 1];

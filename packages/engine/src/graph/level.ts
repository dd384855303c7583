import type { WeightedGraph } from "./build-graph.ts";

/** A graph during the climb: its nodes are the leaves, or parts merged of them. */
export type Level = {
  readonly graph: WeightedGraph;
  /** Each node's total weight, with what is inside a merged node. */
  readonly strength: Float64Array;
  /** Resolution over twice the total weight: two strengths multiplied with it give the expected weight between them. */
  readonly density: number;
  readonly seed: number;
};

/** Scratch of one node's weight to each label around it; `shared` is zero between uses. */
export type Tally = { readonly shared: Float64Array; readonly touched: Int32Array };

export function createTally(nodeCount: number): Tally {
  return { shared: new Float64Array(nodeCount), touched: new Int32Array(nodeCount) };
}

/**
 * Adds up the node's weight to each label of `labels` among its neighbours, or only those in its own class of
 * `within`. Fills `tally` and returns how many labels there are; `clearTally` makes it ready for the next node.
 */
export function fillTally(
  graph: WeightedGraph,
  node: number,
  { labels, within, tally }: { readonly labels: Int32Array; readonly within: Int32Array | null; readonly tally: Tally },
): number {
  const { shared, touched } = tally;
  const end = graph.start[node + 1];
  let count = 0;
  for (let at = graph.start[node]; at < end; at++) {
    const other = graph.target[at];
    if (other === node || (within !== null && within[other] !== within[node])) continue;
    const label = labels[other];
    const before = shared[label];
    if (before === 0) touched[count++] = label;
    shared[label] = before + graph.weight[at];
  }
  return count;
}

export function clearTally(tally: Tally, count: number): void {
  for (let i = 0; i < count; i++) tally.shared[tally.touched[i]] = 0;
}

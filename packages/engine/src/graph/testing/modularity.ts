import type { WeightedGraph } from "../build-graph.ts";

/** The definition, edge by edge: share of weight inside communities less `resolution` times what strengths expect. */
export function measureModularity(graph: WeightedGraph, membership: Int32Array, resolution: number): number {
  const strengthOf = new Map<number, number>();
  let inside = 0;
  let total = 0;
  for (let node = 0; node < graph.nodeCount; node++) {
    const own = membership[node] ?? -1;
    for (let at = graph.start[node] ?? 0; at < (graph.start[node + 1] ?? 0); at++) {
      const weight = graph.weight[at] ?? 0;
      total += weight;
      if (membership[graph.target[at] ?? 0] === own) inside += weight;
      strengthOf.set(own, (strengthOf.get(own) ?? 0) + weight);
    }
  }
  if (total === 0) return 0;
  let expected = 0;
  for (const strength of strengthOf.values()) expected += (strength / total) ** 2;
  return inside / total - resolution * expected;
}

/** The best modularity over every partition of a graph of at most about nine nodes. */
export function findBestModularity(graph: WeightedGraph, resolution: number): number {
  const membership = new Int32Array(graph.nodeCount);
  let best = Number.NEGATIVE_INFINITY;
  tryFrom(0, 0);
  return best;

  function tryFrom(node: number, used: number): void {
    if (node === graph.nodeCount) {
      best = Math.max(best, measureModularity(graph, membership, resolution));
      return;
    }
    for (let community = 0; community <= used; community++) {
      membership[node] = community;
      tryFrom(node + 1, Math.max(used, community + 1));
    }
  }
}

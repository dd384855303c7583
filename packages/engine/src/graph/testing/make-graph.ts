import { buildGraph, type WeightedGraph } from "../build-graph.ts";

export type Edge = readonly [a: number, b: number, weight: number];

export function makeGraph(nodeCount: number, edges: readonly Edge[]): WeightedGraph {
  return buildGraph(
    nodeCount,
    Int32Array.from(edges, (edge) => edge[0]),
    Int32Array.from(edges, (edge) => edge[1]),
    Float64Array.from(edges, (edge) => edge[2]),
    edges.length,
  );
}

/** Cliques of `size` nodes, each joined to the next by one edge. */
export function makeRingOfCliques(cliques: number, size: number): WeightedGraph {
  const edges: Edge[] = [];
  for (let clique = 0; clique < cliques; clique++) {
    const first = clique * size;
    for (let i = 0; i < size; i++) for (let j = i + 1; j < size; j++) edges.push([first + i, first + j, 1]);
    edges.push([first, ((clique + 1) % cliques) * size + 1, 1]);
  }
  return makeGraph(cliques * size, edges);
}

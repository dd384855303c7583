import type { WeightedGraph } from "./build-graph.ts";

/** Cuts each community into its connected components, numbered by first node. Cost: linear in the edges. */
export function splitDisconnected(graph: WeightedGraph, membership: Int32Array): Int32Array {
  const component = new Int32Array(graph.nodeCount).fill(-1);
  const stack = new Int32Array(graph.nodeCount);
  let count = 0;
  for (let first = 0; first < graph.nodeCount; first++) {
    if (component[first] !== -1) continue;
    component[first] = count;
    stack[0] = first;
    let depth = 1;
    while (depth > 0) {
      const node = stack[--depth];
      const end = graph.start[node + 1];
      for (let at = graph.start[node]; at < end; at++) {
        const other = graph.target[at];
        if (component[other] !== -1 || membership[other] !== membership[node]) continue;
        component[other] = count;
        stack[depth++] = other;
      }
    }
    count++;
  }
  return component;
}

/** The same partition with communities numbered 0, 1, … by first node. Labels are below the node count. */
export function renumber(membership: Int32Array): Int32Array {
  const numberOf = new Int32Array(membership.length).fill(-1);
  const numbered = new Int32Array(membership.length);
  let count = 0;
  for (let node = 0; node < membership.length; node++) {
    const label = membership[node];
    let number = numberOf[label];
    if (number === -1) {
      number = count++;
      numberOf[label] = number;
    }
    numbered[node] = number;
  }
  return numbered;
}

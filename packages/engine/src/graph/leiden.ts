/*
 * Leiden communities (Traag, Waltman and van Eck, "From Louvain to Leiden", Sci. Rep. 9, 2019) under modularity with
 * a resolution. Each pass moves nodes while a queue of disturbed ones lasts, refines each community into well-connected
 * parts, and repeats on the graph of those parts. The refinement takes the best merge instead of a random one, as
 * leidenalg does by default. What is left disconnected by the last move is split, which never lowers the modularity.
 */
import { aggregateGraph } from "./aggregate.ts";
import type { WeightedGraph } from "./build-graph.ts";
import type { Level } from "./level.ts";
import { moveNodes } from "./move-nodes.ts";
import { refineCommunities } from "./refine.ts";
import { renumber, splitDisconnected } from "./split-disconnected.ts";

export type LeidenOptions = {
  /** Greater than 0; 1 is plain modularity, more gives smaller communities. */
  readonly resolution: number;
  /** Draws the order in which nodes are looked at. */
  readonly seed: number;
  /** Passes from the leaves up; each starts from the partition of the one before. Default 2. */
  readonly iterationsMax?: number;
};

/**
 * The community of each node, numbered by first node. Every community is connected; a node without edges is alone.
 * The same graph and options give the same answer. Cost: near-linear in the edges.
 */
export function leiden(graph: WeightedGraph, options: LeidenOptions): Int32Array {
  const strength = sumStrengths(graph);
  const total = strength.reduce((sum, value) => sum + value, 0);
  let membership: Int32Array = Int32Array.from({ length: graph.nodeCount }, (_, node) => node);
  if (total === 0) return membership;
  const density = options.resolution / total;
  const iterationsMax = options.iterationsMax ?? 2;
  for (let iteration = 0; iteration < iterationsMax; iteration++) {
    const leaves = { graph, strength, density, seed: Math.imul(options.seed + iteration, 0x9e3779b1) };
    const next = splitDisconnected(graph, climb(leaves, membership));
    const isSettled = next.every((community, node) => community === membership[node]);
    membership = next;
    if (isSettled) break;
  }
  return membership;
}

/** One pass: from `leaves` up, until moving no longer merges anything. Returns the community of each leaf. */
function climb(leaves: Level, initial: Int32Array): Int32Array {
  const partOfLeaf = Int32Array.from({ length: leaves.graph.nodeCount }, (_, node) => node);
  let level = leaves;
  let membership: Int32Array = initial.slice();
  for (;;) {
    moveNodes(level, membership);
    membership = renumber(membership);
    const { partOf, count } = refineCommunities(level, membership);
    const { nodeCount } = level.graph;
    if (count === nodeCount) break;
    const communityOfPart = new Int32Array(count);
    for (let node = 0; node < nodeCount; node++) communityOfPart[partOf[node]] = membership[node];
    for (let leaf = 0; leaf < partOfLeaf.length; leaf++) partOfLeaf[leaf] = partOf[partOfLeaf[leaf]];
    level = aggregateGraph(level, { partOf, count });
    membership = renumber(communityOfPart);
  }
  return partOfLeaf.map((part) => membership[part]);
}

function sumStrengths(graph: WeightedGraph): Float64Array {
  const strength = new Float64Array(graph.nodeCount);
  for (let node = 0; node < graph.nodeCount; node++) {
    const end = graph.start[node + 1];
    let sum = 0;
    for (let at = graph.start[node]; at < end; at++) sum += graph.weight[at];
    strength[node] = sum;
  }
  return strength;
}

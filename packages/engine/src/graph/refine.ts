import { clearTally, createTally, fillTally, type Level, type Tally } from "./level.ts";
import { shuffleOrder } from "./shuffle-order.ts";
import { renumber } from "./split-disconnected.ts";

export type Parts = { readonly partOf: Int32Array; readonly count: number };

/**
 * Splits each community into well-connected parts, by merging single nodes into the part that gains the most, only
 * inside the community and only while node and part are both tied to the rest of it at least as chance expects.
 * Every part is connected. Cost: linear in the edges.
 */
export function refineCommunities(level: Level, membership: Int32Array): Parts {
  const refining = startRefining(level, membership);
  for (const node of shuffleOrder(level.graph.nodeCount, level.seed ^ 0x5bd1e995)) {
    const isAlone = refining.partOf[node] === node && refining.sizeOf[node] === 1;
    if (isAlone && isWellTied(refining, node)) mergeNode(refining, node);
  }
  const partOf = renumber(refining.partOf);
  return { partOf, count: partOf.reduce((most, part) => Math.max(most, part + 1), 0) };
}

type Refining = {
  readonly level: Level;
  readonly membership: Int32Array;
  readonly communityStrength: Float64Array;
  readonly partOf: Int32Array;
  readonly sizeOf: Int32Array;
  readonly strengthOf: Float64Array;
  /** Weight of each node, and of each part, to the rest of its community. A part is named by its first node. */
  readonly tie: Float64Array;
  readonly tieOf: Float64Array;
  readonly tally: Tally;
};

function startRefining(level: Level, membership: Int32Array): Refining {
  const { nodeCount, start, target, weight } = level.graph;
  const communityStrength = new Float64Array(nodeCount);
  const tie = new Float64Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) {
    const own = membership[node];
    communityStrength[own] += level.strength[node];
    const end = start[node + 1];
    let sum = 0;
    for (let at = start[node]; at < end; at++) {
      const other = target[at];
      if (other !== node && membership[other] === own) sum += weight[at];
    }
    tie[node] = sum;
  }
  return {
    level,
    membership,
    communityStrength,
    partOf: Int32Array.from({ length: nodeCount }, (_, node) => node),
    sizeOf: new Int32Array(nodeCount).fill(1),
    strengthOf: level.strength.slice(),
    tie,
    tieOf: tie.slice(),
    tally: createTally(nodeCount),
  };
}

function isWellTied(refining: Refining, part: number): boolean {
  const own = refining.strengthOf[part];
  const rest = refining.communityStrength[refining.membership[part]] - own;
  return refining.tieOf[part] >= refining.level.density * own * rest;
}

function mergeNode(refining: Refining, node: number): void {
  const { level, membership, partOf, sizeOf, strengthOf, tie, tieOf, tally } = refining;
  const count = fillTally(level.graph, node, { labels: partOf, within: membership, tally });
  const strength = level.strength[node];
  let best = node;
  let bestGain = 0;
  for (let i = 0; i < count; i++) {
    const part = tally.touched[i];
    const gain = tally.shared[part] - level.density * strength * strengthOf[part];
    if (gain > bestGain && isWellTied(refining, part)) {
      best = part;
      bestGain = gain;
    }
  }
  if (best !== node) {
    partOf[node] = best;
    sizeOf[best] += 1;
    strengthOf[best] += strength;
    tieOf[best] += tie[node] - 2 * tally.shared[best];
  }
  clearTally(tally, count);
}

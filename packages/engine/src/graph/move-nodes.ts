import { clearTally, createTally, fillTally, type Level, type Tally } from "./level.ts";
import { shuffleOrder } from "./shuffle-order.ts";

/**
 * Fast local moving: takes nodes from a queue, puts each into the community that gains the most (or into an empty
 * one), and queues again the neighbours that this may have disturbed. Changes `membership` in place; its values are
 * below the node count. Cost: linear in the edges of the nodes taken.
 */
export function moveNodes(level: Level, membership: Int32Array): void {
  const moving = startMoving(level, membership);
  while (moving.waiting > 0) {
    const node = takeNode(moving);
    const community = findBest(moving, node);
    if (community === membership[node]) continue;
    assign(moving, node, community);
    queueNeighbours(moving, node);
  }
}

type Moving = {
  readonly level: Level;
  readonly membership: Int32Array;
  readonly strengthOf: Float64Array;
  readonly sizeOf: Int32Array;
  readonly empty: number[];
  readonly tally: Tally;
  /** A ring: `waiting` nodes from `head` on. */
  readonly queue: Int32Array;
  readonly queued: Uint8Array;
  head: number;
  waiting: number;
};

function startMoving(level: Level, membership: Int32Array): Moving {
  const { nodeCount } = level.graph;
  const strengthOf = new Float64Array(nodeCount);
  const sizeOf = new Int32Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) {
    const community = membership[node];
    strengthOf[community] += level.strength[node];
    sizeOf[community] += 1;
  }
  const empty: number[] = [];
  for (let community = 0; community < nodeCount; community++) if (sizeOf[community] === 0) empty.push(community);
  const queue = shuffleOrder(nodeCount, level.seed);
  const queued = new Uint8Array(nodeCount).fill(1);
  const tally = createTally(nodeCount);
  return { level, membership, strengthOf, sizeOf, empty, tally, queue, queued, head: 0, waiting: nodeCount };
}

function takeNode(moving: Moving): number {
  const node = moving.queue[moving.head];
  moving.head = moving.head + 1 === moving.queue.length ? 0 : moving.head + 1;
  moving.waiting--;
  moving.queued[node] = 0;
  return node;
}

/** Stays unless another community gains more by a margin above rounding, so that moving must end. */
function findBest(moving: Moving, node: number): number {
  const { level, membership, strengthOf, sizeOf, empty, tally } = moving;
  const own = membership[node];
  const strength = level.strength[node];
  const expected = level.density * strength;
  const margin = 1e-12 * strength;
  const count = fillTally(level.graph, node, { labels: membership, within: null, tally });
  let best = own;
  let bestGain = tally.shared[own] - expected * (strengthOf[own] - strength);
  for (let i = 0; i < count; i++) {
    const community = tally.touched[i];
    const gain = tally.shared[community] - expected * strengthOf[community];
    if (community !== own && gain > bestGain + margin) {
      best = community;
      bestGain = gain;
    }
  }
  clearTally(tally, count);
  return bestGain < -margin && sizeOf[own] > 1 ? (empty.at(-1) ?? best) : best;
}

function assign(moving: Moving, node: number, community: number): void {
  const { level, membership, strengthOf, sizeOf, empty } = moving;
  const own = membership[node];
  const strength = level.strength[node];
  if (community === empty.at(-1)) empty.pop();
  sizeOf[own] -= 1;
  strengthOf[own] = sizeOf[own] === 0 ? 0 : strengthOf[own] - strength;
  if (sizeOf[own] === 0) empty.push(own);
  sizeOf[community] += 1;
  strengthOf[community] += strength;
  membership[node] = community;
}

function queueNeighbours(moving: Moving, node: number): void {
  const { membership, queue, queued } = moving;
  const { start, target } = moving.level.graph;
  const end = start[node + 1];
  for (let at = start[node]; at < end; at++) {
    const other = target[at];
    if (other === node || queued[other] === 1 || membership[other] === membership[node]) continue;
    queued[other] = 1;
    const tail = moving.head + moving.waiting;
    queue[tail < queue.length ? tail : tail - queue.length] = other;
    moving.waiting++;
  }
}

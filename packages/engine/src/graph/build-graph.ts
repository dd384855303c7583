/** An undirected graph in compressed rows: each edge stands in the rows of both its ends, each row ascending. */
export type WeightedGraph = {
  readonly nodeCount: number;
  /** Neighbours of node v: `target[start[v] .. start[v + 1])`, with `weight` beside. */
  readonly start: Int32Array;
  readonly target: Int32Array;
  readonly weight: Float64Array;
};

/**
 * Builds a graph from the first `edgeCount` pairs `a[i]`, `b[i]` with weight `w[i]` > 0. Pairs that occur again, in
 * either direction, add up to one edge; pairs of a node with itself are left out. Cost: linear, by two counting sorts.
 */
// oxlint-disable-next-line max-params -- one column per parameter, as the candidate stage holds them
export function buildGraph(
  nodeCount: number,
  a: Int32Array,
  b: Int32Array,
  w: Float64Array,
  edgeCount: number,
): WeightedGraph {
  const start = countEnds(nodeCount, a, b, edgeCount);
  const byTarget = fillRows({ start, a, b, w, edgeCount });
  const sorted = transpose(start, byTarget);
  return mergeRepeats(start, sorted);
}

type Rows = { readonly target: Int32Array; readonly weight: Float64Array };

function countEnds(nodeCount: number, a: Int32Array, b: Int32Array, edgeCount: number): Int32Array {
  const start = new Int32Array(nodeCount + 1);
  for (let edge = 0; edge < edgeCount; edge++) {
    const [from, to] = [a[edge], b[edge]];
    if (from === to) continue;
    start[from + 1] += 1;
    start[to + 1] += 1;
  }
  for (let node = 0; node < nodeCount; node++) start[node + 1] += start[node];
  return start;
}

function fillRows(input: {
  readonly start: Int32Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly w: Float64Array;
  readonly edgeCount: number;
}): Rows {
  const { start, a, b, w, edgeCount } = input;
  const next = start.slice();
  const target = new Int32Array(start[start.length - 1]);
  const weight = new Float64Array(target.length);
  for (let edge = 0; edge < edgeCount; edge++) {
    const [from, to] = [a[edge], b[edge]];
    if (from === to) continue;
    put(from, to, w[edge]);
    put(to, from, w[edge]);
  }
  return { target, weight };

  function put(from: number, to: number, value: number): void {
    const at = next[from];
    next[from] = at + 1;
    target[at] = to;
    weight[at] = value;
  }
}

/** Rows read in order of their node land in ascending order in the rows of the other end, which makes it a sort. */
function transpose(start: Int32Array, rows: Rows): Rows {
  const next = start.slice();
  const target = new Int32Array(rows.target.length);
  const weight = new Float64Array(rows.target.length);
  for (let node = 0; node + 1 < start.length; node++) {
    const end = start[node + 1];
    for (let at = start[node]; at < end; at++) {
      const other = rows.target[at];
      const place = next[other];
      next[other] = place + 1;
      target[place] = node;
      weight[place] = rows.weight[at];
    }
  }
  return { target, weight };
}

function mergeRepeats(rowStart: Int32Array, rows: Rows): WeightedGraph {
  const nodeCount = rowStart.length - 1;
  const start = new Int32Array(nodeCount + 1);
  const { target, weight } = rows;
  let length = 0;
  for (let node = 0; node < nodeCount; node++) {
    const first = length;
    const end = rowStart[node + 1];
    for (let at = rowStart[node]; at < end; at++) {
      const other = target[at];
      if (length > first && target[length - 1] === other) {
        weight[length - 1] += weight[at];
      } else {
        target[length] = other;
        weight[length] = weight[at];
        length++;
      }
    }
    start[node + 1] = length;
  }
  return { nodeCount, start, target: target.slice(0, length), weight: weight.slice(0, length) };
}

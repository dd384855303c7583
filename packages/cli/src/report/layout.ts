export type LayoutEdge = { readonly from: number; readonly to: number; readonly weight: number };
export type Place = { readonly x: number; readonly y: number };

const rounds = 140;

/**
 * Places for the nodes of a small graph inside the unit square. Springs and repulsion (Fruchterman and Reingold 1991)
 * from a sunflower start, so that equal graphs always get equal drawings; nothing is random.
 * Cost: `rounds` × nodes²; callers cap the nodes.
 */
export function layOut(count: number, edges: readonly LayoutEdge[]): readonly Place[] {
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  for (let node = 0; node < count; node++) {
    const radius = Math.sqrt((node + 0.5) / count) / 2;
    const angle = node * Math.PI * (3 - Math.sqrt(5));
    x[node] = radius * Math.cos(angle);
    y[node] = radius * Math.sin(angle);
  }
  const weightMax = Math.max(1e-9, ...edges.map((edge) => edge.weight));
  const ideal = 0.85 / Math.sqrt(Math.max(1, count));
  const degree = new Float64Array(count);
  for (const { from, to } of edges) {
    degree[from] = at(degree, from) + 1;
    degree[to] = at(degree, to) + 1;
  }
  for (let round = 0; round < rounds; round++) {
    relax({ x, y, edges, degree, weightMax, ideal, step: 0.1 * (1 - round / rounds) ** 2 + 0.001 });
  }
  return fit(x, y);
}

type Relaxation = {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly edges: readonly LayoutEdge[];
  readonly degree: Float64Array;
  readonly weightMax: number;
  readonly ideal: number;
  readonly step: number;
};

function relax({ x, y, edges, degree, weightMax, ideal, step }: Relaxation): void {
  const count = x.length;
  const pushX = new Float64Array(count);
  const pushY = new Float64Array(count);
  const push = (node: number, dx: number, dy: number) => {
    pushX[node] = at(pushX, node) + dx;
    pushY[node] = at(pushY, node) + dy;
  };
  for (let a = 0; a < count; a++) {
    // A weak pull to the middle keeps parts that no edge joins in the picture.
    push(a, -at(x, a) * 0.9, -at(y, a) * 0.9);
    for (let b = a + 1; b < count; b++) {
      const [dx, dy] = [at(x, a) - at(x, b), at(y, a) - at(y, b)];
      const force = (ideal * ideal) / (dx * dx + dy * dy + 1e-6);
      push(a, dx * force, dy * force);
      push(b, -dx * force, -dy * force);
    }
  }
  for (const { from, to, weight } of edges) {
    const [dx, dy] = [at(x, from) - at(x, to), at(y, from) - at(y, to)];
    // Shared among the edges of a node, the pull of a dense group does not crush it.
    const share = 4 / (4 + (at(degree, from) + at(degree, to)) / 2);
    const force = (Math.hypot(dx, dy) / ideal) * (0.2 + 0.4 * (weight / weightMax)) * share;
    push(from, -dx * force, -dy * force);
    push(to, dx * force, dy * force);
  }
  for (let node = 0; node < count; node++) {
    const length = Math.hypot(at(pushX, node), at(pushY, node));
    const move = Math.min(step, length) / (length + 1e-12);
    x[node] = at(x, node) + at(pushX, node) * move;
    y[node] = at(y, node) + at(pushY, node) * move;
  }
}

function fit(x: Float64Array, y: Float64Array): readonly Place[] {
  const [left, right, top, bottom] = [Math.min(...x), Math.max(...x), Math.min(...y), Math.max(...y)];
  const span = (low: number, high: number) => (value: number) => (high > low ? (value - low) / (high - low) : 0.5);
  const [toX, toY] = [span(left, right), span(top, bottom)];
  return Array.from(x, (value, node) => ({ x: toX(value), y: toY(at(y, node)) }));
}

function at(values: Float64Array, index: number): number {
  return values[index] ?? 0;
}

import type { ForceAtlas2Settings } from "graphology-layout-forceatlas2";
import defaults from "graphology-layout-forceatlas2/defaults.js";
import type { NetworkIndex } from "./network-index.ts";

/** What the thread of the layout is given. */
export type LayoutTask = {
  /** Ten numbers a node, three an edge, as ForceAtlas2 wants them. */
  readonly nodes: Float32Array;
  readonly edges: Float32Array;
  readonly settings: Required<ForceAtlas2Settings>;
  readonly iterations: number;
  readonly tellEvery: number;
};
export type LayoutAnswer = { readonly places: Float32Array; readonly isOver: boolean };

const [perNode, perEdge] = [10, 3];
/** From this many nodes on, forces between far ones are gathered (Barnes–Hut), and fewer steps are taken. */
const manyNodes = 1000;

/** Accounts first, then things, from where `places` has them. */
export function toLayoutTask({ network }: NetworkIndex, places: Float32Array): LayoutTask {
  const { accounts, objects, actions } = network;
  const order = accounts.length + objects.length;
  const nodes = new Float32Array(order * perNode);
  for (let node = 0; node < order; node += 1) {
    nodes[node * perNode] = places[node * 2] ?? 0;
    nodes[node * perNode + 1] = places[node * 2 + 1] ?? 0;
    // Mass, convergence, size.
    nodes.set([1, 1, 1], node * perNode + 6);
  }
  const edges = new Float32Array(actions.at.length * perEdge);
  actions.at.forEach((_, row) => {
    const ends = [actions.account[row] ?? 0, accounts.length + (actions.object[row] ?? 0)];
    edges.set([...ends.map((node) => node * perNode), 1], row * perEdge);
    for (const node of ends) nodes[node * perNode + 6] = (nodes[node * perNode + 6] ?? 0) + 1;
  });
  const isLarge = order > manyNodes;
  return {
    nodes,
    edges,
    settings: {
      ...defaults,
      barnesHutOptimize: isLarge,
      barnesHutTheta: 1,
      strongGravityMode: true,
      gravity: 0.05,
      scalingRatio: 10,
      slowDown: 1 + Math.log(Math.max(1, order)),
    },
    iterations: isLarge ? 80 : 300,
    // To move five thousand dots costs the page a third of a second: once is enough.
    tellEvery: isLarge ? 80 : 60,
  };
}

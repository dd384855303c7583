import fc from "fast-check";
import iterate from "graphology-layout-forceatlas2/iterate.js";
import { describe, expect, it } from "vitest";
import type { Network } from "../group-type.ts";
import { buildGraph } from "./build-graph.ts";
import { toLayoutTask } from "./layout-task.ts";
import { countUntil, indexNetwork } from "./network-index.ts";
import { parseNode, toNode } from "./node-names.ts";
import { placeAtFirst } from "./start-layout.ts";

const layers = ["sample", "url"];
const anyNetwork = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 5 }))
  .chain(([accounts, objects]) =>
    fc
      .uniqueArray(fc.tuple(fc.nat(accounts - 1), fc.nat(objects - 1), fc.nat(100)), {
        maxLength: 40,
        selector: ([account, object]) => `${account} ${object}`,
      })
      .map((rows) => toNetwork(accounts, objects, rows)),
  );

function toNetwork(accounts: number, objects: number, rows: readonly (readonly [number, number, number])[]): Network {
  const ordered = rows.toSorted((a, b) => a[2] - b[2]);
  return {
    id: "g",
    version: 1,
    accounts: Array.from({ length: accounts }, (_, i) => ({ account: `u${i}`, role: "unknown", inStep: 1 })),
    objects: Array.from({ length: objects }, (_, i) => ({
      layer: layers[i % 2] ?? "",
      id: `url:${i}`,
      members: 1,
      accounts: 2,
    })),
    actions: {
      at: ordered.map(([, , at]) => at),
      account: ordered.map(([account]) => account),
      object: ordered.map(([, object]) => object),
    },
    leftOff: { accounts: 0, actions: 0 },
  };
}

/** Each account on each thing with the same chance: where that is high, many have the very same middle. */
const denseNetwork = fc
  .tuple(fc.integer({ min: 5, max: 60 }), fc.integer({ min: 2, max: 20 }), fc.integer({ min: 1, max: 9 }))
  .chain(([accounts, objects, tenths]) =>
    fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: accounts * objects, maxLength: accounts * objects })
      .map((draws) => {
        const rows = draws.flatMap((draw, i) =>
          draw < tenths ? [[i % accounts, Math.floor(i / accounts), i] as const] : [],
        );
        return toNetwork(accounts, objects, rows);
      }),
  );

const draw = (network: Network) => {
  const index = indexNetwork(network);
  const places = placeAtFirst(index);
  return { index, places, graph: buildGraph(index, { places, nameAccount: (name) => name, nameThing: (_, id) => id }) };
};

describe("the picture of a network", () => {
  it("draws every action as an edge between the account and the thing, with its time and layer", () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const { graph, index } = draw(network);
        expect(graph.order).toBe(network.accounts.length + network.objects.length);
        const drawn = graph.mapEdges((_, { at, layer }, one, other) => [...[one, other].toSorted(), at, layer].join());
        const said = network.actions.at.map((at, row) => {
          const place = network.actions.object[row] ?? 0;
          const ends = [`a${network.actions.account[row]}`, `t${place}`];
          return [...ends, at, network.objects[place]?.layer].join();
        });
        expect(drawn.toSorted()).toEqual(said.toSorted());
        expect(index.layers.reduce((sum, { actions }) => sum + actions, 0)).toBe(said.length);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it("puts every node somewhere of its own before any force acts", () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const { graph } = draw(network);
        const places = graph.mapNodes((_, { x, y }) => `${x.toFixed(3)} ${y.toFixed(3)}`);
        expect(places.some((place) => place.includes("NaN"))).toBe(false);
        const ofAccounts = graph.filterNodes((node) => parseNode(node).kind === "account");
        const alone = new Set(
          ofAccounts.map((node) => `${graph.getNodeAttribute(node, "x")} ${graph.getNodeAttribute(node, "y")}`),
        );
        expect(alone.size).toBe(ofAccounts.length);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it("is arranged by the forces without throwing anything out of sight", () => {
    fc.assert(
      fc.property(denseNetwork, (network) => {
        const { index, places } = draw(network);
        const { nodes, edges, settings, iterations } = toLayoutTask(index, places);
        for (let i = 0; i < iterations; i += 1) iterate(settings, nodes, edges);
        const far = Array.from({ length: nodes.length / 10 }, (_, i) =>
          Math.hypot(nodes[i * 10] ?? 0, nodes[i * 10 + 1] ?? 0),
        );
        expect(far.every(Number.isFinite)).toBe(true);
        // In a network of one thing or of strangers the middle is a point: by the size at the start, then.
        const usual = Math.max(far.toSorted((a, b) => a - b)[far.length >> 1] ?? 0, 20);
        expect(Math.max(...far)).toBeLessThan(20 * usual);
      }),
      { seed: 1, numRuns: 150 },
    );
  });

  it("hands the forces every end of every edge, and masses that count them", () => {
    const network = toNetwork(3, 2, [
      [0, 0, 1],
      [1, 0, 2],
      [1, 1, 3],
    ]);
    const { index, places } = draw(network);
    const { nodes, edges } = toLayoutTask(index, places);
    expect([...edges]).toEqual([0, 30, 1, 10, 30, 1, 10, 40, 1]);
    expect([0, 1, 2, 3, 4].map((node) => nodes[node * 10 + 6])).toEqual([2, 3, 1, 3, 2]);
    expect([nodes[10], nodes[11]]).toEqual([places[2], places[3]]);
  });

  it("counts what had happened by a moment", () => {
    const network = toNetwork(3, 2, [
      [0, 0, 1],
      [1, 0, 2],
      [1, 1, 3],
    ]);
    expect([0, 2, 9].map((until) => countUntil(network, until))).toEqual([
      { actions: 0, accounts: 0 },
      { actions: 2, accounts: 2 },
      { actions: 3, accounts: 2 },
    ]);
  });

  it("names nodes and reads their names", () => {
    for (const key of [
      { kind: "account", place: 0 },
      { kind: "thing", place: 41 },
    ] as const) {
      expect(parseNode(toNode(key))).toEqual(key);
    }
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leiden } from "./leiden.ts";
import { splitDisconnected } from "./split-disconnected.ts";
import { makeGraph, makeRingOfCliques, type Edge } from "./testing/make-graph.ts";
import { findBestModularity, measureModularity } from "./testing/modularity.ts";

const smallGraph = (nodeCount: number): fc.Arbitrary<readonly Edge[]> =>
  fc.array(fc.tuple(fc.nat(nodeCount - 1), fc.nat(nodeCount - 1), fc.integer({ min: 1, max: 5 })), {
    minLength: 1,
    maxLength: nodeCount * 3,
  });

describe("leiden()", () => {
  it("finds each clique of a ring, and pairs of them at a low resolution", () => {
    const graph = makeRingOfCliques(30, 5);
    const fine = leiden(graph, { resolution: 2, seed: 7 });
    expect([...fine]).toEqual(Array.from({ length: 150 }, (_, node) => Math.floor(node / 5)));
    const coarse = leiden(graph, { resolution: 0.3, seed: 7 });
    expect(new Set(coarse).size).toBeLessThan(15);
  });

  it("recovers a planted partition", () => {
    const communityOf = (node: number): number => node % 8;
    const edges: Edge[] = [];
    let state = 1;
    for (let i = 0; i < 40_000; i++) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
      const a = (state >>> 16) % 400;
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
      const b = (state >>> 16) % 400;
      if (communityOf(a) === communityOf(b) || i % 20 === 0) edges.push([a, b, 1]);
    }
    const found = leiden(makeGraph(400, edges), { resolution: 1, seed: 3 });
    expect([...found]).toEqual(Array.from({ length: 400 }, (_, node) => communityOf(node)));
  });

  it("leaves a node without edges alone, and a graph without edges whole", () => {
    const graph = makeGraph(5, [
      [0, 2, 1],
      [2, 4, 1],
      [0, 4, 1],
    ]);
    expect([...leiden(graph, { resolution: 1, seed: 1 })]).toEqual([0, 1, 0, 2, 0]);
    expect([...leiden(makeGraph(3, []), { resolution: 1, seed: 1 })]).toEqual([0, 1, 2]);
    expect([...leiden(makeGraph(0, []), { resolution: 1, seed: 1 })]).toEqual([]);
  });

  it("gives the same answer again, whatever the order of the edges", () => {
    fc.assert(
      fc.property(smallGraph(30), fc.nat(), (edges, seed) => {
        const options = { resolution: 1, seed };
        const answer = leiden(makeGraph(30, edges), options);
        expect(leiden(makeGraph(30, edges.toReversed()), options)).toEqual(answer);
      }),
      { seed: 2, numRuns: 100 },
    );
  });

  it("joins only what is connected, and numbers by first node", () => {
    fc.assert(
      fc.property(smallGraph(25), fc.constantFrom(0.1, 0.5, 1, 3), fc.nat(), (edges, resolution, seed) => {
        const graph = makeGraph(25, edges);
        const found = leiden(graph, { resolution, seed });
        expect(splitDisconnected(graph, found)).toEqual(found);
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it("comes near the best of all partitions, and no single move improves it", () => {
    let gap = 0;
    const runs = 150;
    fc.assert(
      fc.property(smallGraph(7), fc.constantFrom(0.5, 1, 2), (edges, resolution) => {
        const graph = makeGraph(7, edges);
        const found = leiden(graph, { resolution, seed: 1, iterationsMax: 10 });
        const reached = measureModularity(graph, found, resolution);
        const best = findBestModularity(graph, resolution);
        gap += best - reached;
        expect(best - reached).toBeLessThan(0.06);
        for (let node = 0; node < 7; node++) {
          for (let community = 0; community < 7; community++) {
            const moved = found.with(node, community);
            expect(measureModularity(graph, moved, resolution)).toBeLessThan(reached + 1e-9);
          }
        }
      }),
      { seed: 4, numRuns: runs },
    );
    expect(gap / runs).toBeLessThan(0.002);
  });
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { makeGraph } from "./testing/make-graph.ts";

it("buildGraph() adds repeats up, drops loops and keeps isolated nodes", () => {
  const graph = makeGraph(4, [
    [2, 0, 1],
    [0, 2, 2],
    [1, 1, 9],
    [0, 1, 4],
  ]);
  expect([...graph.start]).toEqual([0, 2, 3, 4, 4]);
  expect([...graph.target]).toEqual([1, 2, 0, 0]);
  expect([...graph.weight]).toEqual([4, 3, 4, 3]);
});

it("buildGraph() equals a map of pairs", () => {
  const edge = fc.tuple(fc.nat(11), fc.nat(11), fc.integer({ min: 1, max: 9 }));
  fc.assert(
    fc.property(fc.array(edge, { maxLength: 60 }), (edges) => {
      const weights = new Map<string, number>();
      for (const [a, b, weight] of edges) {
        if (a === b) continue;
        weights.set(`${a} ${b}`, (weights.get(`${a} ${b}`) ?? 0) + weight);
        weights.set(`${b} ${a}`, (weights.get(`${b} ${a}`) ?? 0) + weight);
      }
      const graph = makeGraph(12, edges);
      const found: [string, number][] = [];
      for (let node = 0; node < 12; node++) {
        const row = graph.target.subarray(graph.start[node], graph.start[node + 1]);
        expect([...row]).toEqual([...row].toSorted((left, right) => left - right));
        for (let at = graph.start[node]; at < graph.start[node + 1]; at++) {
          found.push([`${node} ${graph.target[at]}`, graph.weight[at]]);
        }
      }
      expect(new Map(found)).toEqual(weights);
      expect(found).toHaveLength(weights.size);
    }),
    { seed: 1, numRuns: 200 },
  );
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { layOut } from "./layout.ts";

it("layOut() places every node inside the unit square, equal graphs equally", () => {
  const graph = fc.integer({ min: 0, max: 20 }).chain((count) => {
    const node = fc.nat(Math.max(0, count - 1));
    const edge = fc.record({ from: node, to: node, weight: fc.double({ min: 0, max: 100, noNaN: true }) });
    return fc.tuple(fc.constant(count), fc.array(edge, { maxLength: count * 2 }));
  });
  fc.assert(
    fc.property(graph, ([count, edges]) => {
      const places = layOut(count, edges);
      expect(places).toHaveLength(count);
      for (const { x, y } of places) {
        expect(x >= 0 && x <= 1 && y >= 0 && y <= 1).toBe(true);
      }
      expect(layOut(count, edges)).toEqual(places);
    }),
    { seed: 7, numRuns: 30 },
  );
});

it("layOut() draws two cliques apart", () => {
  const clique = (first: number) =>
    [0, 1, 2, 3].flatMap((a) =>
      [0, 1, 2, 3].filter((b) => b > a).map((b) => ({ from: first + a, to: first + b, weight: 1 })),
    );
  const places = layOut(8, [...clique(0), ...clique(4), { from: 0, to: 4, weight: 0.1 }]);
  const distance = (a: number, b: number) =>
    Math.hypot((places[a]?.x ?? 0) - (places[b]?.x ?? 0), (places[a]?.y ?? 0) - (places[b]?.y ?? 0));
  expect(distance(1, 2)).toBeLessThan(distance(1, 6));
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { Arrivals } from "./arrivals.ts";

it("knows its oldest as a list would, whatever is added and taken out in which order", () => {
  const step = fc.record({
    kind: fc.constantFrom("add", "add", "delete", "oldest", "drop"),
    key: fc.integer({ min: 0, max: 9 }).map(String),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const arrivals = new Arrivals<{ readonly key: string }>();
      let list: { readonly key: string }[] = [];
      for (const { kind, key } of steps) {
        const each = { key };
        if (kind === "add") {
          arrivals.add(each);
          list = [...list.filter((held) => held.key !== key), each];
        } else if (kind === "delete") {
          arrivals.delete(key);
          list = list.filter((held) => held.key !== key);
        } else if (kind === "drop") {
          const oldest = arrivals.oldest();
          if (oldest !== undefined) arrivals.delete(oldest.key);
          list = list.slice(1);
        }
        expect(arrivals.oldest()).toBe(list[0]);
        expect(arrivals.oldestBeside(list[0])).toBe(list[1]);
        expect(arrivals.oldestBeside(list[1])).toBe(list[0]);
        expect(arrivals.get(key)).toBe(list.find((held) => held.key === key));
        expect(arrivals.has(each)).toBe(list.includes(each));
        expect(arrivals.size).toBe(list.length);
      }
    }),
    { seed: 3, numRuns: 500 },
  );
});

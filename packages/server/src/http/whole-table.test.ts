import { healthRoutes, routes } from "@breakwater/contract";
import { describe, expect, it } from "vitest";
import { createHealthRoutes } from "./health-routes.ts";
import { listBindingFaults } from "./list-binding-faults.ts";
import { Registry } from "prom-client";
import { accessTableLaw } from "./testing/access-table.law.ts";
import { fuzzLaw } from "./testing/fuzz.law.ts";
import { bindSampleRoutes, sampleRoutes } from "./testing/sample-routes.ts";
import { openFuzzTarget } from "./testing/test-front.ts";

// What is tried here on a small room is tried on the whole service where all rooms are put together.
fuzzLaw("sample room", {
  routes: sampleRoutes.filter(({ id }) => id !== "fail"),
  open: () => openFuzzTarget(bindSampleRoutes()),
  runs: 150,
});
accessTableLaw([...routes.filter(({ tag }) => tag !== "health"), ...sampleRoutes]);

describe("listBindingFaults()", () => {
  const bound = bindSampleRoutes();
  const own = createHealthRoutes({ readiness: () => ({ ready: true }), registry: new Registry(), openApi: {} });

  it("finds nothing where every route is bound once", () => {
    expect(listBindingFaults(sampleRoutes, bound)).toEqual([]);
    expect(listBindingFaults(healthRoutes, own)).toEqual([]);
    for (const route of healthRoutes) expect(routes).toContain(route);
  });

  it("finds what is missing, twofold, or not in the contract", () => {
    const [first, ...others] = bound;
    expect(first).toBeDefined();
    if (first === undefined) return;
    expect(listBindingFaults(sampleRoutes, others)).toEqual(["addNote: bound 0 times"]);
    expect(listBindingFaults(sampleRoutes, [...bound, first])).toEqual(["addNote: bound 2 times"]);
    expect(listBindingFaults(sampleRoutes.slice(1), bound)).toEqual(["addNote: bound, but not in the contract"]);
  });
});

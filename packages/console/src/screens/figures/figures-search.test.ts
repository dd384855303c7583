import { expect, it } from "vitest";
import { figuresSearch, listMonths, toInstant } from "./figures-search.ts";

it("counts months over the end of a year", () => {
  expect(listMonths("2025-11", "2026-02")).toEqual(["2025-11", "2025-12", "2026-01", "2026-02"]);
  expect(listMonths("2026-02", "2026-02")).toEqual(["2026-02"]);
  expect(listMonths("2026-03", "2026-02")).toEqual([]);
  expect(toInstant("2026-03")).toBe(Date.UTC(2026, 2));
});

it("takes what is no month for not said", () => {
  expect(figuresSearch.parse({ from: "2026-13", to: "2026-05" })).toEqual({ from: undefined, to: "2026-05" });
});

import { expect, it } from "vitest";
import { toShortId } from "./short-id.ts";

it.each([
  ["case-276e6c51-79dd-4293-9d91-c0ff6733ed2e", "276e6c51"],
  ["276e6c51-79dd-4293-9d91-c0ff6733ed2e", "276e6c51"],
  // Of the platform: as it is.
  ["post-3", "post-3"],
  ["a17", "a17"],
])("%s reads %s", (id, short) => {
  expect(toShortId(id)).toBe(short);
});

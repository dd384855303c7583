import { expect, it } from "vitest";
import { toDeskAddress } from "./desk-address.ts";

it.each([
  ["transfer", "transfer-1", "/console/desks/hand-overs/transfer-1"],
  ["victim_workspace", null, "/console/desks/victims"],
  ["hold", "a/b", "/console/desks/holds/a%2Fb"],
  ["lead", "lead-1", "/console/desks"],
])("%s %s is at %s", (object, id, address) => {
  expect(toDeskAddress(object, id)).toBe(address);
});

import { expect, it } from "vitest";
import { makeDetectionGroup } from "../testing/pieces.ts";
import { toNetwork } from "./group-network.ts";

it("toNetwork() keeps within its limits, samples evenly over time, and counts what it left off", () => {
  const group = makeDetectionGroup("g", { accounts: "abcd", objects: "PQ" });
  const rows = Array.from({ length: 40 }, (_, row) => row);
  const inStepActions = {
    at: rows,
    account: rows.map((row) => row % 4),
    object: rows.map((row) => row % 2),
    total: 100,
  };
  const { accounts, actions, leftOff } = toNetwork(
    { ...group, evidence: { ...group.evidence, inStepActions } },
    { accounts: 3, actions: 6 },
  );
  expect(accounts.map(({ account }) => account)).toEqual(["a", "b", "c"]);
  expect(actions.at).toHaveLength(6);
  expect(actions.account.every((place) => place < 3)).toBe(true);
  expect(actions.at.map((at, i) => [at % 4, at % 2].join() === [actions.account[i], actions.object[i]].join())).toEqual(
    actions.at.map(() => true),
  );
  // Five sixths of the time are reached: no wave is left out whole.
  expect(actions.at.at(-1)).toBeGreaterThan(30);
  expect(leftOff).toEqual({ accounts: 1, actions: 94 });
});

import { expect, it } from "vitest";
import { countMoves, findConfirmFault, toFileLines } from "./compare-preview.ts";
import type { Preview } from "./Previews.tsx";

type Result = NonNullable<Preview["result"]>;

const group = (current: "campaign" | "coordinated" | null, proposed: "campaign" | "coordinated" | null) => ({
  current,
  proposed,
  accounts: 9,
  from: 0,
  to: 1,
});
const counts = { groups: 0, campaigns: 0, accounts: 0 };
const result: Result = {
  current: { version: "1", fingerprint: "a" },
  proposed: { version: "1", fingerprint: "a" },
  from: 0,
  to: 1,
  actions: 5,
  judgements: 7,
  counts: { current: counts, proposed: counts },
  groups: [
    group("campaign", "campaign"),
    group(null, "coordinated"),
    group("campaign", null),
    group("coordinated", "campaign"),
    group("campaign", "coordinated"),
    group("coordinated", "coordinated"),
  ],
  groupsTotal: 6,
};

it("counts what would become of each group", () => {
  expect(countMoves(result)).toEqual({ found: 1, lost: 1, raised: 1, lowered: 1, same: 2 });
});

it("lets only a fresh preview of the very detector that observes end the observing", () => {
  const dayMs = 86_400_000;
  const done = { result, finishedAt: 0 };
  const observing = { fingerprint: "a", learning: true };
  expect(findConfirmFault(done, observing, 7 * dayMs)).toBeNull();
  expect(findConfirmFault(done, observing, 8 * dayMs)).toBe("old");
  expect(findConfirmFault(done, { ...observing, fingerprint: "b" }, 1)).toBe("other");
  expect(findConfirmFault(done, { ...observing, learning: false }, 1)).toBe("done");
  expect(findConfirmFault({ result: null, finishedAt: null }, observing, 1)).toBe("not_ready");
  expect(findConfirmFault(done, null, 1)).toBe("not_ready");
});

it("writes what the file has to say", () => {
  expect(toFileLines({ fdr: 0.02, windowMs: 3 * 86_400_000 })).toBe("[detection]\nfdr = 0.02\nwindow_days = 3");
  expect(toFileLines({})).toBeNull();
});

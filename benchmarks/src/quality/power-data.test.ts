import { describe, expect, it } from "vitest";
import { hasCoordination } from "../data/folder.ts";
import { powerFile, rowsDigest } from "./power-data.ts";

describe.skipIf(!hasCoordination("weibo_reposts"))("powerFile()", () => {
  it.each([
    { base: "B", addedDigest: "28832755f251a186", baseDigest: "c853773308c7d845" },
    { base: "A", addedDigest: "851b6ad46f0e7f04", baseDigest: "34bda9d82408392f" },
  ] as const)("makes file $base, 60 s, 50% as the peers were given it", ({ base, addedDigest, baseDigest }) => {
    const { rows, baseRows, injected, decoys } = powerFile({ base, jitterS: 60, camouflagePercent: 50 });
    expect(rowsDigest(rows, 0, baseRows).slice(0, 16)).toBe(baseDigest);
    expect(rowsDigest(rows, baseRows, rows.at.length).slice(0, 16)).toBe(addedDigest);
    expect([injected.size, decoys.size]).toEqual([435, 435]);
  });

  it("leaves out about half of the groups' actions, and only those, at join 0.5", () => {
    const options = { base: "A", jitterS: 10, camouflagePercent: 50 } as const;
    const whole = powerFile(options);
    const half = powerFile({ ...options, join: 0.5 });
    const dropped = whole.rows.at.length - half.rows.at.length;
    const ownActions = 145 * (2 + 5 + 10);
    expect(dropped / ownActions).toBeCloseTo(0.5, 1);
    const kept = new Set(half.rows.account.map((account, row) => `${account} ${half.rows.object[row]}`));
    const missing = whole.rows.account.filter((account, row) => !kept.has(`${account} ${whole.rows.object[row]}`));
    expect(missing.every((account) => whole.injected.has(account))).toBe(true);
  });
});

import { describe, expect, it } from "vitest";
import type { AccountEvidence } from "../coaction/account-evidence.ts";
import type { LayerGroup } from "../coaction/find-co-action.ts";
import { toIncidence } from "../coaction/incidence.ts";
import { buildLayer } from "../coaction/testing/build-layer.ts";
import type { LayerName } from "../contract/table.ts";
import { listMembers } from "./draft.ts";
import { listInStepObjects, windowOf } from "./in-step-objects.ts";
import { joinGroups } from "./raw-group.ts";

/** A held group of the accounts on two objects, each account in step on both. */
function hold(name: LayerName, accounts: readonly number[], logE: number): LayerGroup {
  const rows = accounts.map((account, i) => ({ account, at: 10 * i }));
  const layer = buildLayer([rows, [...rows, { account: 99, at: 15 }]], name);
  const incidence = toIncidence(layer, 100);
  const evidence = (account: number): AccountEvidence => ({
    account,
    touched: 2,
    inStep: 2,
    expected: 0.1,
    logE: logE + account,
    localFdr: 0,
    q: 0,
    rows: Array.from(
      incidence.rowOfAccount.subarray(incidence.accountStart[account], incidence.accountStart[account + 1]),
    ),
  });
  const candidate = { accounts: Int32Array.from(accounts), cells: Int32Array.of(0, 1) };
  return {
    layer,
    incidence,
    held: {
      set: { incidence, scales: [1000], candidates: [candidate], rates: null },
      candidate,
      cells: [],
      evidence: { logE, scale: 0, cells: 2 },
      q: 0.001,
      accounts: accounts.map(evidence),
      others: [],
    },
  };
}

describe("joinGroups()", () => {
  it.each([
    {
      name: "half of the smaller one is the same",
      groups: [
        [1, 2, 3, 4, 5, 6],
        [5, 6, 7, 8],
      ],
      joined: [[1, 2, 3, 4, 5, 6, 7, 8]],
    },
    {
      name: "less than half is",
      groups: [
        [1, 2, 3, 4, 5, 6],
        [6, 7, 8],
      ],
      joined: [
        [1, 2, 3, 4, 5, 6],
        [6, 7, 8],
      ],
    },
    {
      name: "they have nobody in common",
      groups: [
        [1, 2, 3],
        [4, 5, 6],
      ],
      joined: [
        [1, 2, 3],
        [4, 5, 6],
      ],
    },
    { name: "there is none", groups: [], joined: [] },
  ])("joins two groups or not when $name", ({ groups, joined }) => {
    const held = groups.map((accounts, i) => hold(i === 0 ? "url" : "repost", accounts, 50 - i));
    expect(joinGroups(held).map((group) => [...group.members.keys()])).toEqual(joined);
    expect(joinGroups(held.toReversed()).map((group) => [...group.members.keys()])).toEqual(joined);
  });

  it("puts the strongest part first and gives each member the strongest of its evidence, never the sum", () => {
    const [group] = joinGroups([hold("url", [1, 2, 3], 20), hold("repost", [2, 3, 4], 30)]);
    expect(group.parts.map((part) => part.layer.name)).toEqual(["repost", "url"]);
    expect(listMembers(group).map((one) => [one.account, one.score])).toEqual([
      [4, 34],
      [3, 33],
      [2, 32],
      [1, 21],
    ]);
  });
});

describe("listInStepObjects()", () => {
  it("lists the objects of every layer with the members' rows in the order of time", () => {
    const objects = listInStepObjects(joinGroups([hold("url", [1, 2, 3], 20), hold("repost", [2, 3, 4, 5], 30)])[0]);
    expect(
      objects.map(({ layer, object, rows }) => [layer.name, object, rows.map((row) => layer.account[row])]),
    ).toEqual([
      ["repost", 0, [2, 3, 4, 5]],
      ["repost", 1, [2, 3, 4, 5]],
      ["url", 0, [1, 2, 3]],
      ["url", 1, [1, 2, 3]],
    ]);
    // The window from 0 to 20 holds the outsider who acted at 15: (1 + 1) / (1 + 2).
    expect(windowOf(objects[3])).toEqual({ from: 0, to: 20, accounts: 4, rate: 2 / 3 });
    expect(windowOf(objects[2])).toEqual({ from: 0, to: 20, accounts: 3, rate: 1 / 2 });
  });
});

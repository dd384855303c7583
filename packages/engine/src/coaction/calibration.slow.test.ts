import { expect, it } from "vitest";
import { defaultOptions } from "../contract/options.ts";
import type { Layer } from "../contract/table.ts";
import { createRandom, shuffleInPlace } from "../math/random.ts";
import { findCoAction } from "./find-co-action.ts";

const accountCount = 3000;
const objectCount = 60;
const rowsPerObject = 200;

/** Objects with a skewed rhythm, accounts dealt to their rows at random, and `planted` accounts in step on the first five. */
function makeLayer(seed: number, planted: number): Layer {
  const random = createRandom(seed);
  const columns = { account: [] as number[], at: [] as number[], start: [0] };
  for (let object = 0; object < objectCount; object += 1) {
    const accounts = Int32Array.from({ length: accountCount - planted }, (_, i) => i + planted);
    shuffleInPlace(accounts, random, 0, accounts.length);
    const rows = Array.from(accounts.subarray(0, rowsPerObject), (account) => ({
      account,
      at: object * 86_400_000 + random() ** 3 * 86_400_000,
    }));
    const wave = object * 86_400_000 + random() * 43_200_000;
    if (object < 5) for (let a = 0; a < planted; a += 1) rows.push({ account: a, at: wave + random() * 60_000 });
    rows.sort((x, y) => x.at - y.at || x.account - y.account);
    for (const row of rows) {
      columns.account.push(row.account);
      columns.at.push(row.at);
    }
    columns.start.push(columns.account.length);
  }
  return {
    name: "repost",
    objectCount,
    start: Int32Array.from(columns.start),
    account: Int32Array.from(columns.account),
    at: Float64Array.from(columns.at),
    action: Int32Array.from(columns.account.keys()),
    source: Int32Array.from({ length: objectCount }, (_, i) => i),
  };
}

const context = { accountCount, tickMs: 1, options: defaultOptions };

it("findCoAction() holds nobody in 300 layers without a group", () => {
  const runs = Array.from({ length: 300 }, (_, i) => findCoAction([makeLayer(i + 1, 0)], context).groups.length);
  expect(runs.filter((groups) => groups > 0)).toEqual([]);
});

it("findCoAction() holds eight planted accounts, and nobody beside them, in each of 60 layers", () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const held = findCoAction([makeLayer(seed, 8)], context).groups.flatMap((group) =>
      group.held.accounts.map((one) => one.account),
    );
    expect([...new Set(held)].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  }
});

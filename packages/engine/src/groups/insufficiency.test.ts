import { expect, it } from "vitest";
import { buildLayer } from "../coaction/testing/build-layer.ts";
import { defaultLimits } from "../contract/options.ts";
import { toActionTable } from "../observe/action-table.ts";
import { observeAll } from "../observe/testing/observe-all.ts";
import { listInsufficiencies } from "./insufficiency.ts";

const second = { name: "second", tickMs: 1000 } as const;
const day = { name: "day", tickMs: 86_400_000 } as const;

it.each([
  { name: "enough of everything", accounts: 10, objects: 5, clock: second, reasons: [] },
  { name: "nine accounts", accounts: 9, objects: 5, clock: second, reasons: ["input too_few_accounts 9/10"] },
  { name: "four shared objects", accounts: 10, objects: 4, clock: second, reasons: ["url too_few_shared_objects 4/5"] },
  { name: "no shared object", accounts: 10, objects: 0, clock: second, reasons: ["input no_shared_objects 0/5"] },
  { name: "days", accounts: 10, objects: 5, clock: day, reasons: ["co_timing clock_too_coarse 86400000/3600000"] },
])("listInsufficiencies() says what there is and what it would take: $name", (given) => {
  const observation = observeAll(
    Array.from({ length: given.accounts }, (_, i) => ({
      id: `${i}`,
      at: i,
      account: `a${i}`,
      kind: "post" as const,
      objects: [],
    })),
  );
  const { table } = toActionTable([observation], { from: -1, to: 100, limits: defaultLimits });
  const rows = [0, 1].map((account) => ({ account, at: 0 }));
  const layer = buildLayer(Array.from({ length: given.objects }, () => rows));
  const found = listInsufficiencies(table, [layer], given.clock);
  expect(found.map(({ what, reason, have, need }) => `${what} ${reason} ${have}/${need}`)).toEqual(given.reasons);
});

import fc from "fast-check";
import { expect, it } from "vitest";
import type { Candidate } from "./candidate.ts";
import { createCellViewer, type CellView } from "./cell-view.ts";
import { stratify, toIncidence, type Incidence } from "./incidence.ts";
import { arbitraryLayer } from "./testing/build-layer.ts";

const accountCount = 8;
const anyLayer = arbitraryLayer({ accounts: accountCount, objects: 6, rows: 8, lastAt: 50 });

/** Each row of the incidence asked in turn whether it belongs to the cell. */
function viewSlowly(incidence: Incidence, candidate: Candidate, masked: Uint8Array | null): readonly object[] {
  return [...candidate.cells].flatMap((cell) => {
    const rows = [...incidence.at.keys()].filter((row) => incidence.cells.ofRow[row] === cell && masked?.[row] !== 1);
    const account = rows.map((row) => incidence.account[row]);
    const members = [...account.keys()].filter((i) => candidate.accounts.includes(account[i]));
    return members.length < 2 ? [] : [{ cell, rows, account, members, at: rows.map((row) => incidence.at[row]) }];
  });
}

const toPlain = ({ cell, rows, account, members, at }: CellView): object => ({
  cell,
  rows: [...rows],
  account: [...account],
  members: [...members],
  at: [...at],
});

it("view() shows the unmasked rows of the cells with two members or more, candidate after candidate", () => {
  const accounts = fc.uniqueArray(fc.nat(accountCount - 1));
  fc.assert(
    fc.property(
      anyLayer,
      fc.array(accounts, { maxLength: 3 }),
      fc.infiniteStream(fc.boolean()),
      (layer, all, flips) => {
        const incidence = stratify(toIncidence(layer, accountCount), 20, 0);
        const viewer = createCellViewer(incidence);
        const cells = Int32Array.from({ length: incidence.cells.count }, (_, cell) => cell).filter(
          () => flips.next().value === true,
        );
        const some = Uint8Array.from(incidence.at, () => (flips.next().value === true ? 1 : 0));
        const everyone = new Uint8Array(incidence.rows).fill(1);
        for (const members of all) {
          const candidate = { accounts: Int32Array.from(members).sort(), cells };
          for (const masked of [null, new Uint8Array(incidence.rows), some, everyone]) {
            expect(viewer.view(candidate, masked).map(toPlain)).toEqual(viewSlowly(incidence, candidate, masked));
          }
        }
      },
    ),
    { seed: 1, numRuns: 200 },
  );
});

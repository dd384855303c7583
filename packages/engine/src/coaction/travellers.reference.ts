import { logPoissonTail } from "../math/distributions.ts";
import type { Candidate } from "./candidate.ts";
import type { Incidence } from "./incidence.ts";
import type { TravellerOptions } from "./travellers.ts";

/** The candidates of `findTravellers`, by comparing every two cells and asking every account of every cell. */
export function findTravellersSlowly(incidence: Incidence, options: TravellerOptions): readonly Candidate[] {
  const accountsOf = Array.from(
    { length: incidence.cells.count },
    (_, cell) => new Set(incidence.account.filter((__, row) => incidence.cells.ofRow[row] === cell)),
  );
  const accounts = [...new Set(incidence.account)].toSorted((x, y) => x - y);
  const candidates: { readonly accounts: readonly number[]; readonly cells: readonly number[] }[] = [];
  for (const { a, b } of listSeedsSlowly(accountsOf, accounts, options)) {
    if (candidates.some(({ cells }) => cells.includes(a) && cells.includes(b))) continue;
    const shared = accounts.filter((one) => accountsOf[a].has(one) && accountsOf[b].has(one));
    const cells = [...accountsOf.keys()].filter((cell) => {
      const there = shared.filter((one) => accountsOf[cell].has(one)).length;
      return there >= 2 && there >= options.joinShare * shared.length;
    });
    const members = accounts.filter((one) => {
      const touched = cells.filter((cell) => accountsOf[cell].has(one)).length;
      return touched >= 2 && touched * 2 >= cells.length;
    });
    if (candidates.some((other) => other.cells.join() === cells.join())) continue;
    candidates.push({ accounts: members, cells });
  }
  return candidates.map((one) => ({ accounts: Int32Array.from(one.accounts), cells: Int32Array.from(one.cells) }));
}

/** Pairs of cells that share more accounts than chance, the most surprising first. */
function listSeedsSlowly(
  accountsOf: readonly ReadonlySet<number>[],
  accounts: readonly number[],
  options: TravellerOptions,
): readonly { readonly a: number; readonly b: number; readonly logTail: number }[] {
  const rows = accountsOf.reduce((sum, set) => sum + set.size, 0);
  const touched = accounts.map((one) => accountsOf.filter((set) => set.has(one)).length);
  const meet = touched.reduce((sum, k) => sum + k * (k - 1), 0) / rows ** 2;
  return accountsOf
    .flatMap((one, a) =>
      accountsOf.slice(a + 1).map((other, i) => {
        const shared = [...one].filter((account) => other.has(account)).length;
        const expected = one.size * other.size * meet;
        const logTail = shared > expected ? logPoissonTail(shared, expected) : 0;
        return { a, b: a + 1 + i, shared, logTail };
      }),
    )
    .filter(({ shared, logTail }) => shared >= options.accountsMin && logTail < 0 && logTail <= options.logTailMax)
    .toSorted((x, y) => x.logTail - y.logTail || x.a - y.a || x.b - y.b);
}

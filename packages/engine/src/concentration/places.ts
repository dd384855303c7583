import type { ConcentrationTrait } from "../contract/findings.ts";
import type { ActionTable } from "../contract/table.ts";
import { indexHolders, type Holders } from "../math/holders.ts";
import { listAccountRows, type AccountRows } from "../timing/account-rows.ts";

/** Who uses which network, device, client, and was created on which day. Made once per epoch. */
export type Places = {
  readonly rows: AccountRows;
  readonly traits: Readonly<Record<ConcentrationTrait, Holders>>;
};

export const concentrationTraits: readonly ConcentrationTrait[] = ["prefix", "asn", "device", "client", "creation_day"];

const dayMs = 86_400_000;

/** Cost: linear in the table. */
export function summarisePlaces(table: ActionTable): Places {
  const rows = listAccountRows(table);
  const region = listRegions(table, rows);
  const column = (values: Int32Array): Holders =>
    indexHolders(
      table.accounts.count,
      (account) => Array.from(rows.index.subarray(rows.start[account], rows.start[account + 1]), (row) => values[row]),
      region,
    );
  return {
    rows,
    traits: {
      prefix: column(table.prefix),
      asn: column(table.asn),
      device: column(table.device),
      client: column(table.client),
      creation_day: indexHolders(table.accounts.count, listCreationDays(table)),
    },
  };
}

/** The region that an account acts from most, the smaller ordinal on a tie. */
function listRegions(table: ActionTable, rows: AccountRows): Int32Array {
  return Int32Array.from({ length: table.accounts.count }, (_, account) => {
    const counts = new Map<number, number>();
    for (let slot = rows.start[account]; slot < rows.start[account + 1]; slot += 1) {
      const region = table.region[rows.index[slot]];
      if (region >= 0) counts.set(region, (counts.get(region) ?? 0) + 1);
    }
    let most = -1;
    for (const [region, count] of counts) {
      const best = counts.get(most) ?? 0;
      if (count > best || (count === best && region < most)) most = region;
    }
    return most;
  });
}

/** Days are numbered from the first, so that the table of values stays small. */
function listCreationDays(table: ActionTable): (account: number) => readonly number[] {
  const { createdAt } = table.accounts;
  let first = Number.POSITIVE_INFINITY;
  for (const at of createdAt) if (at < first) first = at;
  const origin = Math.floor(first / dayMs);
  return (account) => (Number.isNaN(createdAt[account]) ? [] : [Math.floor(createdAt[account] / dayMs) - origin]);
}

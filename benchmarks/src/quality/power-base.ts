import { hash } from "node:crypto";
import { cached } from "../data/cache.ts";
import { type Columns, takeRows } from "../data/columns.ts";
import { coordinationPath } from "../data/folder.ts";
import { loadWeibo } from "../data/weibo.ts";

export type BaseName = "A" | "B";

/** Files A and B keep the accounts' habits apart: in A everyone returns, in B hardly anyone does. */
const eventsOfB = 400;
const eventsPerAccountMinA = 3;

/**
 * Real Weibo reposts with the accounts dealt anew inside each event, sorted by (event, time, row): every account keeps
 * its number of rows per event, so nothing in here is coordinated. Cost: a second at first, then cached.
 */
export function powerBase(base: BaseName, shuffleSeed: number): Columns {
  return cached(`power-base-${base}-${shuffleSeed}`, coordinationPath("weibo_reposts"), () =>
    shuffleAccounts(selectRows(base), shuffleSeed),
  );
}

export function sha256(label: string): string {
  return hash("sha256", label, "hex");
}

function selectRows(base: BaseName): Columns {
  const all = loadWeibo();
  return base === "A" ? selectA(all) : selectB(all);
}

function selectA(all: Columns): Columns {
  const firstRow = new Map<string, number>();
  const objects = new Map<string, number>();
  for (let row = 0; row < all.at.length; row++) {
    const key = `${all.object[row]} ${all.account[row]}`;
    const known = firstRow.get(key);
    if (known === undefined) objects.set(all.account[row], (objects.get(all.account[row]) ?? 0) + 1);
    if (known === undefined || all.at[row] < all.at[known]) firstRow.set(key, row);
  }
  const kept = [...firstRow.values()].filter((row) => (objects.get(all.account[row]) ?? 0) >= eventsPerAccountMinA);
  return takeRows(
    all,
    kept.sort((a, b) => a - b),
  );
}

function selectB(all: Columns): Columns {
  const ranked = [...new Set(all.object)].map((event) => ({ event, key: sha256(`events|${event}`) }));
  ranked.sort((a, b) => compare(a.key, b.key));
  const chosen = new Set(ranked.slice(0, eventsOfB).map(({ event }) => event));
  return takeRows(
    all,
    all.object.flatMap((event, row) => (chosen.has(event) ? [row] : [])),
  );
}

function shuffleAccounts(rows: Columns, seed: number): Columns {
  const sorted = takeRows(rows, sortRows(rows));
  const dealt = dealAccounts(rows, seed);
  const next = new Map<string, number>();
  const account = sorted.object.map((event) => {
    const place = next.get(event) ?? 0;
    next.set(event, place + 1);
    return dealt.get(event)?.[place]?.account ?? "";
  });
  return { ...sorted, account };
}

function dealAccounts(rows: Columns, seed: number): ReadonlyMap<string, readonly { account: string; key: string }[]> {
  const dealt = new Map<string, { account: string; key: string }[]>();
  const times = new Map<string, number>();
  rows.account.forEach((account, row) => {
    const event = rows.object[row];
    const time = times.get(`${event} ${account}`) ?? 0;
    times.set(`${event} ${account}`, time + 1);
    const list = dealt.get(event) ?? [];
    list.push({ account, key: sha256(`shuffle|${seed}|${event}|${account}|${time}`) });
    dealt.set(event, list);
  });
  for (const list of dealt.values()) list.sort((a, b) => compare(a.key, b.key));
  return dealt;
}

function sortRows(rows: Columns): number[] {
  const order = Array.from(rows.account, (_, row) => row);
  return order.sort((a, b) => compare(rows.object[a], rows.object[b]) || rows.at[a] - rows.at[b] || a - b);
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

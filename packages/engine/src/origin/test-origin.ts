import type { FamilyTest } from "../contract/family-test.ts";
import type { ActionTable } from "../contract/table.ts";
import { countGroupValues, testHolders, type Holders } from "../math/holders.ts";
import type { OriginKind, Origins } from "./origins.ts";

const membersMin = 3;
/** Accounts outside the group for each one in it. */
const outsideMin = 3;

type Judged = { readonly kind: OriginKind; readonly holders: Holders; readonly p: number; readonly most: number };

/**
 * Were the group's accounts registered together, or did they wake together from a long silence, beyond what as many
 * accounts of the population do? Registrations of all accounts whose creation is known, wakings of all that fell
 * silent; the group is any subset of these under the null, drawn without replacement. Hours and days depend on one
 * another: p is the least times their number (Bonferroni).
 * `observed` is the most members in one hour or day of the strongest kind, `expected` what their number times that
 * step's share of the outsiders gives.
 */
export function testOrigin(input: {
  readonly table: ActionTable;
  readonly origins: Origins;
  readonly members: Int32Array;
  readonly of: "registration" | "waking";
}): FamilyTest {
  const { origins, members, of } = input;
  const judged: Judged[] = [];
  let have = 0;
  for (const { name, holders } of origins.kinds) {
    if (isWakingKind(name) !== (of === "waking")) continue;
    const inside = countKnown(holders, members);
    const outside = holders.accountsKnown - inside;
    have = Math.max(have, Math.min(inside, Math.floor(outside / outsideMin)));
    if (inside < membersMin || outside < outsideMin * inside) continue;
    const most = countGroupValues(holders, members)[0]?.held ?? 0;
    judged.push({ kind: name, holders, p: testHolders(holders, members).p, most });
  }
  const strongest = judged.reduce<Judged | null>(
    (best, each) => (best === null || each.p < best.p ? each : best),
    null,
  );
  if (strongest === null) return { kind: "too_little", reason: "accounts_with_known_age", have, need: membersMin };
  const { holders, kind } = strongest;
  return {
    kind: "tested",
    statistic: kind,
    observed: strongest.most,
    expected: expectMost(holders, members),
    p: Math.min(1, strongest.p * judged.length),
    effect: null,
    rows: listRows(origins, { kind, holders, members }),
  };
}

function isWakingKind(kind: OriginKind): boolean {
  return kind === "woke_within_hour" || kind === "woke_within_day";
}

function countKnown(holders: Holders, members: Int32Array): number {
  return members.filter((account) => holders.start[account + 1] > holders.start[account]).length;
}

function expectMost(holders: Holders, members: Int32Array): number {
  const top = countGroupValues(holders, members)[0];
  const inside = countKnown(holders, members);
  if (top === undefined) return 0;
  return (inside * (holders.held[top.value] - top.held)) / (holders.accountsKnown - inside);
}

/** The first action of those who registered together, or the action with which they woke. */
function listRows(
  origins: Origins,
  of: { readonly kind: OriginKind; readonly holders: Holders; readonly members: Int32Array },
): Int32Array {
  const { holders, members, kind } = of;
  const shared = new Set(
    countGroupValues(holders, members)
      .filter((count) => count.held > 1)
      .map((count) => count.value),
  );
  const isShared = (account: number): boolean =>
    holders.start[account + 1] > holders.start[account] && shared.has(holders.values[holders.start[account]]);
  const isWaking = isWakingKind(kind);
  const { start, index } = origins.rows;
  return members
    .filter(isShared)
    .map((account) => (isWaking ? origins.wakingRow[account] : index[start[account]]))
    .sort();
}

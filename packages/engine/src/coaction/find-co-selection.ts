import type { Layer } from "../contract/table.ts";
import { logPoissonTail } from "../math/distributions.ts";
import { adjustPValues } from "../math/multiplicity.ts";
import type { Candidate } from "./candidate.ts";
import { toIncidence, type Incidence } from "./incidence.ts";
import { halveLayer } from "./split-layer.ts";

/** Accounts that keep choosing the same objects, tested on objects that did not form them. */
export type SelectedGroup = {
  readonly layer: Layer;
  /** Surest first. */
  readonly accounts: readonly SelectedAccount[];
  /** Meetings of members on the tested half, and what activity and popularity expect. */
  readonly meetings: number;
  readonly expected: number;
  readonly p: number;
  readonly q: number;
};

export type SelectedAccount = {
  readonly account: number;
  /** Objects of the tested half on which other members are, and what chance expects. */
  readonly shared: number;
  readonly expected: number;
  readonly p: number;
  readonly q: number;
  /** Rows of the whole layer on objects shared with other members. */
  readonly rows: readonly number[];
};

export type SelectionOptions = {
  readonly accountCount: number;
  /** Share of a layer's shared objects beyond which a candidate leaves no population in it. */
  readonly objectShareMax: number;
  readonly fdr: number;
  readonly accountFdr: number;
  readonly listCandidates: (incidence: Incidence) => readonly Candidate[];
};

const sharedMin = 2;
const membersMin = 3;

/**
 * Null B: each account's activity and each object's popularity are fixed, and who meets whom is exchangeable.
 *
 * Candidates are formed on one half of the objects and tested on the other, then the halves change places, so that
 * meeting is never both the reason for looking and the evidence. The count of members' meetings is nearly Poisson when
 * members are few among the rows. Fans and petitions choose alike too: this says "coordinated", and nothing more.
 */
export function findCoSelection(layers: readonly Layer[], options: SelectionOptions): readonly SelectedGroup[] {
  const community = poolLayers(layers, options.accountCount);
  const found = layers
    .filter((layer) => layer.objectCount >= 4)
    .flatMap((layer) => testHalves(layer, { options, community }));
  const q = adjustPValues(found.map((one) => one.p));
  return found
    .map((one, i) => ({ ...one, q: q[i] }))
    .filter((one) => one.q <= options.fdr && one.accounts.length >= membersMin)
    .sort((a, b) => a.p - b.p || b.meetings - a.meetings);
}

/** What activity and popularity say about meeting, in one layer or over all of them. */
type Chance = {
  /** Rows of each account, and of all. */
  readonly rowsOf: (account: number) => number;
  readonly rows: number;
  /** Chance that two rows are on one object. */
  readonly sameObject: number;
};

/** Activity and popularity over all layers: what a layer is compared with that is the candidate's alone. */
function poolLayers(layers: readonly Layer[], accountCount: number): Chance {
  const rowsOfAccount = new Int32Array(accountCount);
  let [rows, pairs] = [0, 0];
  for (const layer of layers) {
    for (const account of layer.account) rowsOfAccount[account] += 1;
    rows += layer.account.length;
    for (let object = 0; object < layer.objectCount; object += 1) {
      const n = layer.start[object + 1] - layer.start[object];
      pairs += n * (n - 1);
    }
  }
  return { rowsOf: (account) => rowsOfAccount[account], rows, sameObject: rows < 2 ? 0 : pairs / (rows * (rows - 1)) };
}

function chanceIn(incidence: Incidence): Chance {
  const { accountStart, rows } = incidence;
  return {
    rowsOf: (account) => accountStart[account + 1] - accountStart[account],
    rows,
    sameObject: sameObjectRate(incidence),
  };
}

type Context = { readonly options: SelectionOptions; readonly community: Chance };

function testHalves(layer: Layer, context: Context): readonly SelectedGroup[] {
  const { options } = context;
  const halves = ([0, 1] as const).map((half) => toIncidence(halveLayer(layer, half), options.accountCount));
  const whole = toIncidence(layer, options.accountCount);
  return ([0, 1] as const).flatMap((half) => {
    const tested = halves[1 - half];
    const given = { layer, whole, tested, chance: chanceIn(tested), ...context };
    return options.listCandidates(halves[half]).map((candidate) => testCandidate(candidate.accounts, given));
  });
}

type Half = Context & {
  readonly layer: Layer;
  readonly whole: Incidence;
  readonly tested: Incidence;
  /** On the tested half. */
  readonly chance: Chance;
};

function testCandidate(accounts: Int32Array, half: Half): SelectedGroup {
  const { tested, options } = half;
  const membersOn = countMembers(tested, accounts);
  let meetings = 0;
  for (const members of membersOn.values()) meetings += (members * (members - 1)) / 2;
  const shared = [...membersOn.values()].filter((members) => members >= 2).length;
  const isAlone = shared > options.objectShareMax * tested.cells.count;
  const chance = isAlone ? half.community : half.chance;
  const expected = expectMeetings(chance, accounts);
  const rowsOfOthers = countRowsOfOthers(tested, membersOn);
  const weighed = Array.from(accounts, (account) => weighAccount(account, { tested, membersOn, rowsOfOthers, chance }));
  const q = adjustPValues(weighed.map((one) => one.p));
  const kept = weighed
    .map((one, i) => ({ ...one, q: q[i] }))
    .filter((one) => one.q <= options.accountFdr && one.shared >= sharedMin);
  const members = new Set(kept.map((one) => one.account));
  const onWhole = countMembers(half.whole, Int32Array.from(members));
  return {
    layer: half.layer,
    meetings,
    expected,
    p: Math.exp(logPoissonTail(meetings, expected)),
    q: 1,
    accounts: kept
      .map((one) => ({ ...one, rows: listSharedRows(one.account, half.whole, onWhole) }))
      .sort((a, b) => a.p - b.p || a.account - b.account),
  };
}

/** Members per object, only where there are some. */
function countMembers(incidence: Incidence, accounts: Int32Array): ReadonlyMap<number, number> {
  const members = new Map<number, number>();
  for (const account of accounts) {
    for (let i = incidence.accountStart[account]; i < incidence.accountStart[account + 1]; i += 1) {
      const object = incidence.objectOfRow[incidence.rowOfAccount[i]];
      members.set(object, (members.get(object) ?? 0) + 1);
    }
  }
  return members;
}

/** Sum over pairs of members of k_a k_b × the chance that two rows are on one object. */
function expectMeetings(chance: Chance, accounts: Int32Array): number {
  let [sum, squares] = [0, 0];
  for (const account of accounts) {
    const k = chance.rowsOf(account);
    sum += k;
    squares += k * k;
  }
  return ((sum * sum - squares) / 2) * chance.sameObject;
}

function sameObjectRate(incidence: Incidence): number {
  const { start, count } = incidence.cells;
  let pairs = 0;
  for (let object = 0; object < count; object += 1) {
    const n = start[object + 1] - start[object];
    pairs += n * (n - 1);
  }
  return incidence.rows < 2 ? 0 : pairs / (incidence.rows * (incidence.rows - 1));
}

/** Rows by which an account like any other would come to be where two members are: all but the members' own. */
function countRowsOfOthers(tested: Incidence, membersOn: ReadonlyMap<number, number>): number {
  const { start } = tested.cells;
  let rows = 0;
  for (const [object, members] of membersOn) {
    if (members >= 2) rows += Math.max(1, start[object + 1] - start[object] - members);
  }
  return rows;
}

type Meeting = {
  readonly tested: Incidence;
  readonly membersOn: ReadonlyMap<number, number>;
  readonly rowsOfOthers: number;
  readonly chance: Chance;
};

function weighAccount(
  account: number,
  { tested, membersOn, rowsOfOthers, chance }: Meeting,
): Omit<SelectedAccount, "q" | "rows"> {
  let shared = 0;
  for (let i = tested.accountStart[account]; i < tested.accountStart[account + 1]; i += 1) {
    if ((membersOn.get(tested.objectOfRow[tested.rowOfAccount[i]]) ?? 0) >= 2) shared += 1;
  }
  const expected = (chance.rowsOf(account) * rowsOfOthers) / Math.max(1, chance.rows);
  return { account, shared, expected, p: Math.exp(logPoissonTail(shared, expected)) };
}

function listSharedRows(account: number, whole: Incidence, membersOn: ReadonlyMap<number, number>): readonly number[] {
  const rows: number[] = [];
  for (let i = whole.accountStart[account]; i < whole.accountStart[account + 1]; i += 1) {
    const row = whole.rowOfAccount[i];
    if ((membersOn.get(whole.objectOfRow[row]) ?? 0) >= 2) rows.push(row);
  }
  return rows;
}

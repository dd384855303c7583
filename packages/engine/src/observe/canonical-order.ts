import { Interner } from "./interner.ts";
import { startOfObjects, traitNames, type Observation } from "./observation.ts";

/**
 * The rows with `from < at <= to` in canonical order: by time, then account id, then action id, by UTF-16 code units.
 * Rows equal in all three are ordered by what else they say, so that the answer never depends on the order in which
 * they came. Cost: linear in rows that came in order or share few times; a radix sort over time otherwise, and a sort
 * of the account ids where many rows share one time.
 */
export function sortCanonically(observation: Observation, from: number, to: number): Int32Array {
  const rows = selectRows(observation, from, to);
  if (isSorted(observation, rows)) return rows;
  const sorted = sortByTime(observation, rows);
  sortWithinTimes(observation, sorted);
  return sorted;
}

function selectRows(observation: Observation, from: number, to: number): Int32Array {
  const rows = new Int32Array(observation.count);
  const at = observation.at.values;
  let count = 0;
  for (let row = 0; row < observation.count; row++) if (at[row] > from && at[row] <= to) rows[count++] = row;
  return rows.slice(0, count);
}

function isSorted(observation: Observation, rows: Int32Array): boolean {
  for (let i = 1; i < rows.length; i++) if (compareRows(observation, rows[i - 1], rows[i]) > 0) return false;
  return true;
}

function compareRows(observation: Observation, a: number, b: number): number {
  const [atA, atB] = [observation.at.values[a], observation.at.values[b]];
  if (atA !== atB) return atA - atB;
  const { strings } = observation.accounts;
  const [accountA, accountB] = [observation.account.values[a], observation.account.values[b]];
  if (accountA !== accountB) return strings[accountA] < strings[accountB] ? -1 : 1;
  return compareTied(observation, a, b);
}

/** Of two rows of one account and time. */
function compareTied(observation: Observation, a: number, b: number): number {
  const [idA, idB] = [observation.ids[a], observation.ids[b]];
  if (idA !== idB) return idA < idB ? -1 : 1;
  const [wordsA, wordsB] = [describe(observation, a), describe(observation, b)];
  return wordsA < wordsB ? -1 : Number(wordsA > wordsB);
}

/** All that a row says beside time, account and id. */
function describe(observation: Observation, row: number): string {
  const { texts, objects, traits } = observation;
  const traitWords = traitNames.map((name) => traits[name].strings.strings[traits[name].row.get(row)] ?? null);
  const objectWords: (string | number)[] = [];
  for (let at = startOfObjects(observation, row); at < observation.objectEnd.get(row); at++) {
    const object = observation.objectIndex.get(at);
    objectWords.push(objects.kinds.get(object), objects.ids[object]);
  }
  const text = texts.raw.strings[observation.text.get(row)] ?? null;
  return JSON.stringify([observation.kind.get(row), text, objectWords, traitWords, observation.createdAt.get(row)]);
}

/** Stable. Times are positive, so their bytes sort as their values do. */
function sortByTime(observation: Observation, rows: Int32Array): Int32Array {
  const words = new Uint32Array(observation.at.values.buffer);
  const isLittleEndian = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;
  const [low, high] = isLittleEndian ? [0, 1] : [1, 0];
  let sorted = rows;
  for (const word of [low, high]) {
    for (const shift of [0, 11, 22]) sorted = sortByDigit(sorted, { words, word, shift });
  }
  return sorted;
}

/** One pass of a radix sort over 11 bits; a digit that is the same in all rows costs one count. */
function sortByDigit(
  rows: Int32Array,
  { words, word, shift }: { readonly words: Uint32Array; readonly word: number; readonly shift: number },
): Int32Array {
  const next = new Int32Array(2049);
  for (let i = 0; i < rows.length; i++) next[((words[rows[i] * 2 + word] >>> shift) & 2047) + 1] += 1;
  if (next.includes(rows.length)) return rows;
  for (let digit = 0; digit < 2048; digit++) next[digit + 1] += next[digit];
  const sorted = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const digit = (words[rows[i] * 2 + word] >>> shift) & 2047;
    sorted[next[digit]] = rows[i];
    next[digit] += 1;
  }
  return sorted;
}

/** Puts each run of one time in order, in place. */
function sortWithinTimes(observation: Observation, rows: Int32Array): void {
  const at = observation.at.values;
  let ranks: Int32Array | null = null;
  let first = 0;
  for (let i = 1; i <= rows.length; i++) {
    if (i < rows.length && at[rows[i]] === at[rows[first]]) continue;
    const run = rows.subarray(first, i);
    first = i;
    if (run.length === 1) continue;
    if (run.length > 32) ranks ??= rankAccounts(observation.accounts.strings);
    if (ranks === null || run.length <= 32) run.sort((a, b) => compareRows(observation, a, b));
    else sortByRank(observation, run, ranks);
  }
}

/** Each account's place among the sorted ids. */
function rankAccounts(ids: readonly string[]): Int32Array {
  const interner = new Interner();
  for (const id of ids) interner.intern(id);
  const ranks = new Int32Array(ids.length);
  ids.toSorted().forEach((id, place) => {
    ranks[interner.intern(id)] = place;
  });
  return ranks;
}

/** Sorts by account through one number a row, which typed arrays sort without a call per comparison. */
function sortByRank(observation: Observation, run: Int32Array, ranks: Int32Array): void {
  const account = observation.account.values;
  const keys = new Float64Array(run.length);
  for (let i = 0; i < run.length; i++) keys[i] = ranks[account[run[i]]] * 2 ** 31 + run[i];
  keys.sort();
  let first = 0;
  for (let i = 0; i < run.length; i++) run[i] = keys[i] % 2 ** 31;
  for (let i = 1; i <= run.length; i++) {
    if (i < run.length && account[run[i]] === account[run[first]]) continue;
    if (i - first > 1) run.subarray(first, i).sort((a, b) => compareTied(observation, a, b));
    first = i;
  }
}

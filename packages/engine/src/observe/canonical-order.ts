import { startOfObjects, traitNames, type Observation } from "./observation.ts";

/**
 * The rows with `from < at <= to` in canonical order: by time, then account id, then action id, by UTF-16 code units.
 * Rows equal in all three are ordered by what else they say, so that the answer never depends on the order in which
 * they came. Cost: linear; by a radix sort over time and the rank of the account where the rows did not come in order.
 */
export function sortCanonically(observation: Observation, from: number, to: number): Int32Array {
  let rows = selectRows(observation, from, to);
  if (isSorted(observation, rows)) return rows;
  rows = sortByAccount(observation, rows);
  rows = sortByTime(observation, rows);
  sortTies(observation, rows);
  return rows;
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

function sortByAccount(observation: Observation, rows: Int32Array): Int32Array {
  const { strings } = observation.accounts;
  const indexOf = new Map(strings.map((id, index) => [id, index]));
  const rank = new Int32Array(strings.length);
  strings.toSorted().forEach((id, place) => {
    rank[indexOf.get(id) ?? 0] = place;
  });
  const keys = new Uint32Array(observation.count);
  for (const row of rows) keys[row] = rank[observation.account.values[row]];
  return sortByWord(rows, keys);
}

/** Times are positive, so their bytes sort as their values do. */
function sortByTime(observation: Observation, rows: Int32Array): Int32Array {
  const words = new Uint32Array(observation.at.values.buffer);
  const isLittleEndian = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;
  const low = new Uint32Array(observation.count);
  const high = new Uint32Array(observation.count);
  for (let row = 0; row < observation.count; row++) {
    low[row] = words[row * 2 + (isLittleEndian ? 0 : 1)];
    high[row] = words[row * 2 + (isLittleEndian ? 1 : 0)];
  }
  return sortByWord(sortByWord(rows, low), high);
}

/** A stable radix sort of `rows` by `keys[row]`, 16 bits at a time; digits that are all equal cost one count. */
function sortByWord(rows: Int32Array, keys: Uint32Array): Int32Array {
  let sorted = rows;
  for (const shift of [0, 16]) {
    const next = new Int32Array(65_537);
    for (const row of sorted) next[((keys[row] >>> shift) & 0xffff) + 1] += 1;
    if (next.includes(sorted.length)) continue;
    for (let digit = 0; digit < 65_536; digit++) next[digit + 1] += next[digit];
    const moved = new Int32Array(sorted.length);
    for (const row of sorted) {
      const digit = (keys[row] >>> shift) & 0xffff;
      moved[next[digit]] = row;
      next[digit] += 1;
    }
    sorted = moved;
  }
  return sorted;
}

/** Puts runs of one time and account in order, in place. */
function sortTies(observation: Observation, rows: Int32Array): void {
  const at = observation.at.values;
  const account = observation.account.values;
  let first = 0;
  for (let i = 1; i <= rows.length; i++) {
    const isRun = i < rows.length && at[rows[i]] === at[rows[first]] && account[rows[i]] === account[rows[first]];
    if (isRun) continue;
    if (i - first > 1) rows.subarray(first, i).sort((a, b) => compareTied(observation, a, b));
    first = i;
  }
}

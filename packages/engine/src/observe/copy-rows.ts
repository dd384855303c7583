import {
  createObservation,
  internObject,
  internText,
  startOfObjects,
  traitNames,
  type Observation,
} from "./observation.ts";

/**
 * Adds the given rows of `source` to `target`, with only the strings that they use: so shards merge, and so what has
 * left the window is let go. Cost: linear in the rows and their strings.
 */
export function copyRows(target: Observation, source: Observation, rows: Int32Array): void {
  const first = target.count;
  copyIdentity(target, source, rows);
  for (const name of traitNames) {
    const [from, to] = [source.traits[name], target.traits[name]];
    const toTarget = translate(from.strings.strings.length, (index) => to.strings.intern(from.strings.strings[index]));
    for (let i = 0; i < rows.length; i++) to.row.set(first + i, toTarget(from.row.get(rows[i])));
  }
  const { raw, normalOfRaw, normalised } = source.texts;
  const textToTarget = translate(raw.strings.length, (index) =>
    internText(target.texts, raw.strings[index], normalised.strings[normalOfRaw.get(index)]),
  );
  for (let i = 0; i < rows.length; i++) target.text.set(first + i, textToTarget(source.text.get(rows[i])));
  copyObjects(target, source, rows);
  target.count = first + rows.length;
}

/** A new observation of only the given rows. */
export function keepRows(source: Observation, rows: Int32Array): Observation {
  const target = createObservation();
  copyRows(target, source, rows);
  return target;
}

/** One observation of all the actions of several. Cost: linear in them. */
export function mergeObservations(shards: readonly Observation[]): Observation {
  if (shards.length === 1) return shards[0];
  const merged = createObservation();
  for (const shard of shards)
    copyRows(
      merged,
      shard,
      Int32Array.from({ length: shard.count }, (_, row) => row),
    );
  return merged;
}

function copyIdentity(target: Observation, source: Observation, rows: Int32Array): void {
  const first = target.count;
  const ids = source.accounts.strings;
  const accountToTarget = translate(ids.length, (index) => target.accounts.intern(ids[index]));
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    target.ids.push(source.ids[row]);
    target.at.set(first + i, source.at.get(row));
    target.kind.set(first + i, source.kind.get(row));
    target.account.set(first + i, accountToTarget(source.account.get(row)));
    target.createdAt.set(first + i, source.createdAt.get(row));
  }
}

function copyObjects(target: Observation, source: Observation, rows: Int32Array): void {
  const first = target.count;
  const { kinds, ids } = source.objects;
  const toTarget = translate(ids.length, (index) => internObject(target.objects, kinds.get(index), ids[index]));
  let end = startOfObjects(target, first);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    const sourceEnd = source.objectEnd.get(row);
    for (let at = startOfObjects(source, row); at < sourceEnd; at++) {
      target.objectIndex.set(end++, toTarget(source.objectIndex.get(at)));
    }
    target.objectEnd.set(first + i, end);
  }
}

/** Remembers the answers of `find` for 0 … count − 1; -1 stays -1. */
function translate(count: number, find: (index: number) => number): (index: number) => number {
  const known = new Int32Array(count).fill(-1);
  return (index) => {
    if (index === -1) return -1;
    if (known[index] === -1) known[index] = find(index);
    return known[index];
  };
}

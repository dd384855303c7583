import type { LimitReached } from "../contract/findings.ts";
import type { EngineLimits } from "../contract/options.ts";
import type { AccountColumn, ActionTable, ObjectColumn, TextColumn } from "../contract/table.ts";
import { sortCanonically } from "./canonical-order.ts";
import type { IntColumn } from "./columns.ts";
import { mergeObservations } from "./copy-rows.ts";
import { startOfObjects, type Observation } from "./observation.ts";
import { dropRepeatedIds } from "./repeated-ids.ts";

export type TableRequest = {
  /** Actions with `from < at <= to`, milliseconds. */
  readonly from: number;
  readonly to: number;
  readonly limits: Pick<EngineLimits, "actionsMax" | "textsMax">;
};

export type TableResult = { readonly table: ActionTable; readonly limits: readonly LimitReached[] };

/**
 * The canonical table of what disjoint shards observed. An id that comes again is left out, the earliest stays; beyond
 * `actionsMax` the earliest actions go, beyond `textsMax` the texts that came last. Each is counted in `limits`.
 * Cost: linear in the actions and their objects.
 */
export function toActionTable(observations: readonly Observation[], request: TableRequest): TableResult {
  const observation = mergeObservations(observations);
  const { actionsMax, textsMax } = request.limits;
  const inWindow = sortCanonically(observation, request.from, request.to);
  const distinct = dropRepeatedIds(observation.ids, inWindow);
  const rows = distinct.subarray(Math.max(0, distinct.length - actionsMax));
  const { text, texts, textsCut } = numberTexts(observation, rows, textsMax);
  const { account, accounts } = numberAccounts(observation, rows);
  const limits = [
    { limit: "repeated_ids", value: 1, times: inWindow.length - distinct.length },
    { limit: "actionsMax", value: actionsMax, times: distinct.length - rows.length },
    { limit: "textsMax", value: textsMax, times: textsCut },
  ];
  const { traits } = observation;
  const table = {
    count: rows.length,
    at: pickTimes(observation, rows),
    account,
    kind: pickKinds(observation, rows),
    text,
    address: numberTrait(traits.address, rows),
    prefix: numberTrait(traits.prefix, rows),
    asn: numberTrait(traits.asn, rows),
    region: numberTrait(traits.region, rows),
    device: numberTrait(traits.device, rows),
    client: numberTrait(traits.client, rows),
    ...numberObjects(observation, rows),
    ids: pickIds(observation, rows),
    accounts,
    texts,
  };
  return { table, limits: limits.filter(({ times }) => times > 0) };
}

function pickTimes(observation: Observation, rows: Int32Array): Float64Array {
  const at = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) at[i] = observation.at.values[rows[i]];
  return at;
}

function pickKinds(observation: Observation, rows: Int32Array): Uint8Array {
  const kind = new Uint8Array(rows.length);
  for (let i = 0; i < rows.length; i++) kind[i] = observation.kind.values[rows[i]];
  return kind;
}

function pickIds(observation: Observation, rows: Int32Array): readonly string[] {
  const ids: string[] = [];
  for (let i = 0; i < rows.length; i++) ids.push(observation.ids[rows[i]]);
  return ids;
}

/** Gives ordinals by first appearance. `order` lists what each ordinal stands for. */
class Ordinals {
  readonly order: number[] = [];
  readonly #ordinalOf: Int32Array;

  constructor(count: number) {
    this.#ordinalOf = new Int32Array(count).fill(-1);
  }

  has(index: number): boolean {
    return this.#ordinalOf[index] !== -1;
  }

  number(index: number): number {
    if (index === -1) return -1;
    if (this.#ordinalOf[index] === -1) {
      this.#ordinalOf[index] = this.order.length;
      this.order.push(index);
    }
    return this.#ordinalOf[index];
  }
}

function numberTrait(
  trait: { readonly row: IntColumn; readonly strings: { readonly strings: readonly string[] } },
  rows: Int32Array,
): Int32Array {
  const ordinals = new Ordinals(trait.strings.strings.length);
  const numbered = new Int32Array(rows.length).fill(-1);
  if (trait.row.values.length === 0) return numbered;
  for (let i = 0; i < rows.length; i++) numbered[i] = ordinals.number(trait.row.get(rows[i]));
  return numbered;
}

function numberAccounts(
  observation: Observation,
  rows: Int32Array,
): { readonly account: Int32Array; readonly accounts: AccountColumn } {
  const { strings } = observation.accounts;
  const ordinals = new Ordinals(strings.length);
  const account = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) account[i] = ordinals.number(observation.account.values[rows[i]]);
  const count = ordinals.order.length;
  const createdAt = new Float64Array(count).fill(Number.NaN);
  for (let i = 0; i < rows.length; i++) {
    if (Number.isNaN(createdAt[account[i]])) createdAt[account[i]] = observation.createdAt.get(rows[i]);
  }
  return { account, accounts: { count, ids: ordinals.order.map((index) => strings[index]), createdAt } };
}

function numberTexts(
  observation: Observation,
  rows: Int32Array,
  textsMax: number,
): { readonly text: Int32Array; readonly texts: TextColumn; readonly textsCut: number } {
  const { raw, normalOfRaw, normalised } = observation.texts;
  const ordinals = new Ordinals(normalised.strings.length);
  const cut = new Set<number>();
  const firstRaw: string[] = [];
  const text = new Int32Array(rows.length).fill(-1);
  for (let i = 0; i < rows.length; i++) {
    const rawIndex = observation.text.get(rows[i]);
    if (rawIndex === -1) continue;
    const index = normalOfRaw.get(rawIndex);
    const isNew = !ordinals.has(index);
    if (isNew && ordinals.order.length >= textsMax) {
      cut.add(index);
      continue;
    }
    if (isNew) firstRaw.push(raw.strings[rawIndex]);
    text[i] = ordinals.number(index);
  }
  const texts = {
    count: firstRaw.length,
    raw: firstRaw,
    normalised: ordinals.order.map((index) => normalised.strings[index]),
  };
  return { text, texts, textsCut: cut.size };
}

function numberObjects(
  observation: Observation,
  rows: Int32Array,
): { readonly objectStart: Int32Array; readonly objectIndex: Int32Array; readonly objects: ObjectColumn } {
  const { ids, kinds } = observation.objects;
  const ordinals = new Ordinals(ids.length);
  const objectStart = new Int32Array(rows.length + 1);
  for (let i = 0; i < rows.length; i++) {
    const size = observation.objectEnd.get(rows[i]) - startOfObjects(observation, rows[i]);
    objectStart[i + 1] = objectStart[i] + size;
  }
  const objectIndex = new Int32Array(objectStart[rows.length]);
  for (let i = 0; i < rows.length; i++) {
    const first = startOfObjects(observation, rows[i]);
    for (let at = objectStart[i]; at < objectStart[i + 1]; at++) {
      objectIndex[at] = ordinals.number(observation.objectIndex.get(first + at - objectStart[i]));
    }
  }
  const objects = {
    count: ordinals.order.length,
    kinds: Uint8Array.from(ordinals.order, (index) => kinds.get(index)),
    ids: ordinals.order.map((index) => ids[index]),
  };
  return { objectStart, objectIndex, objects };
}

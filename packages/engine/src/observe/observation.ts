import { objectKinds, type Action } from "@breakwater/records";
import { normaliseText } from "../text/normalise.ts";
import { actionKindCodes, objectKindCodes } from "./codes.ts";
import { FloatColumn, IntColumn } from "./columns.ts";
import { Interner } from "./interner.ts";

/** What an action carries beside its account and time, each with strings of its own. */
export const traitNames = ["address", "prefix", "asn", "region", "device", "client"] as const;
export type TraitName = (typeof traitNames)[number];
export type Trait = { readonly row: IntColumn; readonly strings: Interner };

/**
 * A set of actions, held by columns in the order in which they came. Observations of disjoint sets of actions merge by
 * `copyRows`; nothing that is read out of one depends on that order.
 */
export type Observation = {
  count: number;
  readonly ids: string[];
  readonly at: FloatColumn;
  readonly kind: IntColumn;
  readonly account: IntColumn;
  readonly accounts: Interner;
  readonly createdAt: FloatColumn;
  readonly traits: Readonly<Record<TraitName, Trait>>;
  readonly text: IntColumn;
  readonly texts: TextStore;
  /** Objects of row r: `objectIndex[objectEnd[r - 1] .. objectEnd[r])`. */
  readonly objectEnd: IntColumn;
  readonly objectIndex: IntColumn;
  readonly objects: ObjectStore;
};

export type TextStore = { readonly raw: Interner; readonly normalOfRaw: IntColumn; readonly normalised: Interner };
export type ObjectStore = {
  readonly kinds: IntColumn;
  readonly ids: string[];
  /** For each kind, its ids; `indexOf` leads from an id of that kind to the object. */
  readonly byKind: readonly { readonly ids: Interner; readonly indexOf: IntColumn }[];
};

export function createObservation(): Observation {
  const trait = (): Trait => ({ row: new IntColumn(), strings: new Interner() });
  return {
    count: 0,
    ids: [],
    at: new FloatColumn(),
    kind: new IntColumn(),
    account: new IntColumn(),
    accounts: new Interner(),
    createdAt: new FloatColumn(),
    traits: {
      address: trait(),
      prefix: trait(),
      asn: trait(),
      region: trait(),
      device: trait(),
      client: trait(),
    },
    text: new IntColumn(),
    texts: { raw: new Interner(), normalOfRaw: new IntColumn(), normalised: new Interner() },
    objectEnd: new IntColumn(),
    objectIndex: new IntColumn(),
    objects: {
      kinds: new IntColumn(),
      ids: [],
      byKind: objectKinds.map(() => ({ ids: new Interner(), indexOf: new IntColumn() })),
    },
  };
}

/** Takes one action. Cost: linear in its objects, and in its text the first time that this text comes. */
export function observe(observation: Observation, action: Action): void {
  const row = observation.count;
  observation.count = row + 1;
  observation.ids.push(action.id);
  observation.at.set(row, action.at);
  observation.kind.set(row, actionKindCodes[action.kind]);
  observation.account.set(row, observation.accounts.intern(action.account));
  if (action.createdAt !== undefined) observation.createdAt.set(row, action.createdAt);
  if (action.text !== undefined && action.text !== "") {
    observation.text.set(row, internText(observation.texts, action.text));
  }
  const { traits } = observation;
  if (action.network !== undefined) {
    setTrait(traits.address, row, action.network.address);
    setTrait(traits.prefix, row, action.network.prefix);
    setTrait(traits.asn, row, action.network.asn);
    setTrait(traits.region, row, action.network.region);
  }
  setTrait(traits.device, row, action.device);
  setTrait(traits.client, row, action.client);
  let end = startOfObjects(observation, row);
  for (const object of action.objects) {
    observation.objectIndex.set(end++, internObject(observation.objects, objectKindCodes[object.kind], object.id));
  }
  observation.objectEnd.set(row, end);
}

export function startOfObjects(observation: Observation, row: number): number {
  return row === 0 ? 0 : observation.objectEnd.get(row - 1);
}

function setTrait(trait: Trait, row: number, value: string | undefined): void {
  if (value !== undefined && value !== "") trait.row.set(row, trait.strings.intern(value));
}

export function internText(texts: TextStore, raw: string, normalised?: string): number {
  const index = texts.raw.intern(raw);
  if (texts.normalOfRaw.get(index) === -1) {
    texts.normalOfRaw.set(index, texts.normalised.intern(normalised ?? normaliseText(raw)));
  }
  return index;
}

export function internObject(objects: ObjectStore, kind: number, id: string): number {
  const { ids, indexOf } = objects.byKind[kind];
  const place = ids.intern(id);
  const known = indexOf.get(place);
  if (known !== -1) return known;
  const index = objects.ids.length;
  indexOf.set(place, index);
  objects.ids.push(id);
  objects.kinds.set(index, kind);
  return index;
}

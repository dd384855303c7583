import type { ActionKind, ObjectKind } from "@breakwater/records";

/**
 * The actions of one judged window in canonical order: by time, then account, then id. Ordinals are given in that
 * order, so nothing downstream can depend on how the input was cut, merged or keyed. -1 means "not known".
 */
export type ActionTable = {
  readonly count: number;
  /** Milliseconds, ascending. */
  readonly at: Float64Array;
  readonly account: Int32Array;
  readonly kind: Uint8Array;
  /** Index into `texts`, or -1. */
  readonly text: Int32Array;
  readonly address: Int32Array;
  readonly prefix: Int32Array;
  readonly asn: Int32Array;
  readonly region: Int32Array;
  readonly device: Int32Array;
  readonly client: Int32Array;
  /** Action i touches `objectIndex[objectStart[i] .. objectStart[i + 1])`. */
  readonly objectStart: Int32Array;
  readonly objectIndex: Int32Array;
  readonly ids: readonly string[];
  readonly accounts: AccountColumn;
  readonly objects: ObjectColumn;
  readonly texts: TextColumn;
};

export type AccountColumn = {
  readonly count: number;
  readonly ids: readonly string[];
  /** Milliseconds, NaN where not known. */
  readonly createdAt: Float64Array;
};

export type ObjectColumn = {
  readonly count: number;
  readonly kinds: Uint8Array;
  readonly ids: readonly string[];
};

/** Distinct texts after normalising. `raw` is the first seen form in canonical order. */
export type TextColumn = {
  readonly count: number;
  readonly raw: readonly string[];
  readonly normalised: readonly string[];
};

/** How near-identical texts were joined: text index → sample index, or -1 where a text says too little to be one. */
export type SampleTable = {
  readonly count: number;
  readonly sampleOfText: Int32Array;
  /** The text index that stands for each sample. */
  readonly representative: Int32Array;
};

export const layerNames = [
  "sample",
  "url",
  "hashtag",
  "mention",
  "media",
  "reply",
  "repost",
  "like",
  "room",
  "product",
  "account",
  "report",
] as const;
/** A modality of co-action, kept apart from the others. */
export type LayerName = (typeof layerNames)[number];

/**
 * Who touched which object when, in one modality: the first action of each account on each object, sorted by time
 * inside an object. Objects that one account alone touched are left out.
 */
export type Layer = {
  readonly name: LayerName;
  readonly objectCount: number;
  /** Rows of object o: `start[o] .. start[o + 1])`. */
  readonly start: Int32Array;
  readonly account: Int32Array;
  readonly at: Float64Array;
  /** Row in the action table. */
  readonly action: Int32Array;
  /** Index in `table.objects`, or the sample's index in the layer `sample`. */
  readonly source: Int32Array;
};

export type ActionKindCode = Readonly<Record<ActionKind, number>>;
export type ObjectKindCode = Readonly<Record<ObjectKind, number>>;

import { parseBase64, toBase64 } from "../bytes/base64.ts";
import { toUtf8 } from "../bytes/utf8.ts";
import { parseCanonicalJson, toCanonicalJson, type Json } from "../canonical/canonical-json.ts";
import { hashBytes } from "../tree/hashing.ts";
import { isSize } from "../tree/proof-fault.ts";
import { findFactFault, isTime, type EntryFacts } from "./facts.ts";

/** One leaf of the log. */
export type Entry = EntryFacts & {
  /** Its index in the tree, from 0. */
  readonly sequence: number;
  /** When the ledger took it, epoch milliseconds. Never earlier than the entry before. */
  readonly at: number;
  /** The salted hash of its payload, 32 bytes; absent where there is none. */
  readonly commitment?: Uint8Array;
};

/** A tile holds an entry's length in two bytes. */
export const entryBytesMax = 65_535;

/** 2 where it says `words` or `counts`: who reads version 1 alone refuses it, instead of passing over what it says. */
function versionOf(members: object): 1 | 2 {
  return "words" in members || "counts" in members ? 2 : 1;
}

/**
 * The bytes that are hashed into the tree: canonical JSON. Facts that cannot stand in the clear are a bug of the caller. What is
 * returned has been read back: an entry that nobody could read would end the log that it is in.
 */
export function encodeEntry({ sequence, at, commitment, ...facts }: Entry): Uint8Array {
  const fault = findFactFault(facts, sequence);
  if (fault !== null) throw new RangeError(`An entry cannot say this in the clear: ${fault}.`);
  const encoded = commitment === undefined ? {} : { commitment: toBase64(commitment) };
  const bytes = toUtf8(toCanonicalJson({ ...facts, ...encoded, sequence, at, version: versionOf(facts) }));
  if (parseEntry(bytes) === null)
    throw new RangeError(`No entry has this place, time or commitment: ${sequence}, ${at}.`);
  return bytes;
}

/** The entry, or null where the bytes are not exactly what `encodeEntry` would write for one. */
export function parseEntry(bytes: Uint8Array): Entry | null {
  if (bytes.length > entryBytesMax) return null;
  const value = parseCanonicalJson(bytes);
  if (!isObject(value) || value["version"] !== versionOf(value)) return null;
  if (Object.entries(value).some(([name, member]) => fieldTypes.get(name) !== kindOf(member))) return null;
  const { version: _, commitment: encoded, sequence, at, ...members } = value;
  const commitment = typeof encoded === "string" ? parseBase64(encoded) : undefined;
  if (commitment === null || (commitment !== undefined && commitment.length !== hashBytes)) return null;
  if (typeof sequence !== "number" || !isSize(sequence) || typeof at !== "number" || !isTime(at)) return null;
  // Every member has a known name and that name's type: checked against the table below.
  const facts = members as unknown as EntryFacts;
  if (facts.type === undefined || findFactFault(facts, sequence) !== null) return null;
  return commitment === undefined ? { ...facts, sequence, at } : { ...facts, sequence, at, commitment };
}

const fieldTypes: ReadonlyMap<string, string> = new Map([
  ["about", "number"],
  ["at", "number"],
  ["commitment", "string"],
  ["counts", "numbers"],
  ["key", "string"],
  ["level", "number"],
  ["role", "string"],
  ["rule", "string"],
  ["sequence", "number"],
  ["times", "numbers"],
  ["type", "string"],
  ["version", "number"],
  ["words", "words"],
]);

function kindOf(value: Json): string {
  if (!isObject(value)) return typeof value;
  const kinds = new Set(Object.values(value).map((member) => typeof member));
  if (kinds.size > 1) return "other";
  return kinds.has("string") ? "words" : kinds.has("number") || kinds.size === 0 ? "numbers" : "other";
}

function isObject(value: Json | undefined): value is { readonly [name: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

import { parseBase64, toBase64 } from "../bytes/base64.ts";
import { toUtf8 } from "../bytes/utf8.ts";
import { parseCanonicalJson, toCanonicalJson, type Json } from "../canonical/canonical-json.ts";
import { hashBytes } from "../tree/hashing.ts";
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

const version = 1;

/** The bytes that are hashed into the tree: canonical JSON. Facts that cannot stand in the clear are a bug of the caller. */
export function encodeEntry(entry: Entry): Uint8Array {
  const fault = findFactFault(entry, entry.sequence);
  if (fault !== null) throw new RangeError(`An entry cannot say this in the clear: ${fault}.`);
  const { commitment, ...facts } = entry;
  const encoded = commitment === undefined ? {} : { commitment: toBase64(commitment) };
  return toUtf8(toCanonicalJson({ ...facts, ...encoded, version }));
}

/** The entry, or null where the bytes are not exactly what `encodeEntry` would write for one. */
export function parseEntry(bytes: Uint8Array): Entry | null {
  if (bytes.length > entryBytesMax) return null;
  const value = parseCanonicalJson(bytes);
  if (!isObject(value) || value["version"] !== version) return null;
  if (Object.entries(value).some(([name, member]) => fieldTypes.get(name) !== kindOf(member))) return null;
  const { version: _, commitment: encoded, ...members } = value;
  const commitment = typeof encoded === "string" ? parseBase64(encoded) : undefined;
  if (commitment === null || (commitment !== undefined && commitment.length !== hashBytes)) return null;
  // Every member has a known name and that name's type: checked against the table above.
  const entry = members as unknown as Omit<Entry, "commitment">;
  if (!Number.isSafeInteger(entry.sequence) || entry.sequence < 0 || entry.at === undefined || !isTime(entry.at)) {
    return null;
  }
  if (entry.type === undefined || findFactFault(entry, entry.sequence) !== null) return null;
  return commitment === undefined ? entry : { ...entry, commitment };
}

const fieldTypes: ReadonlyMap<string, string> = new Map([
  ["about", "number"],
  ["at", "number"],
  ["commitment", "string"],
  ["key", "string"],
  ["level", "number"],
  ["role", "string"],
  ["rule", "string"],
  ["sequence", "number"],
  ["times", "numbers"],
  ["type", "string"],
  ["version", "number"],
]);

function kindOf(value: Json): string {
  if (!isObject(value)) return typeof value;
  return Object.values(value).every((member) => typeof member === "number") ? "numbers" : "other";
}

function isObject(value: Json | undefined): value is { readonly [name: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

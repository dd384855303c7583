import { parseVersion } from "../parse-version.ts";
import { findInForce, type EntryVersion } from "../record.ts";
import type { RecordStore, Registry, WrittenRecord } from "../registry.ts";
import { countUtf8, readUtf8, writeUtf8 } from "./utf8.ts";

/**
 * Entries with all their versions, to be read one at a time: the texts stand in one piece, tables say where each begins. Numbers are u32,
 * little-endian.
 *
 * ```
 * E entries · V versions · I bytes of ids · B bytes of texts
 * V+1  where each version's text starts, and where the last ends
 * E+1  each entry's first version, and V
 * E    which of its versions is in force, from 0
 * I    the ids by place, a JSON array
 * B    each version as JSON: { at, by, action, reason, entry }
 * ```
 */
export function encodeEntries(registry: Registry): Uint8Array {
  const ids: string[] = [];
  const inForce: number[] = [];
  const firsts: number[] = [0];
  const texts: (string | Uint8Array)[] = [];
  const starts: number[] = [0];
  let textBytes = 0;
  for (let place = 0; place < registry.size; place += 1) {
    const written = registry.writtenAt(place) ?? writeRecord(registry, place);
    ids.push(registry.idAt(place));
    inForce.push(written.inForce);
    for (const text of written.versions) {
      texts.push(text);
      textBytes += typeof text === "string" ? countUtf8(text) : text.length;
      starts.push(textBytes);
    }
    firsts.push(texts.length);
  }
  if (textBytes > 0xffff_ffff) throw new RangeError("A registry holds at most 4 GiB of entries.");
  const idText = JSON.stringify(ids);
  const idBytes = countUtf8(idText);
  const numbers = [ids.length, texts.length, idBytes, textBytes];
  const tables = [numbers, starts, firsts, inForce];
  const tableBytes = tables.reduce((sum, table) => sum + 4 * table.length, 0);
  const bytes = new Uint8Array(tableBytes + idBytes + textBytes);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const table of tables) {
    for (const number of table) {
      view.setUint32(at, number, true);
      at += 4;
    }
  }
  at = writeUtf8(bytes, at, idText);
  for (const text of texts) {
    if (typeof text === "string") at = writeUtf8(bytes, at, text);
    else bytes.set(text, at);
    if (typeof text !== "string") at += text.length;
  }
  return bytes;
}

type Written = { readonly versions: readonly (string | Uint8Array)[]; readonly inForce: number };

function writeRecord(registry: Registry, place: number): Written {
  const { versions } = registry.recordAt(place);
  return {
    versions: versions.map((version) => JSON.stringify(version)),
    inForce: findInForce(versions.map(({ entry }) => entry.status)),
  };
}

/**
 * A store that parses a version when it is asked for it, or null where the tables contradict one another. A version that cannot be read
 * although its checksum holds was written by something else than us: reading it throws `UnreadableEntryError`.
 */
export function openEntries(bytes: Uint8Array): RecordStore | null {
  if (bytes.length < 16) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [entryCount, versionCount] = [view.getUint32(0, true), view.getUint32(4, true)];
  const [idBytes, textBytes] = [view.getUint32(8, true), view.getUint32(12, true)];
  const idsAt = 16 + 4 * (versionCount + 1 + entryCount + 1 + entryCount);
  const textsAt = idsAt + idBytes;
  if (textsAt + textBytes !== bytes.length) return null;
  const starts = readNumbers(view, 16, versionCount + 1);
  const firsts = readNumbers(view, 16 + 4 * (versionCount + 1), entryCount + 1);
  const inForce = readNumbers(view, 16 + 4 * (versionCount + 1 + entryCount + 1), entryCount);
  const ids = parseIds(readUtf8(bytes, idsAt, textsAt), entryCount);
  if (ids === null || !isRising(starts, textBytes) || !isRising(firsts, versionCount)) return null;
  for (let place = 0; place < entryCount; place += 1) {
    if ((inForce[place] ?? 0) >= (firsts[place + 1] ?? 0) - (firsts[place] ?? 0)) return null;
  }
  const startOf = (version: number) => textsAt + (starts[version] ?? 0);
  const versionAt = (version: number) => readVersion(bytes, startOf(version), startOf(version + 1));
  const versionsOf = (place: number): readonly number[] => {
    const first = firsts[place] ?? 0;
    return Array.from({ length: (firsts[place + 1] ?? 0) - first }, (_, i) => first + i);
  };
  return {
    ids,
    record: (place) => ({ versions: versionsOf(place).map(versionAt) }),
    inForce: (place) => versionAt((firsts[place] ?? 0) + (inForce[place] ?? 0)),
    written: (place): WrittenRecord | null =>
      place >= entryCount
        ? null
        : {
            versions: versionsOf(place).map((version) => bytes.subarray(startOf(version), startOf(version + 1))),
            inForce: inForce[place] ?? 0,
          },
  };
}

/** A registry file whose checksums hold, and which says something that is no entry. */
export class UnreadableEntryError extends RangeError {
  constructor(at: number) {
    super(`The registry holds an entry that cannot be read, at byte ${at} of its entries.`);
    this.name = "UnreadableEntryError";
  }
}

function readVersion(bytes: Uint8Array, from: number, to: number): EntryVersion {
  const version = parseVersion(parseJson(readUtf8(bytes, from, to)));
  if (version === null) throw new UnreadableEntryError(from);
  return version;
}

function parseIds(text: string, count: number): readonly string[] | null {
  const ids = parseJson(text);
  if (!Array.isArray(ids) || ids.length !== count) return null;
  return ids.every((id): id is string => typeof id === "string") && new Set(ids).size === count ? ids : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readNumbers(view: DataView, at: number, count: number): Uint32Array {
  const numbers = new Uint32Array(count);
  for (let i = 0; i < count; i += 1) numbers[i] = view.getUint32(at + 4 * i, true);
  return numbers;
}

/** Whether numbers start at 0, rise or stay, and end at `last`. */
function isRising(numbers: Uint32Array, last: number): boolean {
  if (numbers[0] !== 0 || numbers.at(-1) !== last) return false;
  return numbers.every((number, i) => i === 0 || number >= (numbers[i - 1] ?? 0));
}

import { crc32 } from "./crc32.ts";

/**
 * Named sections of bytes in one file, each with its length and checksum. Numbers are little-endian.
 *
 * ```
 *  0  89 42 57 52 0D 0A 1A 0A   the magic: no text, and damaged by what damages line ends
 *  8  u32  version              16  u64  bytes of the whole file     28  u32  CRC-32 of bytes 0 to 27
 * 12  u32  sections             24  u32  CRC-32 of the table
 * 32  for each section: 16 bytes name (ASCII, zeros after) · u64 where it starts · u64 its bytes · u32 its CRC-32 · u32 zero
 *     the sections, in that order, each at a multiple of 8, zeros between
 * ```
 *
 * The first 32 bytes are the same in every version to come.
 */
export const containerVersion = 1;
const magic: Uint8Array = Uint8Array.of(0x89, 0x42, 0x57, 0x52, 0x0d, 0x0a, 0x1a, 0x0a);
const headerBytes = 32;
const rowBytes = 40;
const nameBytes = 16;
const sectionsMax = 64;

export const fileRefusalKinds = ["not_a_registry", "newer_version", "cut_short", "damaged"] as const;
/** Why a file cannot be opened. `where` names the part that is damaged. */
export type FileRefusal = { readonly kind: (typeof fileRefusalKinds)[number]; readonly where: string };
export type Sections = ReadonlyMap<string, Uint8Array>;
export type OpenedSections =
  | { readonly ok: true; readonly sections: Sections }
  | { readonly ok: false; readonly refusal: FileRefusal };

export function isSectionName(name: string): boolean {
  return /^[a-z][a-z0-9-]{0,15}$/.test(name);
}

/** Cost: one copy. Throws where a name is not one. */
export function encodeSections(sections: Sections): Uint8Array {
  const table = new Uint8Array(sections.size * rowBytes);
  const rows = new DataView(table.buffer);
  let end = headerBytes + table.length;
  for (const [row, [name, bytes]] of [...sections].entries()) {
    if (!isSectionName(name)) throw new RangeError(`This cannot be the name of a section: ${name}.`);
    for (let i = 0; i < name.length; i += 1) table[row * rowBytes + i] = name.charCodeAt(i);
    const start = toMultipleOf8(end);
    rows.setBigUint64(row * rowBytes + nameBytes, BigInt(start), true);
    rows.setBigUint64(row * rowBytes + nameBytes + 8, BigInt(bytes.length), true);
    rows.setUint32(row * rowBytes + nameBytes + 16, crc32(bytes), true);
    end = start + bytes.length;
  }
  const file = new Uint8Array(end);
  const header = new DataView(file.buffer, 0, headerBytes);
  file.set(magic);
  header.setUint32(8, containerVersion, true);
  header.setUint32(12, sections.size, true);
  header.setBigUint64(16, BigInt(end), true);
  header.setUint32(24, crc32(table), true);
  header.setUint32(28, crc32(file.subarray(0, 28)), true);
  file.set(table, headerBytes);
  let at = headerBytes + table.length;
  for (const bytes of sections.values()) {
    at = toMultipleOf8(at);
    file.set(bytes, at);
    at += bytes.length;
  }
  return file;
}

/** The sections as views of the file's bytes, every checksum compared. Cost: one pass, about a second per gigabyte. */
export function decodeSections(file: Uint8Array): OpenedSections {
  const refusal = findHeaderFault(file);
  if (refusal !== null) return { ok: false, refusal };
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const count = view.getUint32(12, true);
  const table = file.subarray(headerBytes, headerBytes + count * rowBytes);
  if (count > sectionsMax || table.length < count * rowBytes || crc32(table) !== view.getUint32(24, true)) {
    return damaged("the table of sections");
  }
  const sections = new Map<string, Uint8Array>();
  let last = headerBytes + table.length;
  for (let row = 0; row < count; row += 1) {
    const at = headerBytes + row * rowBytes;
    const name = readName(file, at);
    const start = Number(view.getBigUint64(at + nameBytes, true));
    const end = start + Number(view.getBigUint64(at + nameBytes + 8, true));
    if (!isSectionName(name) || sections.has(name) || end > file.length) return damaged("the table of sections");
    if (start !== toMultipleOf8(last) || file.subarray(last, start).some((byte) => byte !== 0)) return damaged(name);
    last = end;
    const bytes = file.subarray(start, end);
    if (crc32(bytes) !== view.getUint32(at + nameBytes + 16, true)) return damaged(name);
    sections.set(name, bytes);
  }
  return last === file.length ? { ok: true, sections } : damaged("the end");
}

function findHeaderFault(file: Uint8Array): FileRefusal | null {
  const shared = magic.findIndex((byte, i) => byte !== file[i]);
  if (shared >= 0 && shared < 4 && shared < file.length) return { kind: "not_a_registry", where: "" };
  if (file.length === 0) return { kind: "not_a_registry", where: "" };
  if (file.length < headerBytes) return { kind: "cut_short", where: "" };
  const view = new DataView(file.buffer, file.byteOffset, headerBytes);
  if (shared >= 0 || crc32(file.subarray(0, 28)) !== view.getUint32(28, true)) {
    return { kind: "damaged", where: "the header" };
  }
  if (view.getUint32(8, true) !== containerVersion) {
    return { kind: "newer_version", where: String(view.getUint32(8, true)) };
  }
  const length = Number(view.getBigUint64(16, true));
  if (file.length < length) return { kind: "cut_short", where: "" };
  return file.length > length ? { kind: "damaged", where: "the end" } : null;
}

function readName(file: Uint8Array, at: number): string {
  const end = file.subarray(at, at + nameBytes).indexOf(0);
  return String.fromCharCode(...file.subarray(at, at + (end < 0 ? nameBytes : end)));
}

function toMultipleOf8(at: number): number {
  return Math.ceil(at / 8) * 8;
}

function damaged(where: string): OpenedSections {
  return { ok: false, refusal: { kind: "damaged", where } };
}

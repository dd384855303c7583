import { concatBytes, isEqualBytes } from "../bytes/bytes.ts";
import { parseUtf8, toUtf8 } from "../bytes/utf8.ts";
import { crc32 } from "./crc32.ts";

/** Bytes by path. */
export type Files = ReadonlyMap<string, Uint8Array>;

export const zipLimits = { filesMax: 60_000, bytesMax: 2_000_000_000 } as const;

const fileName = /^[A-Za-z0-9_][A-Za-z0-9._-]*(?:\/[A-Za-z0-9_][A-Za-z0-9._-]*)*$/;
const localBytes = 30;
const centralBytes = 46;
const endBytes = 22;
/** 1 January 1980, where zip's time begins: the same files give the same bytes whenever they are packed. */
const date = (1 << 5) | 1;
const version = 20;

/**
 * A zip of uncompressed files in order of their paths; the same files always give the same bytes. What is in a bundle is mostly
 * hashes and signatures, which do not compress, and every compressor's version would write other bytes.
 */
export function writeZip(files: Files): Uint8Array {
  if (files.size > zipLimits.filesMax) throw new RangeError(`A zip of ours has at most ${zipLimits.filesMax} files.`);
  const local: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let offset = 0;
  for (const [path, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!isFileName(path)) throw new RangeError(`A zip of ours has no file of this name: ${path}.`);
    const name = toUtf8(path);
    const facts = { crc: crc32(bytes), size: bytes.length, name };
    local.push(writeLocalHeader(facts), name, bytes);
    central.push(writeCentralHeader(facts, offset), name);
    offset += localBytes + name.length + bytes.length;
    if (offset > zipLimits.bytesMax) throw new RangeError(`A zip of ours has at most ${zipLimits.bytesMax} bytes.`);
  }
  const directory = concatBytes(central);
  const end = createHeader(endBytes, 0x06054b50);
  end.setUint16(8, files.size, true);
  end.setUint16(10, files.size, true);
  end.setUint32(12, directory.length, true);
  end.setUint32(16, offset, true);
  return concatBytes([...local, directory, toBytes(end)]);
}

/**
 * The files of a zip that `writeZip` wrote, or null. Nothing else is taken, not even a zip of the same files: programs disagree
 * about what an unusual zip contains, and evidence must not depend on the program that opens it.
 */
export function parseZip(zip: Uint8Array): Files | null {
  if (zip.length < endBytes || zip.length > zipLimits.bytesMax) return null;
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length);
  const end = zip.length - endBytes;
  const count = view.getUint16(end + 8, true);
  if (count > zipLimits.filesMax) return null;
  const files = new Map<string, Uint8Array>();
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + centralBytes > end) return null;
    const size = view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    const path = parseUtf8(zip.subarray(at + centralBytes, at + centralBytes + nameLength));
    const start = view.getUint32(at + 42, true) + localBytes + nameLength;
    if (path === null || !isFileName(path) || files.has(path) || start + size > zip.length) return null;
    files.set(path, zip.subarray(start, start + size));
    at += centralBytes + nameLength;
  }
  // Files that overlap would make a small zip grow on rewriting.
  const total = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  if (total > zip.length) return null;
  return isEqualBytes(writeZip(files), zip) ? files : null;
}

function isFileName(path: string): boolean {
  return path.length <= 200 && fileName.test(path);
}

type FileFacts = { readonly crc: number; readonly size: number; readonly name: Uint8Array };

function writeLocalHeader({ crc, size, name }: FileFacts): Uint8Array {
  const header = createHeader(localBytes, 0x04034b50);
  header.setUint16(4, version, true);
  header.setUint16(12, date, true);
  header.setUint32(14, crc, true);
  header.setUint32(18, size, true);
  header.setUint32(22, size, true);
  header.setUint16(26, name.length, true);
  return toBytes(header);
}

function writeCentralHeader({ crc, size, name }: FileFacts, offset: number): Uint8Array {
  const header = createHeader(centralBytes, 0x02014b50);
  header.setUint16(4, version, true);
  header.setUint16(6, version, true);
  header.setUint16(14, date, true);
  header.setUint32(16, crc, true);
  header.setUint32(20, size, true);
  header.setUint32(24, size, true);
  header.setUint16(28, name.length, true);
  header.setUint32(42, offset, true);
  return toBytes(header);
}

function createHeader(length: number, signature: number): DataView {
  const header = new DataView(new ArrayBuffer(length));
  header.setUint32(0, signature, true);
  return header;
}

function toBytes(view: DataView): Uint8Array {
  return new Uint8Array(view.buffer);
}

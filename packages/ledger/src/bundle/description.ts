import { toUtf8 } from "../bytes/utf8.ts";
import { parseCanonicalJson, toCanonicalJson, type Json } from "../canonical/canonical-json.ts";
import { isSize } from "../tree/proof-fault.ts";
import { bundlePaths, payloadWords, type BundleDescription, type PayloadWord } from "./layout.ts";

const version = 1;
/** More than a description of as many files as a zip may have takes. */
const bytesMax = 8_000_000;

export function encodeDescription(description: BundleDescription): Uint8Array {
  return toUtf8(toCanonicalJson({ ...description, version }));
}

/** What a bundle says it holds, or null where `encodeDescription` would not have written the bytes. */
export function parseDescription(bytes: Uint8Array): BundleDescription | null {
  const value = bytes.length > bytesMax ? undefined : parseCanonicalJson(bytes);
  if (!isObject(value) || value["version"] !== version) return null;
  const { origin, size } = value;
  const entries = parseList(value["entries"], parseEntryLine, ({ sequence }) => sequence);
  const older = parseList(value["older"], parseSize, (item) => item);
  const rotations = parseList(value["rotations"], parseSize, (item) => item);
  const timestamps = parseList(value["timestamps"], parseTimestampLine, (line) => line.size * 100 + line.authority);
  if (typeof origin !== "string" || typeof size !== "number" || !isSize(size)) return null;
  if (entries === null || older === null || rotations === null || timestamps === null) return null;
  const description: BundleDescription = { origin, size, entries, older, rotations, timestamps };
  // No member beyond these.
  return toCanonicalJson({ ...description, version }) === toCanonicalJson(value) ? description : null;
}

/** The paths that a bundle of this description has, all of them and no other. */
export function listBundlePaths({ entries, older, rotations, timestamps }: BundleDescription): readonly string[] {
  const { readme, readmeChinese, manifest, description, checkpoint, signature, currentKey, firstKey } = bundlePaths;
  return [
    readme,
    readmeChinese,
    manifest,
    description,
    checkpoint,
    signature,
    currentKey,
    firstKey,
    ...entries.flatMap(({ sequence, payload }) => [
      bundlePaths.entry(sequence),
      bundlePaths.proof(sequence),
      ...(payload === "present" ? [bundlePaths.payload(sequence), bundlePaths.salt(sequence)] : []),
    ]),
    ...older.flatMap((size) => [bundlePaths.olderCheckpoint(size), bundlePaths.olderProof(size)]),
    ...rotations.map(bundlePaths.rotation),
    ...timestamps.flatMap(({ size, authority }) => [
      bundlePaths.timestamp(size, authority),
      bundlePaths.timestampChain(size, authority),
    ]),
  ].sort();
}

function parseEntryLine(value: Json): { readonly sequence: number; readonly payload: PayloadWord } | null {
  if (!isObject(value)) return null;
  const sequence = parseSize(value["sequence"] ?? null);
  const payload = payloadWords.find((word) => word === value["payload"]);
  return sequence === null || payload === undefined ? null : { sequence, payload };
}

function parseTimestampLine(value: Json): { readonly size: number; readonly authority: number } | null {
  if (!isObject(value)) return null;
  const [size, authority] = [parseSize(value["size"] ?? null), parseSize(value["authority"] ?? null)];
  return size === null || authority === null || authority > 99 ? null : { size, authority };
}

function parseSize(value: Json): number | null {
  return typeof value === "number" && isSize(value) ? value : null;
}

/** A list whose keys rise: nothing stands in it twice. */
function parseList<T>(
  value: Json | undefined,
  parse: (item: Json) => T | null,
  keyOf: (item: T) => number,
): readonly T[] | null {
  if (!Array.isArray(value)) return null;
  const items: T[] = [];
  let last = -1;
  for (const member of value as readonly Json[]) {
    const item = parse(member);
    if (item === null || keyOf(item) <= last) return null;
    last = keyOf(item);
    items.push(item);
  }
  return items;
}

function isObject(value: Json | undefined): value is { readonly [name: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

import { parseBase64, toBase64 } from "../bytes/base64.ts";
import { parseUtf8, toUtf8 } from "../bytes/utf8.ts";
import { hashBytes } from "../tree/hashing.ts";
import { parseDecimal } from "./checkpoint.ts";

/** An inclusion proof with the checkpoint that it leads to, in one text (C2SP tlog-proof). */
export type LogProof = {
  readonly index: number;
  readonly proof: readonly Uint8Array[];
  /** The signed note, byte for byte. */
  readonly checkpoint: Uint8Array;
};

/** A consistency proof from an older checkpoint, which it carries, to a newer one, which it does not. */
export type ConsistencyProof = { readonly proof: readonly Uint8Array[]; readonly checkpoint: Uint8Array };

const inclusionHeader = "c2sp.org/tlog-proof@v1";
const consistencyHeader = "breakwater/consistency@v1";

/** More levels than a tree of 2^53 leaves has. */
const hashesMax = 64;

export function formatLogProof({ index, proof, checkpoint }: LogProof): Uint8Array {
  return formatProof([inclusionHeader, `index ${index}`], proof, checkpoint);
}

/** The proof, or null where the bytes are not one in the exact form that `formatLogProof` writes (no `extra` line). */
export function parseLogProof(bytes: Uint8Array): LogProof | null {
  const parts = parseProof(bytes, inclusionHeader);
  if (parts === null) return null;
  const [line = "", ...hashes] = parts.lines;
  const index = line.startsWith("index ") ? parseDecimal(line.slice("index ".length)) : null;
  const proof = parseHashes(hashes);
  return index === null || proof === null ? null : { index, proof, checkpoint: parts.checkpoint };
}

export function formatConsistencyProof({ proof, checkpoint }: ConsistencyProof): Uint8Array {
  return formatProof([consistencyHeader], proof, checkpoint);
}

export function parseConsistencyProof(bytes: Uint8Array): ConsistencyProof | null {
  const parts = parseProof(bytes, consistencyHeader);
  if (parts === null) return null;
  const proof = parseHashes(parts.lines);
  return proof === null ? null : { proof, checkpoint: parts.checkpoint };
}

function formatProof(head: readonly string[], proof: readonly Uint8Array[], checkpoint: Uint8Array): Uint8Array {
  const lines = [...head, ...proof.map(toBase64), "", ""].join("\n");
  const start = toUtf8(lines);
  const whole = new Uint8Array(start.length + checkpoint.length);
  whole.set(start);
  whole.set(checkpoint, start.length);
  return whole;
}

function parseProof(
  bytes: Uint8Array,
  header: string,
): { readonly lines: readonly string[]; readonly checkpoint: Uint8Array } | null {
  const text = parseUtf8(bytes);
  const gap = text?.indexOf("\n\n") ?? -1;
  if (text === null || gap < 0) return null;
  const [first, ...lines] = text.slice(0, gap).split("\n");
  return first === header ? { lines, checkpoint: toUtf8(text.slice(gap + 2)) } : null;
}

function parseHashes(lines: readonly string[]): readonly Uint8Array[] | null {
  if (lines.length > hashesMax) return null;
  const hashes: Uint8Array[] = [];
  for (const line of lines) {
    const hash = parseBase64(line);
    if (hash === null || hash.length !== hashBytes) return null;
    hashes.push(hash);
  }
  return hashes;
}

import { parseBase64, toBase64 } from "../bytes/base64.ts";
import { concatBytes } from "../bytes/bytes.ts";
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

/** More levels than a tree of 2^53 leaves has. */
export const hashesMax = 64;
/** What so many hashes and a note at its own limit take. A longer text is not even looked at: strings end before bytes do. */
export const proofBytesMax = 131_072;

const header = "c2sp.org/tlog-proof@v1";

export function formatLogProof({ index, proof, checkpoint }: LogProof): Uint8Array {
  const lines = [header, `index ${index}`, ...proof.map(toBase64), "", ""];
  return concatBytes([toUtf8(lines.join("\n")), checkpoint]);
}

/** The proof, or null where the bytes are not one in the form that `formatLogProof` writes (no `extra` line). */
export function parseLogProof(bytes: Uint8Array): LogProof | null {
  const text = bytes.length > proofBytesMax ? null : parseUtf8(bytes);
  const gap = text?.indexOf("\n\n") ?? -1;
  if (text === null || gap < 0) return null;
  const [first, line = "", ...lines] = text.slice(0, gap).split("\n");
  const index = line.startsWith("index ") ? parseDecimal(line.slice("index ".length)) : null;
  if (first !== header || index === null || lines.length > hashesMax) return null;
  const proof = lines.flatMap((encoded) => parseBase64(encoded) ?? []);
  if (proof.length !== lines.length || proof.some((hash) => hash.length !== hashBytes)) return null;
  return { index, proof, checkpoint: toUtf8(text.slice(gap + 2)) };
}

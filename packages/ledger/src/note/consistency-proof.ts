import { parseBase64, toBase64 } from "../bytes/base64.ts";
import { parseUtf8, toUtf8 } from "../bytes/utf8.ts";
import { hashBytes } from "../tree/hashing.ts";
import { parseDecimal } from "./checkpoint.ts";
import { hashesMax, proofBytesMax } from "./log-proof.ts";

/** That a tree of `newSize` begins with the whole of one of `oldSize`. The roots stand in the checkpoints. */
export type ConsistencyProof = {
  readonly oldSize: number;
  readonly newSize: number;
  readonly proof: readonly Uint8Array[];
};

/** No specification has a text for it; this one follows that of C2SP tlog-proof. */
const header = "breakwater/consistency@v1";

export function formatConsistencyProof({ oldSize, newSize, proof }: ConsistencyProof): Uint8Array {
  return toUtf8([header, `old ${oldSize}`, `new ${newSize}`, ...proof.map(toBase64), ""].join("\n"));
}

/** The proof, or null where the bytes are not one in the form that `formatConsistencyProof` writes. */
export function parseConsistencyProof(bytes: Uint8Array): ConsistencyProof | null {
  if (bytes.length > proofBytesMax) return null;
  const [first, older = "", newer = "", ...hashes] = parseUtf8(bytes)?.split("\n") ?? [];
  if (first !== header || hashes.pop() !== "" || hashes.length > hashesMax) return null;
  const oldSize = older.startsWith("old ") ? parseDecimal(older.slice("old ".length)) : null;
  const newSize = newer.startsWith("new ") ? parseDecimal(newer.slice("new ".length)) : null;
  const proof = hashes.flatMap((line) => parseBase64(line) ?? []);
  if (oldSize === null || newSize === null || proof.length !== hashes.length) return null;
  return proof.every((hash) => hash.length === hashBytes) ? { oldSize, newSize, proof } : null;
}

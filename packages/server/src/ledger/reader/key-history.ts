import { parseLogProof, parseUtf8, parseVerifierKey, type VerifierKey } from "@breakwater/ledger";
import { LedgerFailure } from "../ledger-failure.ts";
import { paths } from "../paths.ts";
import type { LogStore } from "../ports/log-store.ts";
import { sha256 } from "../primitives.ts";

export async function readFirstKey({ objects }: LogStore): Promise<VerifierKey> {
  const bytes = await objects.get(paths.firstKey);
  const key = bytes === null ? null : parseVerifierKey((parseUtf8(bytes) ?? "").trimEnd(), sha256);
  if (key === null) throw new LedgerFailure("log_damaged", "The log's first key is missing.");
  return key;
}

/** That the key was rotated by an entry: its proof, and the checkpoint in it, which both keys signed. */
export type Rotation = { readonly sequence: number; readonly proof: Uint8Array; readonly checkpoint: Uint8Array };

export async function listRotations({ objects }: LogStore): Promise<readonly Rotation[]> {
  const rotations: Rotation[] = [];
  for (const path of await objects.list(paths.trustPrefix)) {
    const sequence = Number(path.slice(paths.trustPrefix.length));
    const proof = Number.isNaN(sequence) ? null : await objects.get(path);
    const parsed = proof === null ? null : parseLogProof(proof);
    if (proof !== null && parsed !== null) rotations.push({ sequence, proof, checkpoint: parsed.checkpoint });
  }
  return rotations.sort((a, b) => a.sequence - b.sequence);
}

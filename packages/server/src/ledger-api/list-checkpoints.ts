import { generateKeyPairSync, sign } from "node:crypto";
import {
  appendEntries,
  createVerifierKey,
  emptyEdge,
  headOf,
  signCheckpoint,
  toUtf8,
  type EntryFacts,
  type NoteSigner,
} from "@breakwater/ledger";
import { sha256 } from "../ledger/primitives.ts";

const origin = "memory.example/ledger";

/** Signs the head of a list of facts with a key that nobody keeps: for notaries that are a list. */
export function createListCheckpoints(): (entries: readonly EntryFacts[]) => string {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const spki = publicKey.export({ format: "der", type: "spki" });
  const key = createVerifierKey(origin, new Uint8Array(spki.subarray(-32)), sha256);
  const signer: NoteSigner = { key, sign: (message) => sign(null, message, privateKey) };
  return (entries) => {
    const leaves = entries.map((facts) => toUtf8(JSON.stringify(facts)));
    const { edge } = appendEntries(emptyEdge, leaves, sha256);
    return Buffer.from(signCheckpoint({ origin, ...headOf(edge, sha256) }, [signer])).toString("utf8");
  };
}

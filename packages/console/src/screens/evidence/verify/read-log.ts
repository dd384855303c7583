import {
  proveLedgerConsistency,
  readLedgerCheckpoint,
  readLedgerEntry,
  readLedgerKeys,
  type ledgerKeys,
} from "@breakwater/contract";
import {
  judgeEntry,
  judgeHead,
  judgeKept,
  parseBase64,
  parseCheckpoint,
  type BundleFault,
  type Entry,
  type JudgedHead,
  type Rotation,
} from "@breakwater/ledger/verifier";
import type { z } from "zod";
import { ApiError } from "../../../api/api-error.ts";
import type { Api } from "../../../api/client.ts";
import { toBytes, toText } from "./bytes.ts";
import type { KeptHead } from "./kept-head.ts";
import { primitives } from "./primitives.ts";

/** What this browser found when it held the log against what it had seen before. */
export type Compared =
  /** It had seen nothing. */
  | { readonly kind: "first" }
  | { readonly kind: "grown"; readonly since: KeptHead; readonly before: number; readonly added: number };

export type LogView =
  | { readonly kind: "empty" }
  | {
      readonly kind: "proven";
      readonly note: string;
      readonly firstKey: string;
      readonly head: JudgedHead;
      readonly compared: Compared;
    }
  | { readonly kind: "broken"; readonly note: string; readonly kept: KeptHead | null; readonly fault: Fault };

export type Fault = BundleFault | { readonly kind: "other_log" | "shrunk"; readonly where: string };

type Keys = z.infer<typeof ledgerKeys>;

/** Reads the head and its keys, judges them, and holds them against what was kept. Rejects only where something could not be read. */
export async function readLog(api: Api, kept: KeptHead | null, signal: AbortSignal): Promise<LogView> {
  const read = await Promise.all([
    api.read(readLedgerCheckpoint, {}, { signal }),
    api.call(readLedgerKeys, {}, { signal }),
  ]).catch((error: unknown) => {
    if (error instanceof ApiError && error.code === "not_found") return null;
    throw error;
  });
  if (read === null) return { kind: "empty" };
  const [bytes, { data: keys }] = read;
  const note = toText(bytes);
  const firstKey = keys.keys[0]?.key ?? "";
  const broken = (fault: Fault): LogView => ({ kind: "broken", note, kept, fault });
  if (kept !== null && kept.firstKey !== firstKey) return broken({ kind: "other_log", where: "keys" });
  const judged = judgeHead(
    { checkpoint: bytes, firstKey, rotations: await readRotations(api, keys, signal) },
    primitives,
  );
  if (!judged.ok) return broken(judged.fault);
  const head = judged.value;
  const compared = kept === null ? { kind: "first" as const } : await compare(api, { head, kept, signal });
  return "fault" in compared ? broken(compared.fault) : { kind: "proven", note, firstKey, head, compared };
}

/** The entries that handed the log over to another key. */
function readRotations(api: Api, { keys }: Keys, signal: AbortSignal): Promise<readonly Rotation[]> {
  const named = keys.flatMap(({ from, proof }) => (proof === null ? [] : [{ sequence: from - 1, proof }]));
  return Promise.all(
    named.map(async ({ sequence, proof }) => {
      const { data } = await api.call(readLedgerEntry, { params: { sequence } }, { signal });
      return { sequence, entry: parseBase64(data.entry) ?? toBytes(""), proof: toBytes(proof) };
    }),
  );
}

async function compare(
  api: Api,
  { head, kept, signal }: { readonly head: JudgedHead; readonly kept: KeptHead; readonly signal: AbortSignal },
): Promise<Compared | { readonly fault: Fault }> {
  const note = toBytes(kept.note);
  const before = parseCheckpoint(note)?.size ?? 0;
  const { size } = head.checkpoint;
  // Every log begins with the empty one: to have seen that is to have seen nothing.
  if (before === 0) return { kind: "first" };
  if (before > size) return { fault: { kind: "shrunk", where: "checkpoint" } };
  const proof = before < size ? await readConsistency(api, { from: before, to: size }, signal) : null;
  const judged = judgeKept(head, { note, proof }, primitives);
  return judged.ok ? { kind: "grown", since: kept, before, added: size - before } : { fault: judged.fault };
}

export async function readConsistency(
  api: Api,
  query: { readonly from: number; readonly to: number },
  signal: AbortSignal,
): Promise<readonly Uint8Array[]> {
  const { data } = await api.call(proveLedgerConsistency, { query }, { signal });
  return toHashes(data.proof);
}

/** An entry of a page, held against the head: the entry, or what is wrong. */
export type JudgedEntry =
  | { readonly sequence: number; readonly entry: Entry; readonly proof: readonly string[] }
  | { readonly sequence: number; readonly fault: BundleFault };

export function judgeListed(
  head: JudgedHead,
  { sequence, entry, proof }: { readonly sequence: number; readonly entry: string; readonly proof: readonly string[] },
): JudgedEntry {
  const leaf = parseBase64(entry) ?? toBytes("");
  const judged = judgeEntry(head, { sequence, leaf, proof: toHashes(proof) }, primitives);
  return judged.ok ? { sequence, entry: judged.value, proof } : { sequence, fault: judged.fault };
}

/** What is no hash becomes an empty one, which no proof is taken with. */
function toHashes(texts: readonly string[]): readonly Uint8Array[] {
  return texts.map((text) => parseBase64(text) ?? toBytes(""));
}

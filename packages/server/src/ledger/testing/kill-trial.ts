import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseBase64, parseCheckpoint, toBase64 } from "@breakwater/ledger";
import type { Ledger } from "../ledger.ts";
import { openLedgerAt, type OpenedLedger } from "../open-ledger-at.ts";
import { checkLedger } from "./check-ledger.ts";

export const storeKinds = ["sqlite", "directory"] as const;
export type StoreKind = (typeof storeKinds)[number];

export type KillTrial = {
  readonly rounds: number;
  /** Entries that were acknowledged before a kill. */
  readonly acknowledged: number;
  /** Of these, how many were not there afterwards, byte for byte and with their payload. */
  readonly lost: number;
  /** Sizes for which two different roots were handed out. */
  readonly conflicts: number;
};

const origin = "killed.example/ledger";
const worker = fileURLToPath(new URL("append-until-killed.ts", import.meta.url));

export function openKillable(folder: string, kind: StoreKind): Promise<OpenedLedger> {
  const folders = {
    log: join(folder, "log"),
    signingKeys: join(folder, "signing-keys"),
    payloadKeys: join(folder, "payload-keys"),
  };
  return openLedgerAt(folders, { origin, kind, now: Date.now, randomBytes });
}

/**
 * Kills a writing process with SIGKILL at random points, opens what it left, and holds it against what it had acknowledged. The
 * same log goes on from round to round.
 */
export async function runKillTrial(options: {
  readonly folder: string;
  readonly kind: StoreKind;
  readonly rounds: number;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
}): Promise<KillTrial> {
  const roots = new Map<number, string>();
  let [acknowledged, lost, conflicts] = [0, 0, 0];
  for (let round = 0; round < options.rounds; round++) {
    const lines = await writeUntilKilled(options);
    const { ledger, store, signers, close } = await openKillable(options.folder, options.kind);
    const notes = [...lines.map(({ checkpoint }) => checkpoint), ledger.checkpoint()];
    for (const note of notes) {
      const head = parseCheckpoint(note);
      const root = toBase64(head?.root ?? new Uint8Array());
      if ((roots.get(head?.size ?? -1) ?? root) !== root) conflicts++;
      roots.set(head?.size ?? -1, root);
    }
    for (const line of lines) if (!(await isThere(ledger, line))) lost++;
    acknowledged += lines.length;
    if (round === options.rounds - 1) await checkLedger(store, { origin, keys: signers.map(({ key }) => key) });
    await close();
  }
  return { rounds: options.rounds, acknowledged, lost, conflicts };
}

type Acknowledged = { readonly sequence: number; readonly entry: Uint8Array; readonly checkpoint: Uint8Array };

async function isThere(ledger: Ledger, { sequence, entry }: Acknowledged): Promise<boolean> {
  if (sequence >= ledger.size()) return false;
  const held = await ledger.reader().readEntry(sequence);
  return Buffer.compare(held, entry) === 0 && (await ledger.readPayload(sequence)).kind === "present";
}

/** What the process said before it was killed, whole lines only. */
async function writeUntilKilled(options: {
  readonly folder: string;
  readonly kind: StoreKind;
  readonly random: () => number;
}): Promise<readonly Acknowledged[]> {
  const enough = Math.floor(options.random() * 60);
  const delayMs = options.random() * 8;
  const child = spawn(process.execPath, [worker, options.folder, options.kind], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  let isKilling = false;
  const ended = new Promise<void>((resolve) => child.on("close", () => resolve()));
  const kill = async (): Promise<void> => {
    if (isKilling) return;
    isKilling = true;
    await wait(delayMs);
    child.kill("SIGKILL");
  };
  child.stdout.on("data", (part: Buffer) => {
    said += part.toString();
    if (said.split("\n").length > enough) void kill();
  });
  // Some are killed before they have said anything.
  if (enough < 4) void wait(60 + delayMs * 20).then(kill);
  await ended;
  const lines = said.split("\n").slice(0, -1);
  return lines.map((line) => {
    const [sequence, entry = "", checkpoint = ""] = line.split(" ");
    const decoded = [parseBase64(entry), parseBase64(checkpoint)] as const;
    return {
      sequence: Number(sequence),
      entry: decoded[0] ?? new Uint8Array(),
      checkpoint: decoded[1] ?? new Uint8Array(),
    };
  });
}

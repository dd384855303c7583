import {
  appendEntries,
  emptyEdge,
  findInclusionFault,
  hashLeaf,
  headOf,
  toUtf8,
  type LogEdge,
} from "@breakwater/ledger";
import { verifyBundle } from "@breakwater/ledger/verifier";
import { auditLog, createLogReader, exportEvidence, primitives, sha256 } from "@breakwater/server/ledger";
import { atLeast, atMost, type Benchmark, type Measurement } from "../harness/benchmark.ts";
import { createRandom } from "../stats/random.ts";
import { openScratchLedger } from "./scratch-ledger.ts";

export const ledgerVerify: Benchmark = {
  name: "ledger-verify",
  title: "Ledger: verifying and proving",
  method:
    "Whole log: every entry read from SQLite, held to its canonical form and hashed up to the signed root (`breakwater verify FOLDER`). Bundle: entries with payloads of 1 KiB, proofs and manifest, by the verifier's door. " +
    "The target is the same for both readings of it: of a log by whoever has all of it, and of a bundle by a stranger, who checks a proof of 16 hashes, a payload and four files for each entry. " +
    "Proof: one entry of a log of ten million, tiles read from SQLite, proof computed, then verified.",
  needs: [],
  isTimed: true,
  run: async ({ quick, progress }) => {
    progress("whole log and bundle");
    const small = await measureLog({ entries: quick ? 5000 : 50_000, bundled: quick ? 500 : 5000 });
    progress("a log of ten million");
    return [...small, ...(await measureProof(quick ? 1_000_000 : 10_000_000, progress))];
  },
};

const base = { seed: "1", interval: null } as const;

async function measureLog(size: {
  readonly entries: number;
  readonly bundled: number;
}): Promise<readonly Measurement[]> {
  const { ledger, store, secrets, signers, close } = await openScratchLedger("sqlite");
  const payload = new Uint8Array(1024).fill(97);
  for (let done = 0; done < size.entries; done += 1000) {
    const wave = Array.from({ length: 1000 }, () =>
      ledger.append({ facts: { type: "evidence_kept", rule: "CW-1" }, payload }),
    );
    await Promise.all(wave);
  }
  const trustedKeys = signers.map(({ key }) => key);
  const audited = await cpuSecondsOf(async () => {
    if (!(await auditLog(store, { trustedKeys })).ok) throw new Error("not verified");
  });
  const sequences = Array.from({ length: size.bundled }, (_, i) => i * Math.floor(size.entries / size.bundled));
  const bundle = await exportEvidence({ store, secrets, sequences });
  const judged = await cpuSecondsOf(async () => {
    if (!verifyBundle(bundle, { ...primitives, trustedKeys }).ok) throw new Error("not verified");
  });
  await close();
  const table = "Verifying";
  return [
    {
      ...base,
      table,
      what: "whole log",
      metric: "entries/s",
      data: `${size.entries} entries`,
      value: size.entries / audited,
      target: atLeast(50_000),
    },
    {
      ...base,
      table,
      what: "bundle",
      metric: "entries/s",
      data: `${size.bundled} of ${size.entries} entries`,
      value: size.bundled / judged,
      target: atLeast(50_000),
    },
  ];
}

async function measureProof(size: number, progress: (line: string) => void): Promise<readonly Measurement[]> {
  const { store, close } = await openScratchLedger("sqlite");
  const edge = await fillTiles(size, (tiles) => store.objects.put(tiles), progress);
  const { root } = headOf(edge, sha256);
  const random = createRandom(1);
  const reader = createLogReader(size, (path) => store.objects.get(path));
  const [proveMs, verifyMs]: [number[], number[]] = [[], []];
  for (let i = 0; i < 50; i++) await reader.proveInclusion(Math.floor(random() * size), size);
  const before = process.cpuUsage();
  for (let i = 0; i < 500; i++) {
    const index = Math.floor(random() * size);
    const startedAt = performance.now();
    const proof = await reader.proveInclusion(index, size);
    const provenAt = performance.now();
    const leafHash = hashLeaf(toUtf8(String(index)), sha256);
    if (findInclusionFault({ leafHash, index, size, root, proof }, sha256) !== null) throw new Error("not included");
    proveMs.push(provenAt - startedAt);
    verifyMs.push(performance.now() - provenAt);
  }
  const { user, system } = process.cpuUsage(before);
  await close();
  const row = {
    ...base,
    table: "Proof of one entry",
    what: `of ${size.toLocaleString("en-US")}`,
    data: "500 random entries",
  };
  return [
    { ...row, metric: "prove p50 ms", value: quantile(proveMs, 0.5), target: atMost(5) },
    { ...row, metric: "prove p99 ms", value: quantile(proveMs, 0.99), target: atMost(5) },
    { ...row, metric: "prove and verify, CPU ms", value: (user + system) / 1e3 / proveMs.length, target: atMost(5) },
    { ...row, metric: "verify p99 ms", value: quantile(verifyMs, 0.99) },
  ];
}

/** Only the tiles: ten million sealed payloads would fill the disk and prove nothing more. */
async function fillTiles(
  size: number,
  put: (tiles: readonly { readonly path: string; readonly bytes: Uint8Array }[]) => Promise<void>,
  progress: (line: string) => void,
): Promise<LogEdge> {
  const step = 256 * 400;
  let edge: LogEdge = emptyEdge;
  for (let from = 0; from < size; from += step) {
    const entries = Array.from({ length: Math.min(step, size - from) }, (_, i) => toUtf8(String(from + i)));
    const appended = appendEntries(edge, entries, sha256);
    await put(appended.tiles);
    edge = appended.edge;
    if (from % (step * 20) === 0) progress(`${from.toLocaleString("en-US")} entries`);
  }
  return edge;
}

/** Processor time, because other programs may run beside. */
async function cpuSecondsOf(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

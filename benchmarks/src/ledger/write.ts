import { randomBytes } from "node:crypto";
import { atLeast, atMost, type Benchmark, type Measurement } from "../harness/benchmark.ts";
import { openScratchLedger } from "./scratch-ledger.ts";

const payloadBytes = 1024;
/** Appends that wait for their receipt at the same time. */
const hands = [1, 16, 256, 1024] as const;
const beside = "Tessera, POSIX, free-tier VM, its own figure: > 1,500/s";

export const ledgerWrite: Benchmark = {
  name: "ledger-write",
  title: "Ledger: durable entries a second",
  method:
    `Entries with a payload of ${payloadBytes} random bytes, sealed under a key of its own; an entry counts when its receipt has come, durable (synchronous=FULL) and under a signed checkpoint. ` +
    "Hands = appends that wait at the same time. Latency is from the append to the receipt. The disk decides: compare within one table.",
  needs: [],
  isTimed: true,
  run: async ({ quick, progress }) => {
    const rows: Measurement[] = [];
    for (const kind of ["sqlite", "directory"] as const) {
      for (const hand of hands) {
        const seconds = quick ? 1.5 : 8;
        progress(`${kind}, ${hand} hands`);
        rows.push(...(await measure({ kind, hands: hand, seconds })));
      }
    }
    return rows;
  },
};

type Load = { readonly kind: "sqlite" | "directory"; readonly hands: number; readonly seconds: number };

async function measure({ kind, hands, seconds }: Load): Promise<readonly Measurement[]> {
  const scratch = await openScratchLedger(kind);
  const latencies: number[] = [];
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  const until = startedAt + seconds * 1000;
  await Promise.all(
    Array.from({ length: hands }, async () => {
      while (performance.now() < until) {
        const askedAt = performance.now();
        await scratch.ledger.append({
          facts: { type: "evidence_kept", rule: "CW-1" },
          payload: randomBytes(payloadBytes),
        });
        latencies.push(performance.now() - askedAt);
      }
    }),
  );
  const wallS = (performance.now() - startedAt) / 1000;
  const cpu = process.cpuUsage(cpuBefore);
  await scratch.close();
  latencies.sort((a, b) => a - b);
  const base = {
    table: "Appends that are durable and under a checkpoint",
    what: `${kind}, ${hands} ${hands === 1 ? "hand" : "hands"}`,
    data: `random payloads of ${payloadBytes} bytes`,
    seed: "none",
    interval: null,
  };
  const isTarget = kind === "sqlite" && hands >= 256;
  return [
    {
      ...base,
      metric: "entries/s",
      value: latencies.length / wallS,
      ...(isTarget ? { target: atLeast(2000), beside } : {}),
    },
    { ...base, metric: "entries per CPU s", value: latencies.length / ((cpu.user + cpu.system) / 1e6) },
    { ...base, metric: "latency p50 ms", value: quantile(latencies, 0.5) },
    {
      ...base,
      metric: "latency p99 ms",
      value: quantile(latencies, 0.99),
      ...(isTarget ? { target: atMost(1000) } : {}),
    },
  ];
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

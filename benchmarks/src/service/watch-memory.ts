import { loadavg } from "node:os";
import type { ServiceProcess } from "./service-process.ts";

export type MemorySample = {
  readonly s: number;
  readonly rssMb: number;
  /** MB on the heap and beside it, of each thread. */
  readonly threads: Readonly<Record<string, { readonly heap: number; readonly external: number }>>;
};

/** Asks for the service's memory every `everyMs` until it is told to stop. */
export function watchMemory(service: ServiceProcess, everyMs: number) {
  const began = performance.now();
  const samples: MemorySample[] = [];
  const loads: number[] = [];
  const look = async (): Promise<void> => {
    const { rss, threads } = await service.memory();
    const parts = Object.entries(threads).map(
      ([name, { heapTotal, external }]) => [name, { heap: heapTotal / 1e6, external: external / 1e6 }] as const,
    );
    samples.push({ s: (performance.now() - began) / 1000, rssMb: rss / 1e6, threads: Object.fromEntries(parts) });
    loads.push(loadavg()[0] ?? 0);
  };
  const timer = setInterval(() => void look(), everyMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await look();
      return { samples, load: loads.reduce((sum, load) => sum + load, 0) / loads.length };
    },
  };
}

/** What is in use, MB: heaps collected first, so that it says what is kept and not what nobody has taken away yet. */
export function watchSettledMemory(service: ServiceProcess, everyMs: number) {
  const began = performance.now();
  const samples: Pick<MemorySample, "s" | "rssMb">[] = [];
  const look = async (): Promise<void> => {
    const { threads } = await service.settledMemory();
    const inUse = Object.values(threads).reduce((sum, { heapUsed, external }) => sum + heapUsed + external, 0);
    samples.push({ s: (performance.now() - began) / 1000, rssMb: inUse / 1e6 });
  };
  const timer = setInterval(() => void look(), everyMs);
  return () => {
    clearInterval(timer);
    return samples;
  };
}

/** MB by which memory grows for each million actions, by least squares over the second half of the samples. */
export function fitSlope(samples: readonly Pick<MemorySample, "s" | "rssMb">[], actionsPerS: number): number {
  const half = samples.slice(Math.floor(samples.length / 2));
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [half.map(({ s }) => (s * actionsPerS) / 1e6), half.map(({ rssMb }) => rssMb)];
  const [meanX, meanY] = [mean(x), mean(y)];
  const spread = x.reduce((sum, value) => sum + (value - meanX) ** 2, 0);
  return x.reduce((sum, value, i) => sum + (value - meanX) * ((y[i] ?? 0) - meanY), 0) / spread;
}

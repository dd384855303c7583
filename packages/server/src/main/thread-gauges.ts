import { Gauge, type Registry } from "prom-client";
import type { ThreadMemory } from "../threads/thread-memory.ts";

/** Asked for at each reading; a thread answers in the midst of its work. One that has ended is left out. */
export type ThreadMemories = Readonly<Record<string, () => Promise<ThreadMemory>>>;

export function addThreadGauges(registry: Registry, threads: ThreadMemories): void {
  registry.registerMetric(
    new Gauge({
      name: "breakwater_thread_memory_bytes",
      help: "Memory of each thread: objects on its heap, what the heap has of the system, buffers beside it",
      labelNames: ["thread", "part"],
      registers: [],
      async collect() {
        this.reset();
        for (const [thread, read] of Object.entries(threads)) {
          const memory = await read().catch(() => null);
          if (memory === null) continue;
          this.set({ thread, part: "heap_used" }, memory.heapUsed);
          this.set({ thread, part: "heap_total" }, memory.heapTotal);
          this.set({ thread, part: "external" }, memory.external);
        }
      },
    }),
  );
}

import type { HeapInfo } from "node:v8";

/** Memory that one thread holds, bytes. What the threads share (code, SQLite, the allocator) is in the process's resident size alone. */
export type ThreadMemory = {
  /** Objects and strings; up to what was last collected, also such that nobody needs. */
  readonly heapUsed: number;
  /** What the heap has of the system. */
  readonly heapTotal: number;
  /** Buffers and typed arrays beside the heap. */
  readonly external: number;
};

export function toThreadMemory(info: HeapInfo): ThreadMemory {
  return {
    heapUsed: info.used_heap_size,
    heapTotal: info.total_heap_size,
    external: info.external_memory,
  };
}

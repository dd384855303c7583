import { open } from "node:fs/promises";

const chunkBytes = 1 << 20;

/**
 * A file's bytes in pieces, each beginning with the last `overlap` bytes of the one before it, so that what is no longer than that plus
 * one is never cut. `at` is where the piece begins, `fresh` how many bytes at its end were not in the piece before.
 */
export async function* readInChunks(
  path: string,
  overlap = 0,
): AsyncGenerator<{ readonly bytes: Buffer; readonly at: number; readonly fresh: number }> {
  const file = await open(path, "r");
  try {
    const buffer = Buffer.alloc(overlap + chunkBytes);
    let [held, end] = [0, 0];
    for (;;) {
      const { bytesRead } = await file.read(buffer, held, chunkBytes, end);
      if (bytesRead === 0) return;
      end += bytesRead;
      yield { bytes: buffer.subarray(0, held + bytesRead), at: end - bytesRead - held, fresh: bytesRead };
      const kept = Math.min(overlap, held + bytesRead);
      buffer.copy(buffer, 0, held + bytesRead - kept, held + bytesRead);
      held = kept;
    }
  } finally {
    await file.close();
  }
}

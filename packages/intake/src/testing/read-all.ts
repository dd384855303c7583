import { Readable } from "node:stream";
import type { Action } from "@breakwater/records";
import type { IntakeOptions, Rejection } from "../options.ts";
import { readActions } from "../read-actions.ts";
import type { IntakeReport } from "../report.ts";
import type { Source } from "../source.ts";

export const testKey: Uint8Array = new Uint8Array(32).fill(7);

export type ReadAll = {
  readonly actions: readonly Action[];
  readonly rejections: readonly Rejection[];
  readonly report: IntakeReport;
};

/** A source that gives its bytes in chunks of a size. */
export function bytesSource(content: string | Buffer, name = "test", chunkBytes = 65_536): Source {
  const bytes = Buffer.from(content);
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += chunkBytes) chunks.push(bytes.subarray(at, at + chunkBytes));
  return { name, bytes: bytes.length, open: () => Readable.from(chunks, { objectMode: true }) };
}

/** Everything that comes out of an input, for tests. */
export async function readAll(
  input: string | Buffer | readonly Source[],
  options: Partial<IntakeOptions> = {},
): Promise<ReadAll> {
  const sources =
    typeof input === "string" || Buffer.isBuffer(input) ? [bytesSource(input)] : (input as readonly Source[]);
  const rejections: Rejection[] = [];
  const actions: Action[] = [];
  const batches = readActions(sources, { pseudonymKey: testKey, onRejected: (r) => rejections.push(r), ...options });
  for (;;) {
    const next = await batches.next();
    if (next.done) return { actions, rejections, report: next.value };
    actions.push(...next.value);
  }
}

import { createHash } from "node:crypto";

/** The judge's whole state at one place of the log. */
export type JudgeSnapshot = {
  /** The last record that went into it. */
  readonly offset: number;
  readonly stateFingerprint: string;
  /** End of the last epoch that was judged or passed over; null before the first. */
  readonly lastEnd: number | null;
  readonly engine: Uint8Array;
};

const mark = "breakwater-judge/1\n";
const sumBytes = 32;

/** Layout: mark, one line of JSON, the engine's bytes, SHA-256 of all before it. The same state gives the same bytes. */
export function encodeSnapshot({ offset, stateFingerprint, lastEnd, engine }: JudgeSnapshot): Uint8Array {
  const head = Buffer.from(`${mark}${JSON.stringify({ offset, stateFingerprint, lastEnd })}\n`);
  const sum = createHash("sha256").update(head).update(engine).digest();
  return Buffer.concat([head, engine, sum]);
}

/** Null where the bytes are damaged or of another kind. */
export function decodeSnapshot(bytes: Uint8Array): JudgeSnapshot | null {
  const end = bytes.length - sumBytes;
  if (end < mark.length || Buffer.from(bytes.subarray(0, mark.length)).toString() !== mark) return null;
  const body = bytes.subarray(0, end);
  if (!createHash("sha256").update(body).digest().equals(bytes.subarray(end))) return null;
  const headEnd = body.indexOf(10, mark.length);
  if (headEnd === -1) return null;
  const head = JSON.parse(Buffer.from(body.subarray(mark.length, headEnd)).toString()) as Omit<JudgeSnapshot, "engine">;
  return { ...head, engine: body.slice(headEnd + 1) };
}

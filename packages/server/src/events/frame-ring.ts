import type { Frame } from "./frame.ts";

/** The newest frames, without a gap between them, within a number and an amount of bytes. */
export interface FrameRing {
  add(frame: Frame): void;
  /** Forgets all, and goes on behind `latest`. */
  reset(latest: number): void;
  /** The first that is held, or the next to come. */
  first(): number;
  latest(): number;
  /** Null where it is not held. Cost: constant. */
  at(sequence: number): Frame | null;
}

export function createFrameRing(limits: { readonly framesMax: number; readonly bytesMax: number }): FrameRing {
  /** Those before `start` are gone; they are cut off together, now and then. */
  let frames: Frame[] = [];
  let [start, first, bytes] = [0, 1, 0];
  const size = (): number => frames.length - start;
  const ring: FrameRing = {
    add(frame) {
      if (frame.sequence !== first + size()) ring.reset(frame.sequence - 1);
      frames.push(frame);
      bytes += frame.bytes.length;
      while (size() > limits.framesMax || (bytes > limits.bytesMax && size() > 0)) {
        bytes -= frames[start]?.bytes.length ?? 0;
        start += 1;
        first += 1;
      }
      if (start > limits.framesMax) [frames, start] = [frames.slice(start), 0];
    },
    reset(latest) {
      [frames, start, first, bytes] = [[], 0, latest + 1, 0];
    },
    first: () => first,
    latest: () => first + size() - 1,
    at: (sequence) => (sequence < first ? null : (frames[start + sequence - first] ?? null)),
  };
  return ring;
}

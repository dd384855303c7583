import { half } from "./proof-fault.ts";

/** Leaves `start` up to, not including, `end`. Its hash is the RFC 6962 tree hash of just these leaves. */
export type LeafRange = { readonly start: number; readonly end: number };

/** The ranges whose hashes are the inclusion proof of a leaf (RFC 6962 section 2.1.1), sibling first. `index < size`. */
export function toInclusionRanges(index: number, size: number): readonly LeafRange[] {
  const ranges: LeafRange[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  return ranges.reverse();
}

/** The ranges whose hashes are the consistency proof of two sizes (section 2.1.2). `0 < oldSize <= newSize`. */
export function toConsistencyRanges(oldSize: number, newSize: number): readonly LeafRange[] {
  if (oldSize === newSize) return [];
  const ranges: LeafRange[] = [];
  let [start, end] = [0, newSize];
  // Down the path on which the old tree's right edge runs, until a subtree is all old.
  while (end !== oldSize) {
    const middle = start + splitOf(end - start);
    if (oldSize <= middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  // The verifier holds the old root already.
  if (start > 0) ranges.push({ start, end });
  return ranges.reverse();
}

/** The full subtrees that make up a range of a proof, from left to right. */
export function toFullSubtrees(range: LeafRange): readonly { readonly height: number; readonly index: number }[] {
  const subtrees: { height: number; index: number }[] = [];
  for (let start = range.start; start < range.end;) {
    // Not by Math.log2, which rounds up just below large powers of two.
    let [height, width] = [0, 1];
    while (width * 2 <= range.end - start) [height, width] = [height + 1, width * 2];
    subtrees.push({ height, index: start / width });
    start += width;
  }
  return subtrees;
}

/** The largest power of two below `width`, where RFC 6962 splits. `width` is 2 or more. */
function splitOf(width: number): number {
  let split = 1;
  while (split < half(width + 1)) split *= 2;
  return split;
}

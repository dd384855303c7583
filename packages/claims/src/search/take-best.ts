/** Documents found, best first, and what they scored by the lists that were looked at. */
export type Found = { readonly document: number; readonly score: number };

/** The highest scores, best first, by a heap of the least of them. Equal scores: the earlier document first. */
export function takeBest(scores: Float32Array, touched: Int32Array, count: number): readonly Found[] {
  const heap: number[] = [];
  const isWorse = (a: number, b: number): boolean => {
    const difference = (scores[a] ?? 0) - (scores[b] ?? 0);
    return difference < 0 || (difference === 0 && a > b);
  };
  const sink = (from: number): void => {
    let at = from;
    for (;;) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < heap.length && isWorse(heap[child] ?? 0, heap[least] ?? 0)) least = child;
      }
      if (least === at) return;
      [heap[at], heap[least]] = [heap[least] ?? 0, heap[at] ?? 0];
      at = least;
    }
  };
  for (const document of touched) {
    if (heap.length < count) {
      heap.push(document);
      if (heap.length === count) for (let at = count >> 1; at >= 0; at -= 1) sink(at);
    } else if (isWorse(heap[0] ?? 0, document)) {
      heap[0] = document;
      sink(0);
    }
  }
  heap.sort((a, b) => (isWorse(b, a) ? -1 : 1));
  return heap.map((document) => ({ document, score: scores[document] ?? 0 }));
}

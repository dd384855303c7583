/** The sample of each text seen lately. */
export type RecentTexts = {
  find(text: string, at: number): number | undefined;
  set(text: string, sample: number, at: number): void;
  /** Takes one out, as if it had not been seen. */
  forget(text: string): void;
  /** Texts dropped so far. */
  readonly forgotten: number;
};

/**
 * Two generations of a map: when the younger holds half of `max` or is a window old, the elder is dropped whole. A text is remembered for
 * one to two windows after its last use, in flat memory and without a date on each.
 */
export function createRecentTexts(max: number, windowMs: number): RecentTexts {
  let young = new Map<string, number>();
  let old = new Map<string, number>();
  let since = Number.NaN;
  let forgotten = 0;
  return {
    find(text, at) {
      turn(at);
      const recent = young.get(text);
      if (recent !== undefined) return recent;
      const earlier = old.get(text);
      if (earlier !== undefined) young.set(text, earlier);
      return earlier;
    },
    set(text, sample, at) {
      turn(at);
      young.set(text, sample);
    },
    forget(text) {
      young.delete(text);
      old.delete(text);
    },
    get forgotten() {
      return forgotten;
    },
  };

  function turn(at: number): void {
    if (Number.isNaN(since)) since = at;
    if (young.size < max / 2 && at - since <= windowMs) return;
    for (const text of old.keys()) if (!young.has(text)) forgotten += 1;
    old = young;
    young = new Map();
    since = at;
  }
}

/** What of a key press matters here. */
export type Press = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">;

export type KeySequence = {
  /** The keys pressed up to now that begin some binding, and the binding that they complete, or null. */
  readonly press: (press: Press, at: number, known: ReadonlySet<string>) => string | null;
};

/** Keys of a sequence come within this, ms. */
const togetherMs = 1200;

/** Single keys and sequences such as `g l`. What is pressed with a modifier belongs to the browser. */
export function createKeySequence(): KeySequence {
  let [before, beforeAt] = ["", 0];
  return {
    press: ({ key, ctrlKey, metaKey, altKey }, at, known) => {
      if (ctrlKey || metaKey || altKey) return null;
      const isFresh = before === "" || at - beforeAt > togetherMs;
      const joined = isFresh ? key : `${before} ${key}`;
      const found = [joined, key].find((keys) => known.has(keys));
      const begins = found === undefined && [...known].some((keys) => keys.startsWith(`${key} `));
      [before, beforeAt] = begins ? [key, at] : ["", 0];
      return found ?? null;
    },
  };
}

/** Whether somebody is typing words there, so that letters are no commands. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);
}

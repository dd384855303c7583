import { expect, it } from "vitest";
import { createKeySequence, type Press } from "./key-sequence.ts";

const known = new Set(["j", "?", "g l", "g n", "l"]);
const plain = { ctrlKey: false, metaKey: false, altKey: false };

/** Presses such as `g l`, half a second apart unless a number of milliseconds stands between. */
function play(script: string): readonly (string | null)[] {
  const sequence = createKeySequence();
  let at = 0;
  return script.split(" ").flatMap((word) => {
    at += /^\d+$/.test(word) ? Number(word) : 500;
    const press: Press = { ...plain, key: word.replace("ctrl-", ""), ctrlKey: word.startsWith("ctrl-") };
    return /^\d+$/.test(word) ? [] : [sequence.press(press, at, known)];
  });
}

it.each([
  ["j", ["j"]],
  ["?", ["?"]],
  ["g l", [null, "g l"]],
  ["l", ["l"]],
  // Too late for a sequence: the key by itself.
  ["g 1000 l", [null, "l"]],
  ["g j l", [null, "j", "l"]],
  ["g g l", [null, null, "g l"]],
  ["ctrl-j", [null]],
  ["x", [null]],
])("%s", (script, expected) => {
  expect(play(script)).toEqual(expected);
});

import { expect, it } from "vitest";
import { readKeptHead, writeKeptHead, type Keep } from "./kept-head.ts";

function createKeep(held: string | null = null): Keep {
  let kept = held;
  return { getItem: () => kept, setItem: (_key, value) => void (kept = value) };
}

it("keeps the head that was found in order", () => {
  const keep = createKeep();
  expect(readKeptHead(keep)).toBeNull();
  const head = { note: "forum/ledger\n3\nx\n", firstKey: "k", seenAt: 7 };
  expect(writeKeptHead(keep, head)).toBe(true);
  expect(readKeptHead(keep)).toEqual(head);
});

it.each(["not JSON", '{"note":1}', "[]", "null"])("takes %j for nothing seen", (held) => {
  expect(readKeptHead(createKeep(held))).toBeNull();
});

it("says where the browser keeps nothing", () => {
  const full: Keep = {
    getItem: () => {
      throw new Error("SecurityError");
    },
    setItem: () => {
      throw new Error("QuotaExceededError");
    },
  };
  expect(readKeptHead(full)).toBeNull();
  expect(writeKeptHead(full, { note: "", firstKey: "", seenAt: 0 })).toBe(false);
});

import { expect, it } from "vitest";
import { nameAccounts } from "./aliases.ts";

const accounts = Array.from({ length: 20_000 }, (_, i) => `user-${i}`);

it("nameAccounts() gives each account a name of its own, the same whoever else is there, and another in another group", () => {
  const names = nameAccounts("g-1", accounts);
  expect(new Set(names.values()).size).toBe(accounts.length);
  const few = nameAccounts("g-1", accounts.slice(0, 40).toReversed());
  for (const [account, name] of few) expect(names.get(account)).toBe(name);
  const elsewhere = nameAccounts("g-2", accounts.slice(0, 40));
  expect(accounts.slice(0, 40).filter((account) => elsewhere.get(account) === names.get(account))).toEqual([]);
  expect([...names.values()].join("")).toMatch(/^[2-9BCDFGHJ-NP-TV-XZ]+$/);
  expect([...few.values()].join(" ")).not.toContain("user");
});

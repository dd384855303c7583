import { evidenceActionsMax } from "@breakwater/contract";
import { expect, it } from "vitest";
import { listSeenActs } from "./seen-acts.ts";

it("names what the accounts did, once, without what is gone, and no more than evidence takes", () => {
  const act = (id: string, account = "a1", text: string | null = "Buy.") => ({ id, account, text });
  const coordinated = [{ actions: [act("s:1"), act("s:2", "a2"), act("s:3", "a1", ""), act("s:4", "a1", null)] }];
  const inauthentic = [{ actions: [act("s:1"), act("s:5")] }];
  expect(listSeenActs({ coordinated, inauthentic }, ["a1"])).toEqual(["s:1", "s:4", "s:5"]);
  expect(listSeenActs({ coordinated, inauthentic }, [])).toEqual([]);
  const many = [{ actions: Array.from({ length: 60 }, (_, i) => act(`s:${i}`)) }];
  expect(listSeenActs({ coordinated: many, inauthentic: [] }, ["a1"]).length).toBe(evidenceActionsMax);
});

import { describe, expect, it } from "vitest";
import { createMemoryOutbox, createMemoryTransactor } from "../../state/memory-state.ts";
import { createMemoryClaimStore } from "../store/memory-claim-store.ts";
import { createClaimDesk, type ClaimCommand } from "./claim-desk.ts";
import { createTellingList } from "./list-telling.ts";

const grounds = {
  sources: [
    { text: "https://city.example/1", kind: "official_statement" },
    { text: "https://gazette.example/1", kind: "press" },
  ],
  rightOfReply: "We asked; nobody answered.",
};

describe("createTellingList()", () => {
  it("gives what a check may recognise, and what it no longer may not", async () => {
    const store = createMemoryClaimStore();
    const desk = createClaimDesk({ store, transactor: createMemoryTransactor(), outbox: createMemoryOutbox() });
    const list = createTellingList(store);
    const make = async (claim: string, verdict: string): Promise<string> => {
      const made = await desk.create({ claim, verdict, ...grounds }, { by: "ana", at: 1 });
      if (!made.ok) throw new Error(made.refusal);
      return made.head.id;
    };
    const act = async (id: string, by: string, command: ClaimCommand): Promise<void> => {
      expect(await desk.command(id, command, { by, at: 2, version: null })).toMatchObject({ ok: true });
    };
    const publish = async (id: string): Promise<void> => {
      for (const by of ["bo", "cy"]) await act(id, by, { kind: "review" });
      await act(id, "ana", { kind: "publish", url: "https://desk.example/debunk" });
    };
    const wrong = await make("The bridge will be closed for a year.", "false");
    const open = await make("The mast makes children ill.", "unproven");
    expect(await list([wrong, open, "nothing"])).toEqual([]);
    await publish(wrong);
    await publish(open);
    // `unproven` is a finding, but against nobody.
    expect(await list([wrong, open])).toEqual([wrong]);
    await act(wrong, "cy", { kind: "withdraw", reason: "It was closed after all." });
    expect(await list([wrong])).toEqual([]);
  });
});

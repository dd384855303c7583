import { describe, expect, it } from "vitest";
import { createMemoryOutbox, createMemoryTransactor } from "../state/memory-state.ts";
import { outboxLaw } from "../state/outbox.law.ts";
import { createSignallingOutbox } from "./signalling-outbox.ts";

outboxLaw("signalling", () => createSignallingOutbox(createMemoryOutbox(), createMemoryTransactor()).outbox);

describe("createSignallingOutbox()", () => {
  it("tells of commits that brought something, and of no others", async () => {
    const transactor = createMemoryTransactor();
    const { outbox, onNotices } = createSignallingOutbox(createMemoryOutbox(), transactor);
    let told = 0;
    onNotices(() => (told += 1));
    await transactor.run(() => outbox.latest());
    expect(told).toBe(0);
    await transactor.run(async () => {
      await outbox.append("lead.opened", { lead: "l-1" }, 1);
      await outbox.append("lead.opened", { lead: "l-2" }, 1);
      expect(told).toBe(0);
    });
    expect(told).toBe(1);
    await transactor.run(() => outbox.readAfter(0, 9));
    expect(told).toBe(1);
  });
});

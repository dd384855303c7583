import { defaultSettings } from "@breakwater/casework";
import { monday, people, pieces } from "@breakwater/casework/testing";
import { describe, expect, it } from "vitest";
import { createMemoryOutbox, createMemoryTransactor } from "../state/memory-state.ts";
import { createMemoryCaseworkStores } from "./open-stores.ts";
import { openHouse, type House } from "./testing/open-house.ts";

/** A day at the desk: what everybody was told in the end. */
async function tellStory({
  leadDesk,
  leadBook,
  reportDesk,
  notarising,
  tick,
  clock,
  ...house
}: House): Promise<unknown> {
  const lead = { key: "k1", group: "g1", refs: ["a1"], signals: pieces.twoAxes, reason: "Seen.", learning: true };
  await leadDesk.openLead(lead);
  await leadDesk.openLead({ ...lead, key: "k2", learning: false });
  const report = {
    object: { kind: "post", id: "post-1" },
    refs: [],
    category: "fraud",
    reasons: "A fraud.",
    location: "there",
    name: "Rosa",
    email: "rosa@example.org",
    inGoodFaith: true,
    source: "reporter",
    via: "t1",
  } as const;
  for (const account of ["u1", "u2"]) await reportDesk.submit({ ...report, account });
  const { items } = await leadBook.list({ sort: "expiry", limit: 9, statuses: ["lead_open"] });
  const by = { actor: people.tian, at: clock.at };
  for (const { id, source } of items) {
    if (source === "reporter") await leadBook.command(id, { kind: "dismiss", reason: "insufficient" }, by);
  }
  await notarising.run();
  await tick(clock.at + 40 * 86_400_000);
  const notices = await house.listNotices();
  return [notices, items, await house.listVerdicts(0, 9), (await leadBook.list({ sort: "newest", limit: 9 })).items];
}

describe("createCasework()", () => {
  it("tells one story, whatever it stands on", async () => {
    const outbox = createMemoryOutbox();
    const memory = openHouse({
      stores: createMemoryCaseworkStores(),
      transactor: createMemoryTransactor(),
      outbox,
      settings: defaultSettings,
    });
    const listNotices = () => outbox.readAfter(0, 1_000);
    const story = await tellStory({ ...memory, listNotices });
    expect(story).toEqual(await tellStory(openHouse()));
    expect((await listNotices()).map(({ kind }) => kind)).toEqual([
      "lead.learning",
      "lead.opened",
      "lead.opened",
      "report.received",
      "report.received",
      "lead.decided",
      "report.decided",
      "report.decided",
      "lead.decided",
      "lead.decided",
    ]);
    expect(memory.clock.at).toBe(monday);
  });
});

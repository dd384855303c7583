import { subject, people, pieces } from "@breakwater/casework/testing";
import { describe, expect, it } from "vitest";
import { createListNotary } from "../testing/list-notary.ts";
import { openHouse, testTelling, type House } from "../testing/open-house.ts";
import { openStory } from "../testing/open-story.ts";
import type { NoticeToPassOn } from "./notice-store.ts";

const hour = 3_600_000;
const { clock, rei } = people;

async function readOne(house: House, id: string): Promise<NoticeToPassOn> {
  const answer = await house.noticeDesk.read(id);
  return answer.kind === "done" ? answer.value : expect.fail(JSON.stringify(answer));
}
const listKinds = async (house: House, kind: string): Promise<readonly unknown[]> =>
  (await house.listNotices()).filter((notice) => notice.kind === kind).map(({ data }) => data);

describe("a decision's notice", () => {
  it("CW-61 goes out once the ledger holds the decision, and the measure waits for it", async () => {
    const house = openHouse();
    const story = openStory(house);
    await story.investigate("c1", "a1");
    const decision = await story.decide("c1", "a1", ["suspend"]);
    expect(await house.sendNotices(house.clock.at)).toBe(0);
    expect((await house.noticeDesk.list({ limit: 9 })).items).toMatchObject([
      { kind: "decision", about: { object: "decision", id: decision }, status: "waiting", attempts: 0 },
    ]);
    expect(await story.send()).toBe(1);
    const [asked] = await listKinds(house, "notice.send");
    expect(asked).toEqual({ notice: expect.any(String), kind: "decision", account: "a1", attempt: 1 });
    const { notice: id } = asked as { readonly notice: string };

    const { letters, link, account } = await readOne(house, id);
    expect(account).toBe("a1");
    expect(letters.map(({ language }) => language)).toEqual(["en", "zh-Hans"]);
    for (const { sections } of letters) {
      // Those of a statement of reasons, and the receipt.
      expect(sections).toHaveLength(14);
      const text = sections.flatMap(({ lines }) => lines).join("\n");
      expect(text).toContain(link);
      expect(text).toContain("Appeals Centre Europe");
      expect(text).not.toMatch(/[{}]/);
    }
    expect(link).toMatch(/^https:\/\/breakwater\.example\/n\/[\w-]{100,}$/);

    expect(await listKinds(house, "measure.apply")).toEqual([]);
    expect(await house.noticeDesk.noteDelivery(id, "delivered")).toEqual({
      kind: "done",
      value: { id, status: "delivered" },
    });
    await house.notarising.run();
    expect(await listKinds(house, "measure.apply")).toMatchObject([{ decision, type: "suspend", account: "a1" }]);
    // Said twice, it is done once.
    await house.noticeDesk.noteDelivery(id, "delivered");
    expect((await house.desk.getState("decision", decision)).version).toBe(3);
    house.clock.at += 100 * hour;
    expect(await story.send()).toBe(0);
  });

  it("holds nothing of what people read, and no link", async () => {
    const house = openHouse();
    const story = openStory(house);
    await story.investigate("c1", "a1");
    await story.decide("c1", "a1", ["suspend"]);
    const [id = ""] = await story.passOn();
    const { link } = await readOne(house, id);
    const token = link.slice(link.lastIndexOf("/") + 1);
    const tables = house.db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
    for (const { name } of tables) {
      expect(JSON.stringify(house.db.prepare(`SELECT * FROM "${String(name)}"`).all())).not.toContain(token);
    }
  });

  it("CW-61 is asked for again, more and more seldom, until somebody says what became of it; a failure is noted and waits", async () => {
    const house = openHouse();
    const story = openStory(house);
    await story.investigate("c1", "a1");
    const decision = await story.decide("c1", "a1", ["suspend"]);
    await story.send();
    expect(await story.send()).toBe(0);
    house.clock.at += 11 * 60_000;
    expect(await story.send()).toBe(1);
    house.clock.at += 11 * 60_000;
    expect(await story.send()).toBe(0);
    expect(await listKinds(house, "notice.send")).toMatchObject([{ attempt: 1 }, { attempt: 2 }]);
    await story.passOn("failed");
    expect((await house.desk.getState("decision", decision)).notice?.outcome).toBe("failed");
    expect(await listKinds(house, "measure.apply")).toEqual([]);
    const [line] = (await house.noticeDesk.list({ limit: 1, statuses: ["failed"] })).items;
    expect(line).toMatchObject({ fault: "platform", nextAt: expect.any(Number) });
    // The first login starts the time to object.
    await house.noticeDesk.noteDelivery(line?.id ?? "", "logged_in");
    expect((await house.desk.getState("decision", decision)).informedAt).toBe(house.clock.at);
    house.clock.at += 25 * hour;
    await story.passOn("contact_unknown");
    expect(await listKinds(house, "measure.apply")).toHaveLength(1);
  });

  it("is never sent with a gap: it is stuck where everybody sees it, and goes out once that is mended", async () => {
    const redress = { disputeBody: "", court: "" };
    const telling = { ...testTelling, redress };
    const house = openHouse({ telling });
    const story = openStory(house);
    await story.investigate("c1", "a1");
    const decision = await story.decide("c1", "a1", ["suspend"]);
    expect(await story.send()).toBe(1);
    expect((await house.noticeDesk.list({ limit: 9 })).items).toMatchObject([
      { status: "stuck", fault: "template_gap outside.disputeBody outside.court", attempts: 0 },
    ]);
    expect(await listKinds(house, "notice.send")).toEqual([]);
    expect(await listKinds(house, "notice.settled")).toMatchObject([{ status: "stuck" }]);
    const [stuck] = (await house.noticeDesk.list({ limit: 9 })).items;
    expect(await house.noticeDesk.read(stuck?.id ?? "")).toMatchObject({ kind: "refused" });
    expect(await house.noticeDesk.noteDelivery(stuck?.id ?? "", "delivered")).toEqual({ kind: "unknown" });
    expect((await house.desk.getState("decision", decision)).status).toBe("decided_action");
    Object.assign(redress, { disputeBody: "A body", court: "A court" });
    house.clock.at += 11 * 60_000;
    expect(await story.passOn()).toHaveLength(1);
  });

  it("waits while the ledger is gone", async () => {
    const house = openHouse({ notary: createListNotary(0) });
    const story = openStory(house);
    await story.investigate("c1", "a1");
    await story.decide("c1", "a1", ["suspend"]);
    await expect(house.notarising.run()).rejects.toThrow("gone");
    expect(await house.sendNotices(house.clock.at)).toBe(0);
    const [waiting] = (await house.noticeDesk.list({ limit: 9 })).items;
    expect(await house.noticeDesk.read(waiting?.id ?? "")).toEqual({ kind: "unknown" });
  });

  it("tells of an appeal's outcome and of what was given back, by the decision's own link", async () => {
    const house = openHouse();
    const story = openStory(house);
    await story.investigate("c1", "a1");
    const decision = await story.decide("c1", "a1", ["suspend"]);
    const [first = ""] = await story.passOn();
    const measure = `${decision}-suspend`;
    const command = { kind: "confirm_applied", measure, registerKey: null } as const;
    await story.does(clock, { object: "decision", id: decision, command });
    const appeal = { kind: "appeal", points: ["It was not me."], evidence: [] } as const;
    await story.does(subject("a1"), { object: "decision", id: decision, command: appeal });
    await story.does(rei, {
      object: "decision",
      id: decision,
      command: { kind: "decide_appeal", appellant: "a1", outcome: "reversed", answers: ["True."], reverse: [] },
    });
    const [outcome = ""] = await story.passOn();
    const { letters, link } = await readOne(house, outcome);
    expect(letters[0]?.sections[1]?.lines).toEqual(["1. You wrote: “It was not me.” – True."]);
    expect(link).toBe((await readOne(house, first)).link);
    await story.does(clock, { object: "decision", id: decision, command: { kind: "confirm_reversed", measure } });
    const [restored = ""] = await story.passOn();
    expect(await readOne(house, restored)).toMatchObject({ kind: "restored", link });
  });
});

it("a hearing's time begins when the question has reached the account", async () => {
  const house = openHouse();
  const story = openStory(house);
  await story.investigate("c1", "a1");
  const hearing = { kind: "start_hearing", account: "a1", declaredMedia: false } as const;
  await story.does(people.ana, { object: "case", id: "c1", command: hearing });
  expect((await house.desk.getState("case", "c1")).hearings["a1"]?.dueAt).toBeNull();
  const [id = ""] = await story.passOn();
  const { letters } = await readOne(house, id);
  expect(letters[0]?.sections[1]?.lines).toEqual([pieces.findingOf("a1").allegation]);
  expect(letters[1]?.sections[2]?.lines[0]).toContain("72");
  expect((await house.desk.getState("case", "c1")).hearings["a1"]?.dueAt).toBe(house.clock.at + 72 * hour);
});

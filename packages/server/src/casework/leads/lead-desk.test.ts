import { people, pieces } from "@breakwater/casework/testing";
import { describe, expect, it } from "vitest";
import { openHouse } from "../testing/open-house.ts";
import type { DetectedLead } from "./lead-desk.ts";

const detected: DetectedLead = {
  key: "g7@1",
  group: "g7",
  refs: ["a1", "a2", "post-1"],
  signals: pieces.twoAxes,
  reason: "Twelve accounts, eighty times within a minute.",
  learning: false,
};
const day = 86_400_000;

async function openOne(more: Partial<DetectedLead> = {}) {
  const house = openHouse();
  const opened = await house.leadDesk.openLead({ ...detected, ...more });
  if (!("leadId" in opened)) expect.fail(JSON.stringify(opened));
  return { ...house, leadId: opened.leadId };
}

describe("openLead()", () => {
  it("opens one lead for one key, and tells of it with the group", async () => {
    const { leadDesk, leadId, desk, listNotices, clock } = await openOne();
    expect(await leadDesk.openLead({ ...detected, reason: "said again" })).toEqual({ leadId });
    expect(await leadDesk.openLead({ ...detected, key: "g7@2" })).not.toEqual({ leadId });
    const { content, expiresAt } = await desk.getState("lead", leadId);
    expect(content).toMatchObject({ source: "detector", refs: detected.refs, reason: detected.reason });
    expect(expiresAt).toBe(clock.at + 30 * day);
    const [first] = await listNotices();
    expect(first).toMatchObject({
      kind: "lead.opened",
      data: { lead: leadId, version: 1, learning: false, group: "g7" },
    });
    expect((await listNotices()).length).toBe(2);
  });

  it("CW-20 refuses what speaks on one axis alone, and leaves nothing behind", async () => {
    const house = openHouse();
    const signals = pieces.twoAxes.slice(0, 1);
    expect(await house.leadDesk.openLead({ ...detected, signals })).toEqual({ refusal: { code: "one_axis_only" } });
    expect(await house.stores.leads.findByKey(detected.key)).toBeNull();
    expect(await house.listNotices()).toEqual([]);
    expect(await house.leadDesk.openLead(detected)).toHaveProperty("leadId");
  });

  it("CW-6 refuses ids that may be addresses, and cuts what names too much", async () => {
    const { leadDesk, desk } = openHouse();
    expect(await leadDesk.openLead({ ...detected, refs: ["203.0.113.9"] })).toEqual({
      refusal: { code: "id_not_opaque" },
    });
    const refs = Array.from({ length: 3_000 }, (_, place) => `a${place}`);
    const opened = await leadDesk.openLead({ ...detected, refs });
    const { content } = await desk.getState("lead", "leadId" in opened ? opened.leadId : "");
    expect(content?.refs.length).toBe(2_000);
  });

  it("CW-24 alerts nobody while the detector is learning, until its preview was seen", async () => {
    const { leadDesk, leadBook, leadId, hear, clock } = await openOne({ learning: true });
    expect(await hear()).toEqual(["lead.learning"]);
    expect(await leadDesk.noteGrowth(leadId, { accounts: 12, actions: 90, at: clock.at })).toBe(true);
    expect(await hear()).toEqual([]);
    const by = { actor: people.tian, at: clock.at };
    const accept = { kind: "accept", priority: "P2", caseType: "campaign" } as const;
    expect(await leadBook.command(leadId, accept, by)).toMatchObject({ refusal: { code: "preview_unseen" } });
    await leadBook.command(leadId, { kind: "see_preview" }, by);
    expect(await hear()).toEqual(["lead.opened"]);
    await leadBook.command(leadId, { kind: "see_preview" }, by);
    expect(await hear()).toEqual([]);
    expect(await leadBook.command(leadId, accept, by)).toMatchObject({ kind: "done" });
    expect(await hear()).toEqual(["lead.decided"]);
  });
});

describe("noteGrowth() and noteEnd()", () => {
  it("stand beside the lead, which stays as it was opened", async () => {
    const { leadDesk, leadBook, leadId, desk, hear, clock } = await openOne();
    await hear();
    const before = await desk.getState("lead", leadId);
    const growth = { accounts: 14, actions: 120, at: clock.at + 60_000 };
    expect(await leadDesk.noteGrowth(leadId, growth)).toBe(true);
    expect(await leadDesk.noteGrowth(leadId, { ...growth, at: clock.at + 120_000 })).toBe(false);
    expect(await leadDesk.noteEnd(leadId, clock.at + 180_000)).toBe(true);
    expect(await leadDesk.noteEnd(leadId, clock.at + 240_000)).toBe(false);
    expect(await hear()).toEqual(["lead.updated", "lead.ended"]);
    expect(await desk.getState("lead", leadId)).toEqual(before);
    const by = { actor: people.tian, at: clock.at };
    expect(await leadBook.read(leadId, by)).toMatchObject({
      growth: { accounts: 14, actions: 120 },
      endedAt: clock.at + 180_000,
      notes: [{ kind: "growth" }, { kind: "end" }],
    });
    // It goes on after all, and ends again.
    expect(await leadDesk.noteGrowth(leadId, { accounts: 15, actions: 130, at: clock.at + 300_000 })).toBe(true);
    expect((await leadBook.read(leadId, by))?.endedAt).toBeNull();
    expect(await leadDesk.noteEnd(leadId, clock.at + 360_000)).toBe(true);
  });

  it("know no lead that is not there", async () => {
    const { leadDesk, listNotices } = openHouse();
    expect(await leadDesk.noteGrowth("lead-x", { accounts: 1, actions: 1, at: 0 })).toBe(false);
    expect(await leadDesk.noteEnd("lead-x", 0)).toBe(false);
    expect(await listNotices()).toEqual([]);
  });
});

describe("listVerdicts()", () => {
  it("gives what people said of leads of detectors, and of the cases that came of them", async () => {
    const { leadDesk, leadBook, leadId, desk, listVerdicts, clock, tick } = await openOne();
    const second = await leadDesk.openLead({ ...detected, key: "g8@1", group: "g8" });
    const third = await leadDesk.openLead({ ...detected, key: "g9@1", group: "g9" });
    const [wrong, late] = [second, third].map((lead) => ("leadId" in lead ? lead.leadId : ""));
    const by = { actor: people.tian, at: clock.at };
    await leadBook.command(wrong ?? "", { kind: "dismiss", reason: "authentic" }, by);
    await leadBook.command(leadId, { kind: "accept", priority: "P2", caseType: "campaign" }, by);
    // A lead of people says nothing about detectors.
    const own = { source: "analyst", refs: ["a9"], reason: "Seen.", signals: [], request: null } as const;
    const { id } = await leadBook.open(own, { actor: people.ana, at: clock.at });
    await leadBook.command(id, { kind: "dismiss", reason: "insufficient" }, by);
    const caseId = (await desk.getState("lead", leadId)).into ?? "";
    const onCase = (actor: typeof people.ana, command: object) =>
      desk.execute({ object: "case", id: caseId, command } as never, { actor, at: clock.at });
    await onCase(people.ana, { kind: "assign", conflict: null });
    const propose = {
      kind: "propose_no_action",
      decision: "d1",
      reason: "authentic_coordination",
      supersedes: [],
    };
    expect(await onCase(people.ana, propose)).toMatchObject({ kind: "done" });
    await tick(clock.at + 31 * day);

    const verdicts = await listVerdicts(0, 100);
    expect(verdicts.map(({ lead, group, verdict, holds }) => [lead, group, verdict, holds])).toEqual([
      [wrong, "g8", "dismissed_authentic", false],
      [leadId, "g7", "accepted", true],
      [leadId, "g7", "decided_authentic_coordination", false],
      [late, "g9", "expired", null],
    ]);
    expect(verdicts[0]).toMatchObject({ families: ["co_timing", "origin"], versions: ["1"], learning: false });
    const since = verdicts[1]?.sequence ?? 0;
    expect(await listVerdicts(since, 100)).toEqual(verdicts.slice(2));
    expect(await listVerdicts(0, 1)).toEqual(verdicts.slice(0, 1));
  });
});

describe("isInUse()", () => {
  it("says whether people may still need what a lead was opened on", async () => {
    const { leadDesk, leadBook, leadId, desk, clock } = await openOne();
    expect(await leadDesk.isInUse("lead-none")).toBe(false);
    expect(await leadDesk.isInUse(leadId)).toBe(true);
    const by = { actor: people.tian, at: clock.at };
    const other = await leadDesk.openLead({ ...detected, key: "k2" });
    const otherId = "leadId" in other ? other.leadId : "";
    await leadBook.command(leadId, { kind: "accept", priority: "P2", caseType: "campaign" }, by);
    await leadBook.command(otherId, { kind: "merge", into: leadId }, by);
    expect([await leadDesk.isInUse(leadId), await leadDesk.isInUse(otherId)]).toEqual([true, true]);
    expect((await desk.getState("lead", otherId)).status).toBe("lead_merged");
    const third = await leadDesk.openLead({ ...detected, key: "k3" });
    const thirdId = "leadId" in third ? third.leadId : "";
    await leadBook.command(thirdId, { kind: "dismiss", reason: "authentic" }, by);
    expect(await leadDesk.isInUse(thirdId)).toBe(false);
  });
});

describe("joinLeads()", () => {
  async function openThree() {
    const house = openHouse();
    const ids: string[] = [];
    for (const [place, learning] of [true, false, false].entries()) {
      house.clock.at += 1_000;
      const opened = await house.leadDesk.openLead({ ...detected, key: `k${place}`, group: `g${place}`, learning });
      if ("leadId" in opened) ids.push(opened.leadId);
    }
    const [quiet = "", told = "", other = ""] = ids;
    return { ...house, ids, quiet, told, other };
  }
  const decide = async (house: Awaited<ReturnType<typeof openThree>>, id: string, command: "accept" | "dismiss") => {
    const by = { actor: people.tian, at: house.clock.at };
    const given =
      command === "dismiss"
        ? ({ kind: "dismiss", reason: "insufficient" } as const)
        : ({ kind: "accept", priority: "P2", caseType: "campaign" } as const);
    expect(await house.leadBook.command(id, given, by)).toMatchObject({ kind: "done" });
  };

  it("CW-25 joins those that wait into one that people were told of, and tells so", async () => {
    const house = await openThree();
    const { leadDesk, desk, ids, quiet, told, other, listNotices } = house;
    expect(await leadDesk.joinLeads(ids)).toEqual({ into: told, merged: [quiet, other] });
    for (const id of [quiet, other]) {
      expect(await desk.getState("lead", id)).toMatchObject({ status: "lead_merged", into: told });
      expect(await leadDesk.isStanding(id)).toBe(false);
    }
    expect(await leadDesk.isStanding(told)).toBe(true);
    const decided = (await listNotices()).filter(({ kind }) => kind === "lead.decided");
    expect(decided.map(({ data }) => data)).toMatchObject([
      { lead: quiet, status: "lead_merged" },
      { lead: other, status: "lead_merged" },
    ]);
  });

  it("CW-25 prefers what people accepted, and puts nothing into what they dismissed", async () => {
    const house = await openThree();
    const { leadDesk, desk, ids, quiet, told, other } = house;
    await decide(house, told, "dismiss");
    await decide(house, other, "accept");
    expect(await leadDesk.isStanding(told)).toBe(false);
    expect(await leadDesk.joinLeads(ids)).toEqual({ into: other, merged: [quiet] });
    expect((await desk.getState("lead", told)).status).toBe("lead_dismissed");
    expect(await leadDesk.joinLeads([quiet, told])).toEqual({ into: quiet, merged: [] });
  });
});

import { describe, expect, it } from "vitest";
import { toGroupId } from "./groups/follow-groups.ts";
import type { DetectionGroup } from "./groups/group.ts";
import { readCurrentDetector } from "./findings-keeper.ts";
import type { JudgedEpoch } from "./judge/judged-epoch.ts";
import { openRoom, stateKinds, type Room } from "./testing/open-room.ts";
import {
  concentration,
  day0,
  dayMs,
  hourMs,
  makeEpoch,
  makeGroup,
  makeSignal,
  type GroupPlan,
} from "./testing/pieces.ts";

/** The epoch `hour` hours after midnight in which these were found. */
function epochAt(hour: number, ...plans: readonly GroupPlan[]): JudgedEpoch {
  const end = day0 + hour * hourMs;
  return makeEpoch(
    end,
    plans.map((plan) => makeGroup({ ...plan, at: end })),
  );
}

const groupAt = (hour: number, place = 0): string => toGroupId(day0 + hour * hourMs, place);
const readGroup = async (room: Room, id: string): Promise<DetectionGroup> => {
  const group = await room.store.get(id);
  if (group === null) throw new Error(`no group ${id}`);
  return group;
};
const army = { accounts: "abcdef", objects: "PQ" };

describe.each(stateKinds)("what the findings become, on %s", (kind) => {
  it("a campaign opens one lead, which is told of its growth and of its end", async () => {
    const room = openRoom(kind, { observeMs: 0 });
    await room.take(epochAt(1, army), epochAt(2, army), epochAt(3, { ...army, accounts: "abcdefgh" }));
    expect(room.desk.opened).toHaveLength(1);
    expect(room.desk.opened[0]).toMatchObject({
      group: groupAt(1),
      refs: [groupAt(1), "a", "b", "c", "d", "e", "f"],
      learning: false,
      signals: [
        { family: "co_timing", axis: "coordinated", detectorVersion: "0.1.0+0011223344556677" },
        { family: "concentration", axis: "inauthentic" },
      ],
    });
    expect(room.desk.growths).toEqual([
      { leadId: "lead-1", group: groupAt(1), accounts: 8, joined: ["g", "h"], actions: 32, at: day0 },
    ]);
    await room.take(epochAt(4), epochAt(5), epochAt(6), epochAt(7), epochAt(8));
    expect(room.desk.ends).toEqual([{ leadId: "lead-1", group: groupAt(1), why: "not_found", at: day0 }]);
    expect(await room.listNotices()).toEqual(
      ["group.found", "group.grew", "group.ended"].map((one) => `${one} ${groupAt(1)}`),
    );
    expect((await room.store.listMoments(groupAt(1))).map(({ accounts }) => accounts)).toEqual([6, 6, 8]);
  });

  it("words that were deleted between the judgement and here are nowhere in what is kept", async () => {
    const room = openRoom(kind);
    const quote = (id: string, text: string) => ({ id, account: "a", at: day0, object: text, text });
    const group = {
      ...makeGroup({
        ...army,
        signals: [makeSignal({ actions: [quote("forum:1", "a secret"), quote("forum:2", "another")] }), concentration],
      }),
      quotes: [
        { text: "a secret", action: "forum:1" },
        { text: "another", action: "forum:2" },
      ],
    };
    const epoch = makeEpoch(day0 + hourMs, [group], { offset: 7 });
    // The first was in the log when the judge read it, and says nothing about this one.
    room.changes.push({ offset: 6, source: "forum", id: "2" }, { offset: 8, source: "forum", id: "1" });
    await room.take(epoch);
    const kept = JSON.stringify(await readGroup(room, groupAt(1)));
    expect([kept.includes("a secret"), kept.includes("another")]).toEqual([false, true]);
    expect(room.desk.opened).toHaveLength(1);
  });

  it("an epoch that comes again, or comes late, changes nothing", async () => {
    const room = openRoom(kind);
    await room.take(epochAt(1, army), epochAt(2, army));
    const [before, notices] = [await readGroup(room, groupAt(1)), await room.listNotices()];
    await room.take(epochAt(2, { ...army, accounts: "abcdefxyz" }), epochAt(1, army));
    expect(await readGroup(room, groupAt(1))).toEqual(before);
    expect(await room.listNotices()).toEqual(notices);
    expect(room.desk.opened).toHaveLength(1);
    expect(await room.detection.findings.takenTo()).toBe(day0 + 2 * hourMs);
  });

  it("a coordinated group of unknown authenticity opens none, until it is a campaign", async () => {
    const room = openRoom(kind);
    await room.take(epochAt(1, { ...army, isCampaign: false }), epochAt(2, { ...army, isCampaign: false }));
    expect(room.desk.opened).toHaveLength(0);
    expect((await readGroup(room, groupAt(1))).lead).toEqual({ kind: "none" });
    await room.take(epochAt(3, army));
    expect(room.desk.opened.map(({ group }) => group)).toEqual([groupAt(1)]);
    expect((await room.listNotices()).at(-1)).toBe(`group.grew ${groupAt(1)}`);
    await room.take(epochAt(4, { ...army, isCampaign: false }), epochAt(5, army));
    expect(room.desk.opened).toHaveLength(1);
  });

  it("what splits off a campaign has its lead; what comes into one brings its own into it", async () => {
    const room = openRoom(kind);
    await room.take(epochAt(1, { accounts: "abcdefgh" }), epochAt(2, { accounts: "abc" }, { accounts: "defgh" }));
    expect(room.desk.opened).toHaveLength(1);
    expect(room.desk.growths).toHaveLength(0);
    await room.take(epochAt(3, { accounts: "xyz" }, { accounts: "abc" }, { accounts: "defgh" }));
    expect(room.desk.opened).toHaveLength(2);
    await room.take(epochAt(4, { accounts: "abcxyzdefgh" }));
    expect(room.desk.joins).toEqual([["lead-2", "lead-1"]]);
    expect(room.desk.ends).toEqual([]);
    expect(room.desk.growths.map(({ leadId, joined }) => [leadId, joined.join("")])).toEqual([["lead-1", "xyz"]]);
    expect((await room.store.listOpen()).map(({ lead }) => lead)).toMatchObject([{ leadId: "lead-1" }]);
  });

  it("a campaign that is found in parts opens one lead, which is told of the other part", async () => {
    const room = openRoom(kind, { observeMs: 0, leadsPerDay: 1 });
    await room.take(epochAt(1, { accounts: "abcdefg", objects: "PQRS" }, { accounts: "efghijkl", objects: "RST" }));
    expect(room.desk.opened).toHaveLength(1);
    expect(room.desk.growths.map(({ leadId, joined }) => [leadId, joined.join("")])).toEqual([["lead-1", "hijkl"]]);
    // A later part, linked with the first alone.
    await room.take(
      epochAt(
        2,
        { accounts: "abcdefg", objects: "PQRS" },
        { accounts: "efghijkl", objects: "RST" },
        { accounts: "abmnopqr", objects: "PQ" },
      ),
    );
    expect(room.desk.growths.map(({ joined }) => joined.join(""))).toEqual(["hijkl", "mnopqr"]);
    for (const { lead } of await room.store.listOpen()) expect(lead).toMatchObject({ leadId: "lead-1" });
    // What people dismissed takes nothing in.
    room.desk.dismissed.add("lead-1");
    room.clock.at += dayMs;
    await room.take(epochAt(3, { accounts: "abcdefg", objects: "PQRS" }, { accounts: "cduvwxyz", objects: "RS" }));
    expect(room.desk.opened.map(({ refs }) => refs.slice(1).join(""))).toEqual(["abcdefg", "cduvwxyz"]);
  });

  it("campaigns that share the objects and nobody, or a few and no object, have a lead each", async () => {
    const room = openRoom(kind, { observeMs: 0 });
    await room.take(
      epochAt(
        1,
        { accounts: "abcdefg", objects: "PQ" },
        { accounts: "hijklmn", objects: "PQ" },
        { accounts: "abopqrst", objects: "RS" },
      ),
    );
    expect(room.desk.opened).toHaveLength(3);
  });

  it("parts of a campaign that are found apart and come together have one lead, whoever else is under theirs", async () => {
    const room = openRoom(kind, { observeMs: 0, endAfterEpochs: 4 });
    await room.take(epochAt(1, { accounts: "abcd" }, { accounts: "mnopqr" }, { accounts: "uvwxyz" }));
    // A part of the second goes on by itself, unseen in the epoch in which the others meet.
    await room.take(epochAt(2, { accounts: "abcd" }, { accounts: "mnop" }, { accounts: "qr" }, { accounts: "uvwxyz" }));
    await room.take(epochAt(3, { accounts: "abcdmnopuvwxyz" }));
    const [{ group: mainGroup }] = room.desk.opened.filter(({ refs }) => refs.includes("u"));
    const main = room.desk.opened.find(({ group }) => group === mainGroup)?.leadId;
    expect(room.desk.joins.map(([, into]) => into)).toEqual([main, main]);
    const open = await room.store.listOpen();
    expect(open).toHaveLength(2);
    for (const { lead } of open) expect(lead).toMatchObject({ kind: "opened", leadId: main });
    await room.take(epochAt(4), epochAt(5), epochAt(6), epochAt(7), epochAt(8));
    expect(room.desk.ends.map(({ leadId }) => leadId)).toEqual([main]);
  });

  it("goes on under a lead that stands, where people dismissed the one that it had", async () => {
    const room = openRoom(kind, { observeMs: 0 });
    await room.take(epochAt(1, { accounts: "abcdefgh" }, { accounts: "xyz" }));
    room.desk.dismissed.add("lead-1");
    await room.take(epochAt(2, { accounts: "abcdefghxyz" }));
    expect(room.desk.joins).toEqual([]);
    expect((await readGroup(room, groupAt(1))).lead).toMatchObject({ leadId: "lead-2" });
    expect(room.desk.growths.map(({ leadId, joined }) => [leadId, joined.join("")])).toEqual([["lead-2", "abcdefgh"]]);
  });

  it("a lead is told of the accounts of a group that had none and comes under it", async () => {
    const room = openRoom(kind);
    const others = { accounts: "mnopqrst", isCampaign: false };
    await room.take(epochAt(1, army, others), epochAt(2, { accounts: "abcdefmnopqrst" }));
    expect(room.desk.opened.map(({ refs }) => refs.length)).toEqual([7]);
    expect(room.desk.growths.map(({ joined }) => joined.join(""))).toEqual(["mnopqrst"]);
    expect((await readGroup(room, groupAt(1, 1))).lead).toMatchObject({ kind: "opened", leadId: "lead-1" });
    expect(room.desk.ends).toEqual([]);
  });

  it("leads of a detector that observes are marked as learning, those after its time or another's are not", async () => {
    const room = openRoom(kind, { observeMs: dayMs });
    await room.take(epochAt(1, { accounts: "abc" }));
    room.clock.at += dayMs;
    await room.take(epochAt(2, { accounts: "abc" }, { accounts: "def" }));
    const changed = { version: "0.1.0", fingerprint: "ffff" };
    await room.take({ ...epochAt(3, { accounts: "ghi" }), detector: changed });
    expect(room.desk.opened.map(({ learning }) => learning)).toEqual([true, false, true]);
    expect(await readCurrentDetector(room.shelves)).toMatchObject({ ...changed, since: day0 + dayMs, confirmed: null });
  });

  it("leads beyond the day's quota wait, the weakest, until another day", async () => {
    const room = openRoom(kind, { leadsPerDay: 2 });
    const plans = ["abc", "def", "ghi"].map((accounts, i) => ({ accounts, logE: 30 + i }));
    await room.take(epochAt(1, ...plans), epochAt(2, ...plans));
    expect(room.desk.opened.map(({ refs }) => refs[1])).toEqual(["g", "d"]);
    expect((await readGroup(room, groupAt(1))).lead).toEqual({ kind: "held", why: "quota", since: day0, markId: null });
    room.clock.at += dayMs;
    await room.take(epochAt(3, ...plans));
    expect(room.desk.opened.map(({ refs }) => refs[1])).toEqual(["g", "d", "a"]);
  });

  it("opens a lead under the group's name where casework takes no account's name, and keeps any other refusal", async () => {
    const room = openRoom(kind);
    room.desk.refusals.push("id_not_opaque");
    await room.take(epochAt(1, army));
    expect(room.desk.opened.map(({ refs }) => refs)).toEqual([[groupAt(1)]]);
    room.desk.refusals.push("one_axis_only");
    await room.take(epochAt(2, { accounts: "xyz" }));
    expect((await readGroup(room, groupAt(2))).lead).toEqual({ kind: "refused", code: "one_axis_only", at: day0 });
    await room.take(epochAt(3, { accounts: "xyz" }));
    expect(room.desk.opened).toHaveLength(1);
  });

  it("a family whose leads come far more often than on its own past days is paused, and holds back what rests on it", async () => {
    const room = openRoom(kind, { observeMs: 0, leadsPerDay: 100 });
    const byOrigin = [
      makeSignal(),
      makeSignal({ family: "origin", axis: "inauthentic", statistic: "registered_hour" }),
    ];
    // One a day for ten days, then many.
    let hour = 0;
    let nextAccount = 0;
    const find = async (
      count: number,
      signals: GroupPlan["signals"] = [makeSignal(), concentration],
    ): Promise<void> => {
      for (let i = 0; i < count; i++) {
        hour += 1;
        const accounts = String.fromCodePoint(0x4e00 + nextAccount, 0x4e01 + nextAccount, 0x4e02 + nextAccount);
        nextAccount += 3;
        await room.take(epochAt(hour, { accounts, ...(signals === undefined ? {} : { signals }) }));
      }
    };
    for (let day = 0; day < 10; day++) {
      await find(1);
      room.clock.at += dayMs;
    }
    await find(4, byOrigin);
    expect(room.desk.opened).toHaveLength(14);
    await find(8);
    const paused = (await room.listNotices()).filter((one) => one.startsWith("detector.paused"));
    expect(paused).toContain("detector.paused co_timing");
    const opened = room.desk.opened.length;
    expect(opened).toBeLessThan(22);
    expect((await readGroup(room, groupAt(hour))).lead).toMatchObject({ kind: "held", why: "paused" });
    room.clock.at += dayMs;
    await find(1);
    expect(room.desk.opened).toHaveLength(opened);
    expect(await room.shelves.families.get("co_timing")).toMatchObject({
      state: "paused",
      jump: { pastDays: 9, past: 9 },
    });
  });
});

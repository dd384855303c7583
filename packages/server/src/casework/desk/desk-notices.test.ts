import {
  isNoticeKind,
  isOfDesks,
  noticeKinds,
  roleScopes,
  toNoticeMessage,
  type NoticeKind,
  type StaffRole,
} from "@breakwater/contract";
import { beforeEach, describe, expect, it } from "vitest";
import { queueRows, queues } from "../jobs/queues.ts";
import { fail } from "../testing/call-route.ts";
import { openApi, proposalOf, staff, type Api } from "../testing/open-api.ts";

const { ana, ben, cho, rei, tian } = staff;
let api: Api;
let heard = 0;
beforeEach(() => {
  api = openApi();
  heard = 0;
});

/** Rules aside, which the first case brings into force. */
const isOfDesk = (kind: string): boolean => isNoticeKind(kind) && isOfDesks(kind) && kind !== "policy.changed";
/** What pages heard since the last time. */
async function hear(): Promise<readonly (readonly [string, unknown])[]> {
  const all = await api.listNotices();
  const fresh = all.slice(heard).filter(({ kind }) => isOfDesk(kind));
  heard = all.length;
  return fresh.map(({ kind, data }) => [kind, data]);
}

const claim = (of: string, queue: string, caller: Parameters<Api["call"]>[1]) =>
  api.call("commandJob", caller, { params: { queue, id: of }, body: { kind: "claim" } });

describe("what open pages hear", () => {
  it("is each object once for a command, however much was done to it, and nothing for one that was refused", async () => {
    const caseId = await api.openCase();
    expect(await hear()).toEqual([["case.changed", { id: caseId, version: 1, status: "case_open" }]]);
    await api.give("commandCase", ana, caseId, { kind: "assign", conflict: null });
    expect(await hear()).toEqual([["case.changed", { id: caseId, version: 2, status: "investigating" }]]);
    await fail(api.give("commandCase", tian, caseId, { kind: "approve", statement: "It holds." }));
    expect(await hear()).toEqual([]);
    await api.investigate(caseId, ["a1"]);
    await api.give("commandCase", ana, caseId, proposalOf(["a1"], "mute", { hearingSkipped: "In haste." }));
    await hear();
    await api.give("commandCase", cho, caseId, { kind: "approve", statement: "It holds." });
    const told = await hear();
    const kinds = told.map(([kind]) => kind).toSorted((a, b) => a.localeCompare(b));
    // A campaign that was decided is looked at again.
    expect(kinds).toEqual(["case.changed", "decision.changed", "review.changed"]);
    expect(JSON.stringify(told)).not.toMatch(/"(?:a1|ana|cho)"|It holds/);
  });

  it("is of a case that is kept from somebody what the list tells them, and no more", async () => {
    const caseId = await api.openCase("doxxing", "P1");
    await claim(caseId, "assignment", ana);
    await api.give("commandCase", ana, caseId, { kind: "assign", conflict: null });
    await api.investigate(caseId, ["a1"]);
    await api.give("commandCase", ana, caseId, proposalOf(["a1"], "mute", { hearingSkipped: "They would delete it." }));
    await claim(caseId, "approval", cho);
    await api.give("commandCase", cho, caseId, { kind: "approve", statement: "It holds." });
    expect((await fail(api.get("getCase", ben, caseId))).refusal?.code).toBe("need_to_know");
    const told = new Map((await hear()).map(([kind, data]) => [kind, data]));
    for (const [list, kind] of [
      ["listCases", "case.changed"],
      ["listDecisions", "decision.changed"],
    ] as const) {
      const { body } = await api.call(list, rei, { query: {} });
      const [line] = (body as { items: readonly object[] }).items;
      expect(line).toMatchObject(told.get(kind) as object);
    }
  });

  it("is of a job neither the job nor the queue: also when a claim runs out", async () => {
    const caseId = await api.openCase();
    await hear();
    await claim(caseId, "assignment", ana);
    expect(await hear()).toEqual([["job.changed", {}]]);
    await fail(claim(caseId, "unmasking", ana));
    await fail(claim(caseId, "assignment", ben));
    api.clock.at += 31 * 60_000;
    await api.tick(api.clock.at);
    await api.tick(api.clock.at);
    expect((await hear()).filter(([kind]) => kind === "job.changed").length).toBe(1);
    await api.call("askSecondOpinion", ana, { params: { id: caseId }, body: { question: "One hand?" } });
    expect(await hear()).toEqual([["job.changed", {}]]);
  });

  it("is all that the contract names", async () => {
    const caseId = await api.openCase();
    await api.give("commandCase", ana, caseId, { kind: "assign", conflict: null });
    await api.investigate(caseId, ["a1"]);
    for (const { kind, data } of await api.listNotices()) {
      expect(toNoticeMessage({ sequence: 1, at: 0, kind, data })?.data).toEqual(data);
    }
  });
});

describe("whoever works a queue", () => {
  const kindOf: Readonly<Record<string, NoticeKind>> = {
    lead: "lead.opened",
    case: "case.changed",
    decision: "decision.changed",
    hold: "hold.changed",
    authority_request: "authority.changed",
    self_review: "review.changed",
    unmasking: "unmasking.changed",
    victim_workspace: "workspace.changed",
    determination: "correction.changed",
  };
  it.each(queues)("%s hears of what its jobs are about", (queue) => {
    const { object, roles } = queueRows[queue];
    const kind = kindOf[object];
    if (kind === undefined) throw new Error(`Nothing tells of ${object}.`);
    for (const role of roles) {
      const scopes = roleScopes[role as StaffRole];
      expect(scopes, role).toEqual(expect.arrayContaining(["events:read", "jobs:work", noticeKinds[kind].scope]));
    }
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import type { Caller } from "../../http/route.ts";
import { fail } from "../testing/call-route.ts";
import { person } from "../testing/open-house.ts";
import { openApi, proposalOf, staff, type Api } from "../testing/open-api.ts";
import { claimMs } from "./job-book.ts";

const { tian, ana, ben, cho, rei, aud, adm, lia } = staff;
let api: Api;
beforeEach(() => {
  api = openApi();
});

type Job = {
  readonly id: string;
  readonly queue: string;
  readonly priority: string;
  readonly claim: { readonly by: string | null; readonly mine: boolean } | null;
  readonly skips: readonly { readonly by: string | null; readonly reason: string }[];
  readonly refusal: { readonly code: string; readonly next: string } | null;
  readonly clock: { readonly pausedFor: string | null; readonly dueAt: number | null } | null;
  readonly isOverdue: boolean;
};

const list = async (queue: string, caller: Caller, show = "all"): Promise<readonly Job[]> => {
  const { body } = await api.call("listJobs", caller, { params: { queue }, query: { show } });
  return (body as { readonly items: readonly Job[] }).items;
};
const give = async (queue: string, id: string, caller: Caller, body: object): Promise<Job> =>
  (await api.call("commandJob", caller, { params: { queue, id }, body })).body as Job;
const next = async (queue: string, caller: Caller): Promise<Job | null> =>
  ((await api.call("takeNextJob", caller, { params: { queue } })).body as { readonly job: Job | null }).job;

describe("a job", () => {
  it("is held by one person, until the claim runs out, is given back or handed over", async () => {
    const caseId = await api.openCase();
    expect((await give("assignment", caseId, ana, { kind: "claim" })).claim).toMatchObject({ by: "ana", mine: true });
    const taken = await fail(give("assignment", caseId, ben, { kind: "claim" }));
    expect([taken.refusal?.code, taken.message]).toEqual([
      "job_taken",
      "Somebody else is doing this job. Take another one, or wait until it is free.",
    ]);
    // Nor is it done by another way.
    const assign = { kind: "assign", conflict: null };
    expect((await fail(api.give("commandCase", ben, caseId, assign))).refusal?.code).toBe("job_taken");
    expect(await list("assignment", ben, "free")).toEqual([]);
    expect((await list("assignment", ben))[0]?.refusal?.code).toBe("job_taken");
    expect((await fail(give("assignment", caseId, ben, { kind: "release" }))).refusal?.code).toBe("job_not_held");

    api.clock.at += claimMs;
    await give("assignment", caseId, ben, { kind: "claim" });
    await give("assignment", caseId, ben, { kind: "hand_over", to: "ana", reason: "She knows the platform." });
    const { body: mine } = await api.call("listMyJobs", ana);
    expect(mine).toMatchObject({ items: [{ id: caseId, queue: "assignment", claim: { mine: true } }] });
    expect((await list("assignment", aud))[0]?.skips).toMatchObject([{ by: "ben", reason: "She knows the platform." }]);
    await api.give("commandCase", ana, caseId, assign);
    expect((await api.call("listMyJobs", ana)).body).toEqual({ items: [] });
  });

  it("is never taken twice, however many take at once", async () => {
    const cases = [];
    for (let place = 0; place < 6; place += 1) cases.push(await api.openCase());
    const people = Array.from({ length: 9 }, (_, place) => person(`analyst-${place}`, "analyst"));
    const taken = await Promise.all(people.map((one) => next("assignment", one)));
    const ids = taken.flatMap((job) => (job === null ? [] : [job.id]));
    expect([...ids].sort()).toEqual([...cases].sort());
    expect(new Set(ids).size).toBe(6);
  });

  it("is skipped with a reason that others read, and not offered again", async () => {
    const [first, second] = [await api.openCase(), await api.openCase()];
    const skip = { kind: "skip", reason: "I do not read Turkish." };
    await give("assignment", first, ana, skip);
    expect((await list("assignment", ana, "free")).map(({ id }) => id)).toEqual([second]);
    expect((await next("assignment", ana))?.id).toBe(second);
    const shown = await list("assignment", ben);
    expect(shown.find(({ id }) => id === first)?.skips).toMatchObject([{ by: "ana", reason: skip.reason }]);
    const wordless = { params: { queue: "assignment", id: first }, body: { kind: "skip", reason: "" } };
    await expect(api.call("commandJob", ana, wordless)).rejects.toThrow();
  });

  it("comes by priority, and late ones stand in a list of their own", async () => {
    const low = await api.openCase("campaign", "P3");
    const high = await api.openCase("fraud", "P0");
    expect((await list("assignment", ana)).map(({ id }) => id)).toEqual([high, low]);
    expect(await list("overdue", ana)).toEqual([]);
    api.clock.at += 2 * 3_600_000;
    expect((await list("overdue", ana)).map(({ id, isOverdue }) => [id, isOverdue])).toEqual([[high, true]]);
    expect(await list("overdue", cho)).toEqual([]);
    const { body } = await api.call("listQueues", ana, { headers: { "accept-language": "zh" } });
    const { items } = body as {
      items: readonly { queue: string; waiting: number; overdue: number; question: string }[];
    };
    expect(items[0]).toMatchObject({ queue: "overdue", waiting: 1 });
    expect(items.find(({ queue }) => queue === "assignment")).toMatchObject({ waiting: 2, overdue: 1 });
    expect(items.every(({ question }) => /[\u4e00-\u9fff]/.test(question))).toBe(true);
    expect(items.map(({ queue }) => queue)).not.toContain("appeal");
  });

  it("says when its clock stands still, and why", async () => {
    const caseId = await api.openCase();
    expect((await list("assignment", ana))[0]?.clock).toMatchObject({ pausedFor: null });
    await api.give("commandCase", ana, caseId, { kind: "assign", conflict: null });
    await api.investigate(caseId, ["a1"]);
    await api.give("commandCase", ana, caseId, { kind: "start_hearing", account: "a1" });
    api.clock.at += 3_600_000;
    expect((await list("hearing", ana))[0]?.clock).toMatchObject({
      what: "handling",
      pausedFor: "hearing",
      pausedMs: 3_600_000,
      dueAt: null,
    });
    const { clocks } = (await api.get("getCase", ana, caseId)) as { clocks: readonly { pausedFor: string }[] };
    expect(clocks).toMatchObject([{ pausedFor: "hearing" }]);
  });

  it("says why somebody cannot do it before they try", async () => {
    const caseId = await api.openCase();
    await api.give("commandCase", ana, caseId, { kind: "assign", conflict: null });
    await api.investigate(caseId, ["a1"]);
    await api.give("commandCase", ana, caseId, proposalOf(["a1"], "warning"));
    const both = person("ana", "analyst", "approver");
    expect((await list("approval", both))[0]?.refusal).toMatchObject({ code: "own_proposal" });
    expect((await fail(give("approval", caseId, both, { kind: "claim" }))).refusal?.code).toBe("own_proposal");
    expect(await next("approval", both)).toBeNull();
    expect((await next("approval", cho))?.id).toBe(caseId);
  });
});

describe("queues", () => {
  it("are those of one's roles; the auditor reads all and does none", async () => {
    await api.openCase();
    expect((await fail(list("assignment", cho))).refusal?.code).toBe("queue_not_yours");
    expect((await fail(list("triage", lia))).refusal?.code).toBe("queue_not_yours");
    expect((await fail(list("assignment", adm))).refusal?.code).toBe("queue_not_yours");
    expect((await list("assignment", aud))[0]?.refusal?.code).toBe("queue_not_yours");
    expect((await fail(next("assignment", aud))).refusal?.code).toBe("queue_not_yours");
    expect(await list("triage", tian)).toEqual([]);
  });

  it("keep from an appeal's reviewer who worked on the case", async () => {
    const caseId = await api.openCase();
    await api.give("commandCase", ana, caseId, { kind: "assign", conflict: null });
    const { body } = await api.call("listCases", rei, { query: {} });
    expect((body as { items: readonly { assignees: readonly string[] }[] }).items[0]?.assignees).toEqual([]);
    expect(await api.get("getCase", rei, caseId)).toMatchObject({ people: [], hidden: [{ what: "people" }] });
  });
});

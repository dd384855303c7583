import { beforeEach, describe, expect, it } from "vitest";
import { fail } from "../testing/call-route.ts";
import { openApi, proposalOf, staff, type Api } from "../testing/open-api.ts";

const { tian, ana, ben, cho, rei, aud, sup, sam } = staff;
let api: Api;
beforeEach(() => {
  api = openApi();
});

const claim = (of: string, queue: string, caller: Parameters<Api["call"]>[1]) =>
  api.call("commandJob", caller, { params: { queue, id: of }, body: { kind: "claim" } });

describe("a case in which somebody is under attack", () => {
  it("is shown to those who work on it, and to nobody else; who tried is written down", async () => {
    const caseId = await api.openCase("doxxing", "P1");
    const refused = await fail(api.get("getCase", ana, caseId));
    expect([refused.code, refused.refusal?.code]).toEqual(["refused", "need_to_know"]);
    expect(refused.message).toContain("Claim one of its jobs");
    expect((await fail(api.get("getCase", ana, caseId, "zh"))).message).toMatch(/[\u4e00-\u9fff]/);
    // Not by another way either.
    for (const id of ["listCaseEvidence", "listCaseFindings", "getCaseContext"]) {
      const error = await fail(api.call(id, ana, { params: { id: caseId }, query: {} }));
      expect(error.refusal?.code, id).toBe("need_to_know");
    }
    const assign = { kind: "assign", conflict: null };
    expect((await fail(api.give("commandCase", ana, caseId, assign))).refusal?.code).toBe("need_to_know");

    await claim(caseId, "assignment", ana);
    await api.give("commandCase", ana, caseId, assign);
    await api.investigate(caseId, ["a1"]);
    // Whoever opened it may look, the auditor too; the list says that it is there, and no more.
    expect(await api.get("getCase", tian, caseId)).toMatchObject({ sensitive: true });
    expect(await api.get("getCase", aud, caseId)).toMatchObject({ accounts: 1 });
    const { body } = await api.call("listCases", ben, { query: { account: "a1" } });
    expect(body).toMatchObject({ items: [] });

    await api.give("commandCase", ana, caseId, proposalOf(["a1"], "mute", { hearingSkipped: "They would delete it." }));
    expect((await fail(api.get("getCase", cho, caseId))).refusal?.code).toBe("need_to_know");
    await claim(caseId, "approval", cho);
    await api.give("commandCase", cho, caseId, { kind: "approve", statement: "It holds." });
    const { body: decisions } = await api.call("listDecisions", rei, { query: { case: caseId } });
    expect(decisions).toMatchObject({ items: [{ case: caseId, account: null }] });
    const { body: views } = await api.call("listViews", aud, { query: { id: caseId, by: "ana" } });
    const tried = (views as { items: readonly { refused: string | null; version: number | null }[] }).items;
    expect(tried.filter((view) => view.refused === "need_to_know").length).toBe(5);
    expect(tried.every((view) => (view.refused === null) === (view.version !== null))).toBe(true);
  });

  it("stays open to whoever holds a job of it, until the claim runs out", async () => {
    const caseId = await api.openCase("threat", "P1");
    await claim(caseId, "assignment", ben);
    expect(await api.get("getCase", ben, caseId)).toMatchObject({ status: "case_open" });
    api.clock.at += 31 * 60_000;
    expect((await fail(api.get("getCase", ben, caseId))).refusal?.code).toBe("need_to_know");
  });
});

describe("an interest of one's own", () => {
  it("closes a case and all that belongs to it, for good", async () => {
    const caseId = await api.openCase();
    const declare = { kind: "declare_conflict", reason: "My brother runs one of the accounts." };
    await api.call("commandJob", ben, { params: { queue: "assignment", id: caseId }, body: declare });
    expect((await fail(api.get("getCase", ben, caseId))).refusal?.code).toBe("conflict_of_interest");
    expect((await fail(claim(caseId, "assignment", ben))).refusal?.code).toBe("conflict_of_interest");
    const assign = { kind: "assign", conflict: null };
    expect((await fail(api.give("commandCase", ben, caseId, assign))).refusal?.code).toBe("conflict_of_interest");
    await api.give("commandCase", ana, caseId, assign);
  });
});

describe("a victim's workspace", () => {
  it("is for the one contact, and for the auditor", async () => {
    const opened = await api.call("openWorkspace", sup, { body: { owner: "v1", isMinor: false } });
    const { id } = opened.body as { id: string };
    await api.give("commandWorkspace", sup, id, { kind: "assign_contact" });
    const item = { sha256: "ab".repeat(32), capturedAt: api.clock.at };
    const seen = await api.give("commandWorkspace", sup, id, { kind: "capture", item });
    expect(seen).toMatchObject({ owner: "v1", contact: "sup", evidence: [{ sha256: item.sha256 }] });
    expect((await fail(api.get("getWorkspace", sam, id))).refusal?.code).toBe("need_to_know");
    expect(await api.get("getWorkspace", aud, id)).toMatchObject({ owner: "v1" });
    // What is shared with whom, support cannot say at all.
    const share = { kind: "share", share: {} };
    await expect(api.give("commandWorkspace", sup, id, share)).rejects.toThrow();
    const { body } = await api.call("listWorkspaces", sam, { query: {} });
    expect(JSON.stringify(body)).not.toContain("v1");
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import type { Caller } from "../../http/route.ts";
import { fail } from "../testing/call-route.ts";
import { person } from "../testing/open-house.ts";
import { openApi, proposalOf, staff, type Api } from "../testing/open-api.ts";

const { ana, ben, cho, rei, sena } = staff;
let api: Api;
beforeEach(() => {
  api = openApi();
});

const assign = { kind: "assign", conflict: null };
const unheard = { hearingSkipped: "They would delete what they posted." };

async function propose(accounts: readonly string[], type: Parameters<typeof proposalOf>[1]): Promise<string> {
  const caseId = await api.openCase();
  await api.give("commandCase", ana, caseId, assign);
  await api.investigate(caseId, accounts);
  await api.give("commandCase", ana, caseId, proposalOf(accounts, type, unheard));
  return caseId;
}

describe("a proposal about many", () => {
  const accounts = Array.from({ length: 22 }, (_, place) => `a${place}`);

  it(
    "is judged blind: the second person sees evidence alone until they have judged the sample",
    { timeout: 60_000 },
    async () => {
      const caseId = await propose(accounts, "mute");
      const blind = await api.get("getCase", cho, caseId);
      expect(blind).toMatchObject({
        proposal: null,
        findings: [],
        hidden: [{ what: "proposal" }, { what: "findings" }],
      });
      const toJudge = blind["toJudge"] as readonly string[];
      expect(toJudge.length).toBe(20);
      expect((blind["evidenceItems"] as readonly object[]).length).toBe(22);
      for (const [id, asked] of [
        ["listCaseFindings", {}],
        ["getCaseContext", {}],
      ] as const) {
        const error = await fail(api.call(id, cho, { params: { id: caseId }, query: asked }));
        expect(error.refusal?.code).toBe("sample_not_judged");
      }
      // Whoever works on the case sees what they wrote.
      expect(await api.get("getCase", ana, caseId)).toMatchObject({
        toJudge: [],
        hidden: [],
        proposal: { bulk: true },
      });
      // Of each account what shows it, page by page.
      const ofOne = async (query: object) =>
        (await api.call("listCaseEvidence", cho, { params: { id: caseId }, query })).body as {
          readonly items: readonly { readonly accounts: readonly string[] }[];
          readonly nextCursor: string | null;
        };
      expect((await ofOne({ account: "a3" })).items).toMatchObject([{ accounts: ["a3"] }]);
      expect((await ofOne({ account: "a99" })).items).toEqual([]);
      const { items, nextCursor } = await ofOne({ limit: 20 });
      expect([items.length, (await ofOne({ limit: 20, cursor: nextCursor })).items.length]).toEqual([20, 2]);
      const { body } = await api.call("listJobs", cho, { params: { queue: "blind_sample" }, query: {} });
      expect(body).toMatchObject({ items: [{ id: caseId }] });

      const approve = { kind: "approve", statement: "Judged one by one." };
      expect((await fail(api.give("commandCase", cho, caseId, approve))).refusal?.code).toBe("sample_not_judged");
      for (const account of toJudge) {
        await api.give("commandCase", cho, caseId, { kind: "judge_blind", account, role: "operator" });
      }
      const seen = await api.get("getCase", cho, caseId);
      expect(seen).toMatchObject({
        toJudge: [],
        hidden: [],
        proposal: { preview: { accounts: 22, byMeasure: { mute: 22 } } },
      });
      const decided = await api.give("commandCase", cho, caseId, approve);
      expect(decided).toMatchObject({ status: "decided_action", waiting: 2 });
      expect(await api.give("commandCase", cho, caseId, { kind: "release_stage" })).toMatchObject({ waiting: 0 });
    },
  );
});

describe("POST /v1/cases/{id}/preview", () => {
  it("names every fault before anything is proposed, and changes nothing", async () => {
    const caseId = await api.openCase();
    await api.give("commandCase", ana, caseId, assign);
    await api.investigate(caseId, ["a1"]);
    const { kind: _, ...whole } = proposalOf(["a1"], "terminate");
    const [item] = whole.items;
    const draft = { ...item?.draft, category: "STATEMENT_CATEGORY_NONE", facts: "Mail to li@example.org." };
    const asked = { params: { id: caseId }, body: { ...whole, items: [{ ...item, draft }] } };
    const { body } = await api.call("previewProposal", ana, asked);
    expect(body).toMatchObject({
      refusal: { code: "grade_caps_level", about: ["a1", "serious"] },
      humans: 2,
      senior: true,
      sampleSize: 0,
      effect: { accounts: 1, byMeasure: { terminate: 1 }, byRole: { operator: 1 } },
      items: [
        {
          account: "a1",
          statement: { decision_account: "DECISION_ACCOUNT_TERMINATED" },
          faults: [{ field: "category", message: "It is no word of the list." }],
          published: null,
          publishedRefusal: { code: "statement_invalid" },
        },
      ],
    });
    const mended = {
      ...asked,
      body: { ...whole, items: [{ ...item, draft: { ...item?.draft, facts: draft.facts } }] },
    };
    const { body: second } = await api.call("previewProposal", ana, {
      ...mended,
      headers: { "accept-language": "zh" },
    });
    expect(second).toMatchObject({
      items: [{ faults: [], publishedRefusal: { code: "personal_data_in_public_text" } }],
    });
    const { items } = second as { items: readonly { notices: readonly { language: string; sections: object[] }[] }[] };
    expect(items[0]?.notices.map(({ language }) => language)).toEqual(["en", "zh-Hans"]);
    expect(await api.get("getCase", ana, caseId)).toMatchObject({ status: "investigating", proposal: null });
  });
});

describe("GET /v1/cases/{id}/context", () => {
  it("shows where a case came from, and what was decided before about the same", async () => {
    const first = await propose(["a1", "a2"], "mute");
    await api.give("commandCase", cho, first, { kind: "judge_blind", account: "a1", role: "operator" });
    await api.give("commandCase", cho, first, { kind: "judge_blind", account: "a2", role: "operator" });
    await api.give("commandCase", cho, first, { kind: "approve", statement: "Judged one by one." });
    const second = await api.openCase();
    await api.give("commandCase", ana, second, assign);
    await api.investigate(second, ["a1"]);
    const asked = { params: { id: second }, query: { rules: "IA-1@3" } };
    const { body } = await api.call("getCaseContext", ana, asked);
    expect(body).toMatchObject({
      lead: { group: "group-2" },
      leadSignals: [{ family: "co_timing" }, { family: "origin" }],
      rules: [{ id: "IA-1", version: "3", text: null }],
      priorDecisions: [{ case: first, account: "a1", measures: ["mute"], role: "operator" }],
      similar: [{ case: first, account: "a2" }],
    });
    const { body: findings } = await api.call("listCaseFindings", ana, { params: { id: second }, query: {} });
    expect(findings).toMatchObject({
      items: [{ account: "a1", ownEvidence: 1, levelMax: 8, hearing: null }],
      nextCursor: null,
    });
  });

  it("shows a rule's text where a registry holds it", async () => {
    const texts = { en: "No pretence.", "zh-Hans": "不得冒充。" };
    api = openApi({ findRuleTexts: async (id, version) => (id === "IA-1" && version === "3" ? texts : null) });
    const caseId = await api.openCase();
    const { body } = await api.call("getCaseContext", ana, {
      params: { id: caseId },
      query: { rules: "IA-1@3,IA-9@1" },
    });
    expect(body).toMatchObject({ rules: [{ text: texts }, { text: null }] });
  });
});

describe("a second opinion", () => {
  it("is asked and given once; whoever gave it neither approves nor judges later", async () => {
    const caseId = await propose(["a1"], "mute");
    const asked = { params: { id: caseId }, body: { question: "Is this one device farm?", of: "cho" } };
    const { body } = await api.call("askSecondOpinion", ana, asked);
    const { id } = body as { id: string };
    const answer = (caller: Caller) =>
      api.call("answerSecondOpinion", caller, { params: { id }, body: { answer: "Yes." } });
    expect((await fail(answer(ana))).refusal?.code).toBe("own_proposal");
    expect((await fail(answer(sena))).refusal?.code).toBe("not_yours");
    expect((await fail(answer(rei))).refusal?.code).toBe("role_may_not");
    const { body: jobs } = await api.call("listJobs", cho, { params: { queue: "second_opinion" }, query: {} });
    expect(jobs).toMatchObject({ items: [{ id, case: caseId, refusal: null }] });
    expect((await answer(cho)).body).toMatchObject({ answer: "Yes.", answeredBy: "cho" });
    expect((await fail(answer(cho))).refusal?.code).toBe("opinion_given");
    const approve = { kind: "approve", statement: "It holds." };
    expect((await fail(api.give("commandCase", cho, caseId, approve))).refusal?.code).toBe("took_part");
    await api.give("commandCase", sena, caseId, approve);
    const { body: all } = await api.call("listSecondOpinions", ana, { params: { id: caseId } });
    expect(all).toMatchObject({ items: [{ id, answer: "Yes." }] });
  });
});

describe("a quality sample", () => {
  it("is judged again by somebody who took no part, without seeing what was decided", async () => {
    api = openApi({ qualityShare: 1 });
    const caseId = await propose(["a1"], "mute");
    await api.give("commandCase", cho, caseId, { kind: "approve", statement: "It holds." });
    const { body } = await api.call("listJobs", sena, { params: { queue: "quality" }, query: {} });
    const id = (body as { items: readonly { id: string }[] }).items[0]?.id ?? "";
    const read = (caller: Caller) => api.call("getQualitySample", caller, { params: { id } });
    expect((await fail(read(cho))).refusal?.code).toBe("took_part");
    expect((await fail(read(ben))).refusal?.code).toBe("role_may_not");
    expect((await fail(read(sena))).refusal?.code).toBe("job_not_held");
    await api.call("commandJob", sena, { params: { queue: "quality", id }, body: { kind: "claim" } });
    const seen = (await read(sena)).body;
    expect(seen).toMatchObject({ account: "a1", judged: null, evidence: [{ kind: "post", addedBy: null }] });
    expect(JSON.stringify(seen)).not.toContain("operator");
    const judgement = { role: "amplifier_unpaid", grade: "serious", reason: "One person and their friends." };
    const judged = await api.call("judgeQualitySample", sena, { params: { id }, body: judgement });
    expect(judged.body).toMatchObject({ judged: { agrees: false, decided: { role: "operator", grade: "serious" } } });
    const again = await fail(api.call("judgeQualitySample", sena, { params: { id }, body: judgement }));
    expect(again.refusal?.code).toBe("judged_already");
    const { body: all } = await api.call("listQualitySamples", rei, { query: {} });
    expect(all).toMatchObject({ drawn: 1, judged: 1, agreed: 0, items: [{ id, agrees: false }] });
  });

  it("is drawn for a share of the decisions that restrict, and for no others", async () => {
    api = openApi({ qualityShare: 1 });
    const caseId = await propose(["a1"], "warning");
    await api.give("commandCase", cho, caseId, { kind: "approve", statement: "It holds." });
    const { body } = await api.call("listQualitySamples", rei, { query: {} });
    expect(body).toMatchObject({ drawn: 0 });
  });
});

describe("lists", () => {
  it("go through all cases, newest first, by status and by who took them", async () => {
    const ids = [];
    for (let place = 0; place < 5; place += 1) {
      api.clock.at += 1_000;
      ids.push(await api.openCase());
    }
    await api.give("commandCase", ana, ids[1] ?? "", assign);
    const list = async (query: object, caller: Caller = ana): Promise<readonly string[]> => {
      const seen: string[] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const asked = { query: { limit: "2", ...query, ...(cursor === undefined ? {} : { cursor }) } };
        const { body } = await api.call("listCases", caller, asked);
        const page = body as { items: readonly { id: string }[]; nextCursor: string | null };
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      }
      return seen;
    };
    expect(await list({})).toEqual(ids.toReversed());
    expect(await list({ assignee: "me" })).toEqual([ids[1]]);
    expect(await list({ assignee: "me" }, ben)).toEqual([]);
    expect(await list({ status: "investigating,proposed" })).toEqual([ids[1]]);
    expect(await list({ sort: "due" })).toEqual([ids[0], ids[2], ids[3], ids[4], ids[1]]);
    expect(await list({ priority: "P0" })).toEqual([]);
  });

  it("know nobody who is not there, and refuse what is no command", async () => {
    const nobody = person("x");
    expect((await fail(api.get("getCase", ana, "case-99"))).code).toBe("not_found");
    expect((await fail(api.give("commandCase", ana, "case-99", assign))).code).toBe("not_found");
    const caseId = await api.openCase();
    expect((await fail(api.give("commandCase", nobody, caseId, assign))).refusal?.code).toBe("role_may_not");
    await expect(api.give("commandCase", ana, caseId, { kind: "close" })).rejects.toThrow();
    await expect(api.give("commandCase", ana, caseId, { ...assign, more: 1 })).rejects.toThrow();
    const stale = { params: { id: caseId }, body: assign, headers: { "if-match": '"9"' } };
    expect((await fail(api.call("commandCase", ana, stale))).code).toBe("precondition_failed");
  });
});

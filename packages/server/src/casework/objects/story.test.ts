import { people, pieces, subject } from "@breakwater/casework/testing";
import { describe, expect, it } from "vitest";
import { fail } from "../testing/call-route.ts";
import { person } from "../testing/open-house.ts";
import { openApi, proposalOf, staff } from "../testing/open-api.ts";

const hour = 3_600_000;
const platform = { kind: "token", id: "t1", name: "platform", scopes: ["effects:write"] } as const;
const { ana, cho, rei } = staff;

/** What the person concerned and whoever tells them do, by doors of their own. */
const told = { kind: "note_delivery", outcome: "delivered", channel: "platform", redress: pieces.redress } as const;

describe.each([
  ["en", /^[ -~]+$/],
  ["zh", /[\u4e00-\u9fff]/],
] as const)("the whole story by API, in %s", (language, words) => {
  it("goes from a detector's lead to everything given back", async () => {
    const api = openApi();
    const { give, get, act, call, clock, desk, notarising, hear } = api;
    const caseId = await api.openCase();

    // Nobody works on it before they took it; the answer says so, and what to do.
    const untaken = await fail(
      give("commandCase", ana, caseId, { kind: "reopen", cause: "audit", reason: "?" }, language),
    );
    expect(untaken.code).toBe("refused");
    expect(untaken.message).toMatch(words);
    const queue = async (name: string, who: Parameters<typeof call>[1]) => {
      const asked = { params: { queue: name }, query: {}, headers: { "accept-language": language } };
      const { body } = await call("listJobs", who, asked);
      return (body as { readonly items: readonly { readonly id: string; readonly refusal: object | null }[] }).items;
    };
    expect((await queue("assignment", ana)).map(({ id }) => id)).toEqual([caseId]);
    await give("commandCase", ana, caseId, { kind: "assign", conflict: null }, language);
    expect(await queue("assignment", ana)).toEqual([]);

    await api.investigate(caseId, ["a1"]);
    await give("commandCase", ana, caseId, { kind: "start_hearing", account: "a1" }, language);
    expect((await queue("hearing", ana)).length).toBe(1);
    await act(
      { object: "case", id: caseId, command: { kind: "note_hearing_delivery", account: "a1", outcome: "delivered" } },
      people.clock,
    );
    clock.at += hour;
    await act(
      { object: "case", id: caseId, command: { kind: "reply", account: "a1", text: "I post for my choir." } },
      subject("a1"),
    );

    // What it would do and say, before anybody is asked to agree.
    const proposal = proposalOf(["a1"], "suspend");
    const { kind: _, ...body } = proposal;
    const preview = await call("previewProposal", ana, {
      params: { id: caseId },
      body,
      headers: { "accept-language": language },
    });
    expect(preview.body).toMatchObject({
      refusal: null,
      humans: 2,
      senior: false,
      items: [
        {
          faults: [],
          publishedRefusal: null,
          noticeRefusal: null,
          notices: [{ language: "en" }, { language: "zh-Hans" }],
        },
      ],
    });
    const proposed = await give("commandCase", ana, caseId, proposal, language);
    expect(proposed).toMatchObject({ status: "proposed", proposal: { items: [{ account: "a1", role: "operator" }] } });

    // Whoever proposed cannot approve; somebody else can.
    const shown = (await get("getCase", ana, caseId, language)) as { commands: { approve: { why: string } } };
    expect(shown.commands.approve.why).toMatch(words);
    expect((await queue("approval", cho)).map(({ refusal }) => refusal)).toEqual([null]);
    await give(
      "commandCase",
      cho,
      caseId,
      { kind: "approve", statement: "Own evidence, heard, proportionate." },
      language,
    );
    const { decisionIds } = (await get("getCase", cho, caseId)) as { decisionIds: readonly { id: string }[] };
    const decision = decisionIds[0]?.id ?? "";
    expect(await get("getDecision", cho, decision)).toMatchObject({
      status: "decided_action",
      proposer: "ana",
      approver: "cho",
    });

    // The person is told, then it takes effect: the platform is asked once the ledger holds it.
    await act({ object: "decision", id: decision, command: told }, people.clock);
    const [measure = ""] = Object.keys((await desk.getState("decision", decision)).measures);
    if ((await desk.getState("decision", decision)).measures[measure]?.status === "planned") {
      await act({ object: "decision", id: decision, command: { kind: "apply", measure } }, people.clock);
    }
    await hear();
    expect(await hear()).toEqual([]);
    await notarising.run();
    expect(await hear()).toContain("measure.apply");
    const confirmed = await call("confirmEffect", platform, { params: { id: `${measure}.apply` }, body: {} });
    expect(confirmed.body).toMatchObject({ state: "confirmed", decision, failures: 0 });
    expect(await get("getDecision", cho, decision)).toMatchObject({ measures: [{ status: "active" }] });

    // The person appeals; a third person decides, who does not see the first two.
    clock.at += hour;
    await act(
      { object: "decision", id: decision, command: { kind: "appeal", points: ["We are a choir."], evidence: [] } },
      subject("a1"),
    );
    expect((await queue("appeal", rei)).map(({ id }) => id)).toEqual([decision]);
    const blind = await get("getDecision", rei, decision, language);
    expect(blind).toMatchObject({ proposer: null, approver: null, people: [], hidden: [{ what: "people" }] });
    expect((blind["hidden"] as readonly { why: string }[])[0]?.why).toMatch(words);
    expect(JSON.stringify(blind)).not.toMatch(/"(?:ana|cho|tian)"/);
    const reversal = { kind: "decide_appeal", appellant: "a1", outcome: "reversed", answers: ["It is a choir."] };
    const both = person("cho", "approver", "appeal_reviewer");
    expect((await fail(give("commandDecision", both, decision, reversal, language))).refusal?.code).toBe("took_part");
    await give("commandDecision", rei, decision, reversal, language);
    expect(await get("getDecision", rei, decision)).toMatchObject({
      status: "restoring",
      restoration: { pendingSteps: [] },
    });
    expect((await queue("restoration", rei)).length).toBe(1);
    await notarising.run();
    expect(await hear()).toContain("measure.reverse");
    await call("confirmEffect", platform, { params: { id: `${measure}.reverse` }, body: {} });
    expect(await get("getDecision", rei, decision)).toMatchObject({
      status: "restored",
      measures: [{ status: "reversed" }],
    });
    expect(await queue("restoration", rei)).toEqual([]);
    expect(await api.effectBook.countWithoutDecision()).toBe(0);

    // Who looked is written down, for the auditor alone to read.
    const { body: views } = await call("listViews", staff.aud, { query: { object: "decision", id: decision } });
    const seen = (views as { readonly items: readonly { by: string; route: string }[] }).items;
    expect(new Set(seen.map(({ by }) => by))).toEqual(new Set(["cho", "rei"]));
    expect(seen.every(({ route }) => route === "getDecision")).toBe(true);
    const ledger = (await get("getCase", staff.aud, caseId)) as { evidenceItems: readonly { entry: number | null }[] };
    expect(ledger.evidenceItems.every(({ entry }) => entry !== null)).toBe(true);
  });
});

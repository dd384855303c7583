import { people } from "@breakwater/casework/testing";
import { beforeEach, describe, expect, it } from "vitest";
import { fail } from "../testing/call-route.ts";
import { openApi, staff, type Api } from "../testing/open-api.ts";
import { person } from "../testing/open-house.ts";

const { ana, ben, cho, lia, leo, aud, adm, sena, eda, tian, rei } = staff;
const day = 86_400_000;
let api: Api;
beforeEach(() => {
  api = openApi();
});
const assign = { kind: "assign", conflict: null };

describe("the authority desk", () => {
  const content = {
    authority: "Regional court",
    country: "DE",
    channel: "desk",
    legalBasis: "Article 9 DSA",
    explanation: "The item is the subject of an injunction.",
    items: ["post-1", "post-2"],
    asksFor: ["item_copy"],
    redress: "Appeal to the higher regional court.",
    deadline: null,
    secrecy: null,
  };

  it("answers by two people, legal among them, once the user was told", async () => {
    const { body } = await api.call("receiveAuthorityRequest", lia, { body: content });
    const { id } = body as { id: string };
    const give = (who: Parameters<Api["call"]>[1], command: object) =>
      api.give("commandAuthorityRequest", who, id, command);
    await give(lia, { kind: "validate" });
    await give(lia, { kind: "propose_answer", items: ["post-1"] });
    const shown = await api.get("getAuthorityRequest", leo, id, "zh");
    expect(shown).toMatchObject({ commands: { approve_answer: { enabled: false, code: "notice_duty" } } });
    await give(lia, { kind: "tell_user" });
    const answer = { kind: "approve_answer", reason: "The order names it." };
    expect((await fail(give(lia, answer))).refusal?.code).toBe("own_proposal");
    expect(await give(leo, answer)).toMatchObject({
      status: "narrowed",
      answeredItems: ["post-1"],
      handledBy: ["lia", "leo"],
    });
  });

  it("returns what is incomplete, and enters what was only said", async () => {
    const { body } = await api.call("receiveAuthorityRequest", lia, { body: { ...content, legalBasis: "" } });
    const { id } = body as { id: string };
    await api.give("commandAuthorityRequest", lia, id, { kind: "validate" });
    const propose = { kind: "propose_answer", items: ["post-1"] };
    const refused = await fail(api.give("commandAuthorityRequest", lia, id, propose));
    expect([refused.refusal?.code, refused.refusal?.about]).toEqual(["request_incomplete", ["legalBasis"]]);
    const returned = await api.give("commandAuthorityRequest", lia, id, { kind: "return", missing: ["legalBasis"] });
    expect(returned).toMatchObject({ status: "returned", missing: ["legalBasis"] });
    await api.give("commandAuthorityRequest", lia, id, { kind: "resubmit", ...content });
    const said = await api.call("receiveAuthorityRequest", lia, { body: { ...content, channel: "informal" } });
    const informal = (said.body as { id: string }).id;
    expect((await fail(api.give("commandAuthorityRequest", lia, informal, { kind: "validate" }))).refusal?.code).toBe(
      "request_informal",
    );
    const { body: list } = await api.call("listAuthorityRequests", aud, { query: { status: "received" } });
    expect((list as { items: readonly object[] }).items.length).toBe(2);
  });
});

describe("a question to a partner desk", () => {
  it("stops the case's clock until it comes back", async () => {
    const caseId = await api.openCase();
    await api.give("commandCase", ana, caseId, assign);
    const content = {
      desk: "desk-1",
      purpose: "To learn a fact.",
      question: "Is the number genuine?",
      fields: ["claim"],
      returnBy: api.clock.at + day,
    };
    const asked = await api.give("commandCase", ana, caseId, { kind: "ask_partner", content });
    expect(asked).toMatchObject({ status: "waiting_partner", clocks: [{ pausedFor: "waiting_partner" }] });
    const id = String(asked["transfer"]);
    expect(await api.get("getTransfer", lia, id)).toMatchObject({
      case: caseId,
      question: content.question,
      answer: null,
    });
    await api.give("commandTransfer", lia, id, { kind: "answer", text: "It is." });
    expect(await api.get("getCase", ana, caseId)).toMatchObject({ status: "investigating" });
  });
});

describe("an operation", () => {
  it("has a date and no target; a second person renews it, on new evidence", async () => {
    const body = { name: "Autumn", scope: "Fake reviews of one season.", endsAt: api.clock.at + 30 * day };
    expect((await fail(api.call("startOperation", ana, { body }))).refusal?.code).toBe("role_may_not");
    const started = await api.call("startOperation", sena, { body });
    const { id } = started.body as { id: string };
    const caseId = await api.openCase();
    await api.give("commandOperation", ana, id, { kind: "add_case", caseId });
    const renew = { kind: "renew", endsAt: api.clock.at + 60 * day, newEvidence: ["e1"], reason: "A second wave." };
    expect((await fail(api.give("commandOperation", sena, id, renew))).refusal?.code).toBe("own_proposal");
    expect(await api.give("commandOperation", person("sol", "senior"), id, renew)).toMatchObject({ renewals: 1 });
    await api.give("commandOperation", sena, id, { kind: "end", reason: "Done." });
    const reported = await api.give("commandOperation", eda, id, { kind: "report", text: "Four cases, one reversal." });
    expect(reported).toMatchObject({ status: "reported", caseIds: [caseId] });
    expect((reported["history"] as readonly object[]).at(-1)).toMatchObject({ note: "Four cases, one reversal." });
  });
});

describe("a self-review", () => {
  it("opens with a campaign's decision, and closes when each gap is mended", async () => {
    const caseId = await api.openCase();
    await api.give("commandCase", ana, caseId, assign);
    await api.give("commandCase", ana, caseId, { kind: "propose_no_action", reason: "authentic_coordination" });
    const { body } = await api.call("listSelfReviews", adm, { query: { case: caseId } });
    const { id } = (body as { items: readonly { id: string }[] }).items[0] ?? { id: "" };
    const gap = {
      kind: "record_gap",
      gapKind: "late",
      text: "We saw it after a week.",
      owner: "adm",
      dueAt: api.clock.at + day,
    };
    const recorded = await api.give("commandSelfReview", ana, id, gap);
    const [first] = recorded["gapList"] as readonly { id: string }[];
    await api.give("commandSelfReview", cho, id, { kind: "finish", summary: "One gap." });
    const mended = await api.give("commandSelfReview", adm, id, {
      kind: "close_gap",
      gap: first?.id,
      proof: "Rule 7.",
    });
    expect(mended).toMatchObject({ status: "settled", openGaps: 0 });
  });
});

describe("an unmasking", () => {
  it("takes two people, one of them the auditor", async () => {
    const caseId = await api.openCase();
    const body = { pseudonym: "net-7f", caseId, reason: "One exit for all of them." };
    const asked = await api.call("requestUnmasking", ana, { body });
    const { id } = asked.body as { id: string };
    const grant = { kind: "grant", reason: "The case needs it." };
    expect((await fail(api.give("commandUnmasking", ben, id, grant))).refusal?.code).toBe("role_may_not");
    const { body: jobs } = await api.call("listJobs", aud, { params: { queue: "unmasking" }, query: {} });
    expect(jobs).toMatchObject({ items: [{ id, refusal: null }] });
    expect(await api.give("commandUnmasking", aud, id, grant)).toMatchObject({ status: "granted", requestedBy: "ana" });
  });
});

describe("a legal hold", () => {
  it("is placed by two people who see nothing of the case", async () => {
    const caseId = await api.openCase("doxxing", "P1");
    const request = { kind: "request_legal_hold", basis: "A court asks for it.", owner: "leo" };
    const asked = await api.give("commandLegalHold", adm, caseId, request);
    expect(asked).toMatchObject({ requestedHold: { requestedBy: "adm" }, legalHold: null });
    expect(Object.keys(asked).sort()).toEqual([
      "case",
      "commands",
      "deadlines",
      "legalHold",
      "requestedHold",
      "version",
    ]);
    const other = await api.openCase("campaign", "P2");
    await api.give("commandLegalHold", aud, other, { ...request, basis: "An outside audit." });
    const list = async (state?: string) => {
      const { body } = await api.call("listLegalHolds", adm, { query: state === undefined ? {} : { state } });
      return (body as { items: readonly object[] }).items;
    };
    expect(await list("stands")).toEqual([]);
    const confirm = { kind: "confirm_legal_hold" };
    expect((await fail(api.give("commandLegalHold", adm, caseId, confirm))).refusal?.code).toBe("own_proposal");
    expect(await api.give("commandLegalHold", aud, caseId, confirm)).toMatchObject({
      legalHold: { confirmedBy: "aud" },
    });
    expect((await api.call("getLegalHold", adm, { params: { id: caseId } })).headers).toEqual({ etag: '"3"' });
    // Whoever does not know a case's id finds the hold all the same, and no more of the case than that.
    const [, stands] = await list();
    expect(await list()).toMatchObject([
      { case: other, state: "asked", basis: "An outside audit.", confirmedBy: null },
      { case: caseId, state: "stands", requestedBy: "adm", confirmedBy: "aud" },
    ]);
    const members = ["basis", "case", "confirmedBy", "owner", "requestedBy", "reviewAt", "state", "version"];
    expect(Object.keys(stands ?? {}).sort()).toEqual(members);
    expect(await list("stands")).toHaveLength(1);
    await api.give("commandLegalHold", aud, caseId, { kind: "release_legal_hold", reason: "The court has decided." });
    expect(await list()).toMatchObject([{ case: other }]);
  });
});

describe("the block register", () => {
  it("is looked into with a reason, one entry at a time, and counted", async () => {
    const key = "cd".repeat(32);
    const enter = { kind: "enter", key, decision: "d1", rule: { id: "IA-1", version: "3" } } as const;
    await api.act({ object: "register_entry", id: "measure-7", command: enter }, people.clock);
    const look = (who: Parameters<Api["call"]>[1], body: object = { kind: "look_up", reason: "A new account." }) =>
      api.call("commandRegisterEntry", who, { params: { id: "measure-7" }, body });
    expect((await fail(look(ana))).refusal?.code).toBe("role_may_not");
    expect((await look(sena)).body).toMatchObject({ status: "listed", lookUps: 1, decision: "d1" });
    const second = await look(aud);
    expect(second.body).toMatchObject({ lookUps: 2 });
    expect(JSON.stringify(second.body)).not.toContain(key);
    await expect(look(sena, { kind: "look_up", reason: "" })).rejects.toThrow();
  });
});

describe("a reporter's record", () => {
  it("leads to a warning first, by number and share", async () => {
    for (let place = 0; place < 3; place += 1) {
      const command = { kind: "record", notice: `n${place}`, outcome: "manifestly_unfounded" } as const;
      await api.act({ object: "reporter", id: "rep-1", command }, people.clock);
    }
    const suspend = { kind: "suspend", of: "notices", gravity: "Many.", intent: "On purpose." };
    expect((await fail(api.give("commandReporter", cho, "rep-1", suspend))).refusal?.code).toBe("not_warned_reporter");
    await api.give("commandReporter", tian, "rep-1", { kind: "warn", reason: "Three reports nobody could mean." });
    const next = { kind: "record", notice: "n9", outcome: "manifestly_unfounded" } as const;
    await api.act({ object: "reporter", id: "rep-1", command: next }, people.clock);
    const suspended = await api.give("commandReporter", cho, "rep-1", suspend);
    expect(suspended).toMatchObject({ status: "suspended", total: 4 });
    expect((suspended["history"] as readonly object[]).at(-1)).toMatchObject({ note: "Many.\nOn purpose." });
    expect(await api.give("commandReporter", rei, "rep-1", { kind: "lift", reason: "They explained." })).toMatchObject({
      status: "good_standing",
    });
  });
});

describe("a token", () => {
  it("decides nothing, whatever it holds", async () => {
    const caseId = await api.openCase();
    const token = { kind: "token", id: "t9", name: "x", scopes: ["cases:write", "cases:read"] } as const;
    expect((await fail(api.give("commandCase", token, caseId, assign))).refusal?.code).toBe("role_may_not");
    const { commands } = (await api.get("getCase", token, caseId)) as {
      commands: Record<string, { enabled: boolean }>;
    };
    expect(Object.values(commands).every(({ enabled }) => !enabled)).toBe(true);
  });
});

import { lead, listLeads, routes } from "@breakwater/contract";
import { pieces } from "@breakwater/casework/testing";
import { describe, expect, it } from "vitest";
import type { Caller, RouteAnswer } from "../../http/route.ts";
import { callRoute, fail, type Asked } from "../testing/call-route.ts";
import { openHouse, person, type House } from "../testing/open-house.ts";
import { createLeadRoutes } from "./lead-routes.ts";

const tian = person("tian", "triage");
const ana = person("ana", "analyst");
const lia = person("lia", "liaison");
const token: Caller = { kind: "token", id: "t1", name: "bridge", scopes: ["leads:write", "leads:read"] };

const call = (house: House, id: string, caller: Caller, asked?: Asked): Promise<RouteAnswer> =>
  callRoute(createLeadRoutes({ book: house.leadBook }), id, { caller, at: house.clock.at, asked });

async function openMany(count: number): Promise<{ house: House; ids: readonly string[] }> {
  const house = openHouse();
  const ids: string[] = [];
  for (let place = 0; place < count; place += 1) {
    house.clock.at += 1_000;
    const opened = await house.leadDesk.openLead({
      key: `k${place}`,
      group: `g${place}`,
      refs: ["a1", "a2"],
      signals: pieces.twoAxes,
      reason: "Seen.",
      learning: place % 2 === 1,
    });
    if ("leadId" in opened) ids.push(opened.leadId);
  }
  return { house, ids };
}

describe("GET /v1/leads", () => {
  it("goes through all pages, the newest first", async () => {
    const { house, ids } = await openMany(7);
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const { body } = await call(house, "listLeads", tian, {
        query: { limit: "3", ...(cursor === undefined ? {} : { cursor }) },
      });
      const page = listLeads.response.parse(body);
      seen.push(...page.items.map((line) => line.id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(ids.toReversed());
  });

  it("filters by status, source and learning, and sorts by expiry", async () => {
    const { house, ids } = await openMany(4);
    const dismiss = { params: { id: ids[0] }, body: { reason: "opinion" }, headers: { "if-match": '"1"' } };
    await call(house, "dismissLead", tian, dismiss);
    const list = async (query: object): Promise<readonly string[]> => {
      const { body } = await call(house, "listLeads", tian, { query });
      return listLeads.response.parse(body).items.map((line) => line.id);
    };
    expect(await list({ status: "lead_dismissed" })).toEqual([ids[0]]);
    expect(await list({ status: "lead_open,lead_dismissed", sort: "expiry" })).toEqual(ids);
    expect(await list({ learning: "true" })).toEqual([ids[3], ids[1]]);
    expect(await list({ source: "reporter" })).toEqual([]);
  });

  it("refuses a cursor that no page gave", async () => {
    const { house } = await openMany(1);
    for (const cursor of ["nonsense", "W10", Buffer.from('["a",1]').toString("base64url")]) {
      expect((await fail(call(house, "listLeads", tian, { query: { cursor } }))).code).toBe("invalid_request");
    }
  });
});

describe("GET /v1/leads/{id}", () => {
  it("says which commands the caller may give, and why not, in their language", async () => {
    const { house, ids } = await openMany(2);
    const read = async (caller: Caller, id: string | undefined, language?: string) => {
      const headers = language === undefined ? {} : { "accept-language": language };
      const answer = await call(house, "getLead", caller, { params: { id }, headers });
      return { view: lead.parse(answer.body), headers: answer.headers };
    };
    const { view, headers } = await read(tian, ids[0]);
    expect(headers).toEqual({ etag: '"1"' });
    expect(view.commands.accept).toEqual({ enabled: true });
    expect(view.deadlines).toEqual([{ what: "lead_expires", dueAt: view.expiresAt }]);
    expect(view.history).toEqual([{ kind: "lead_opened", at: view.openedAt, as: "detector", by: "detector" }]);
    expect((await read(tian, ids[1])).view.commands.accept).toMatchObject({ enabled: false, code: "preview_unseen" });
    expect((await read(ana, ids[0])).view.commands.dismiss).toEqual({
      enabled: false,
      code: "role_may_not",
      about: ["triage"],
      why: "None of your roles may do this.",
      next: "Ask somebody who holds one of the roles named.",
    });
    const chinese = (await read(ana, ids[0], "zh-CN,zh;q=0.9,en;q=0.8")).view.commands.dismiss;
    expect(chinese.why).toMatch(/[\u4e00-\u9fff]/);
    expect((await read(ana, ids[0], "fr,en;q=0.9,zh;q=0.1")).view.commands.dismiss.why).toMatch(/^None/);
    // A token decides nothing.
    const buttons = Object.values((await read(token, ids[0])).view.commands);
    expect(buttons.map(({ enabled }) => enabled)).toEqual([false, false, false, false]);
  });

  it("knows nothing of leads that are not there", async () => {
    const { house } = await openMany(0);
    expect((await fail(call(house, "getLead", tian, { params: { id: "lead-9" } }))).code).toBe("not_found");
  });
});

describe("commands on leads", () => {
  const headers = { "if-match": '"1"' };

  it("change the version that was seen, and no other", async () => {
    const { house, ids } = await openMany(1);
    const asked = { params: { id: ids[0] }, body: { reason: "authentic" } };
    expect((await fail(call(house, "dismissLead", tian, asked))).code).toBe("precondition_required");
    const tags = ["*", '"2"', "1", '"x"', 'W/"1"'];
    const codes = [];
    for (const tag of tags) {
      codes.push((await fail(call(house, "dismissLead", tian, { ...asked, headers: { "if-match": tag } }))).code);
    }
    expect(codes).toEqual(["precondition_required", ...Array.from({ length: 4 }, () => "precondition_failed")]);
    const { body, headers: sent } = await call(house, "dismissLead", tian, { ...asked, headers });
    expect(body).toMatchObject({ status: "lead_dismissed", dismissal: "authentic", version: 2 });
    expect(sent).toEqual({ etag: '"2"' });
  });

  it("answer a no with the rule and its words", async () => {
    const { house, ids } = await openMany(1);
    const asked = { params: { id: ids[0] }, body: { reason: "authentic" }, headers };
    const error = await fail(call(house, "dismissLead", ana, asked));
    expect([error.code, error.refusal]).toEqual(["refused", { code: "role_may_not", about: ["triage"] }]);
    expect(error.message).toBe("None of your roles may do this. Ask somebody who holds one of the roles named.");
    const zh = await fail(
      call(house, "dismissLead", ana, { ...asked, headers: { ...headers, "accept-language": "zh" } }),
    );
    expect(zh.message).toMatch(/[\u4e00-\u9fff]/);
    const missing = await fail(call(house, "dismissLead", tian, { ...asked, params: { id: "lead-99" } }));
    expect(missing.code).toBe("not_found");
  });

  it("make a case of a lead", async () => {
    const { house, ids } = await openMany(1);
    const body = { priority: "P2", caseType: "campaign" };
    const answer = await call(house, "acceptLead", tian, { params: { id: ids[0] }, body, headers });
    const { into, status } = lead.parse(answer.body);
    expect(status).toBe("lead_accepted");
    expect((await house.desk.getState("case", into ?? "")).status).toBe("case_open");
  });

  it("merge a lead into one that stands, never into itself or into what is over", async () => {
    const { house, ids } = await openMany(3);
    const merge = (from: number, into: string | undefined) =>
      call(house, "mergeLead", tian, { params: { id: ids[from] }, body: { into }, headers });
    expect((await fail(merge(0, ids[0]))).refusal?.code).toBe("reference_missing");
    expect((await fail(merge(0, "lead-77"))).refusal?.code).toBe("reference_missing");
    await merge(0, ids[1]);
    expect((await fail(merge(2, ids[0]))).refusal?.code).toBe("lead_merged");
  });

  it("are given in one's own name", async () => {
    const { house } = await openMany(0);
    const body = { source: "analyst", refs: ["a1"], reason: "Offers of payment." };
    const opened = await call(house, "openLead", ana, { body });
    expect(opened.body).toMatchObject({ source: "analyst", status: "lead_open", refIds: ["a1"], learning: false });
    expect((await fail(call(house, "openLead", lia, { body }))).refusal?.code).toBe("source_not_yours");
    expect((await fail(call(house, "openLead", token, { body }))).refusal?.code).toBe("role_may_not");
    const order = { ...body, source: "authority", request: "request-1" };
    expect((await call(house, "openLead", lia, { body: order })).body).toMatchObject({ request: "request-1" });
    expect(() =>
      routes.find(({ id }) => id === "openLead")?.body?.parse({ ...body, refs: ["li@example.org"] }),
    ).toThrow();
  });

  it("cannot be given as the detector or the system, whatever somebody calls themselves", async () => {
    const { house, ids } = await openMany(1);
    const odd = person("eve", "system", "detector", "triage ", "reporter");
    const asked = { params: { id: ids[0] }, body: { reason: "opinion" }, headers };
    expect((await fail(call(house, "dismissLead", odd, asked))).refusal?.code).toBe("role_may_not");
  });
});

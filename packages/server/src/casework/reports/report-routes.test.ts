import { listReports, submittedReport } from "@breakwater/contract";
import { describe, expect, it } from "vitest";
import type { Caller, RouteAnswer } from "../../http/route.ts";
import { callRoute, fail, type Asked } from "../testing/call-route.ts";
import { openHouse, person, type House } from "../testing/open-house.ts";
import { createReportRoutes } from "./report-routes.ts";

const anonymous: Caller = { kind: "anonymous" };
const token: Caller = { kind: "token", id: "t1", name: "bridge", scopes: ["reports:write"] };
const reader: Caller = { kind: "token", id: "t2", name: "reader", scopes: ["reports:read"] };
const tian = { ...person("tian", "triage"), scopes: ["reports:read"] } as Caller;
const sup = person("sup", "victim_support");

const body = {
  object: { kind: "post", id: "post-1" },
  category: "fraud",
  reasons: "Sells tickets that do not exist.",
  location: "https://example.org/p/post-1",
  name: "Rosa",
  email: "rosa@example.org",
  inGoodFaith: true,
};

const call = (house: House, id: string, caller: Caller, asked?: Asked, isPublic = false): Promise<RouteAnswer> =>
  callRoute(createReportRoutes({ desk: house.reportDesk, isPublic }), id, { caller, at: house.clock.at, asked });

describe("POST /v1/reports", () => {
  it("takes a report by token for an account, and nobody else's unless it is public", async () => {
    const house = openHouse();
    const answer = await call(house, "submitReport", token, { body: { ...body, account: "u1" } });
    const { id, key, follow, status } = submittedReport.parse(answer.body);
    expect([status, follow]).toEqual(["received", `/v1/reports/${id}?key=${key}`]);
    expect(answer.headers).toMatchObject({ "cache-control": "no-store" });
    expect(house.actions.map(({ account }) => account)).toEqual(["u1"]);
    expect((await fail(call(house, "submitReport", anonymous, { body }))).code).toBe("not_signed_in");
    expect((await fail(call(house, "submitReport", reader, { body }))).code).toBe("not_allowed");
    expect((await fail(call(house, "submitReport", token, { body }))).code).toBe("invalid_request");
    expect((await call(house, "submitReport", anonymous, { body }, true)).body).toMatchObject({ status: "received" });
    for (const more of [{ account: "u9" }, { source: "trusted_flagger" }]) {
      const asked = { body: { ...body, ...more } };
      expect((await fail(call(house, "submitReport", anonymous, asked, true))).code).toBe("not_allowed");
    }
  });

  it("refuses what is no report", async () => {
    const house = openHouse();
    for (const more of [
      { object: { kind: "post", id: "two words" } },
      { object: { kind: "person", id: "p1" } },
      { category: "criticism" },
      { reasons: "x".repeat(20_001) },
      { refs: Array.from({ length: 51 }, (_, place) => `a${place}`) },
      { topic: "elections" },
    ]) {
      const asked = { body: { ...body, account: "u1", ...more } };
      await expect(call(house, "submitReport", token, asked)).rejects.toThrow();
    }
    expect(house.actions).toEqual([]);
  });

  it("answers although the action log does not, and owes it the action", async () => {
    let isDown = true;
    const taken: string[] = [];
    const house = openHouse({
      appendReportAction: async ({ id }) => {
        if (isDown) throw new Error("full");
        taken.push(id);
      },
    });
    const answer = await call(house, "submitReport", token, { body: { ...body, account: "u1" } });
    expect(taken).toEqual([]);
    isDown = false;
    await house.tick(house.clock.at);
    expect(taken).toEqual([submittedReport.parse(answer.body).id]);
  });
});

describe("GET /v1/reports/{id}", () => {
  it("shows its author the course of it, staff what it says, and others nothing", async () => {
    const house = openHouse();
    const sent = await call(house, "submitReport", token, { body: { ...body, account: "u1" } });
    const { id, key } = submittedReport.parse(sent.body);
    const read = (caller: Caller, query: object = {}) => call(house, "getReport", caller, { params: { id }, query });
    expect((await read(anonymous, { key })).body).toMatchObject({ stage: "waiting", outcome: null });
    expect((await fail(read(anonymous, { key: `${key}x` }))).code).toBe("not_found");
    expect((await fail(read(tian, { key: "x" }))).code).toBe("not_found");
    expect((await fail(read(anonymous))).code).toBe("not_signed_in");
    expect((await fail(read(token))).code).toBe("not_allowed");
    expect((await fail(read(sup))).code).toBe("not_allowed");
    expect((await read(tian)).body).toMatchObject({ reporter: "u1", words: { reasons: body.reasons } });
    expect((await read(reader)).body).toMatchObject({ reporter: null });
    const identity = { params: { id }, body: { reason: "To ask back." } };
    expect((await call(house, "viewReporter", tian, identity)).body).toMatchObject({ name: "Rosa", account: "u1" });
    const refused = await fail(call(house, "viewReporter", reader, identity));
    expect([refused.code, refused.refusal?.code]).toEqual(["refused", "role_may_not"]);
  });

  it("lets its author complete what was returned", async () => {
    const house = openHouse();
    const sent = await call(house, "submitReport", token, { body: { ...body, account: "u1", reasons: "" } });
    const { id, key, missing } = submittedReport.parse(sent.body);
    expect(missing).toEqual(["reasons"]);
    const asked = { params: { id }, query: { key }, body: { reasons: "It is a fraud." } };
    expect((await call(house, "completeReport", anonymous, asked)).body).toMatchObject({ stage: "waiting" });
    const again = await fail(call(house, "completeReport", anonymous, asked));
    expect(again.refusal?.code).toBe("notice_not_returned");
    const chinese = { ...asked, headers: { "accept-language": "zh-Hans" } };
    expect((await fail(call(house, "completeReport", anonymous, chinese))).message).toMatch(/[\u4e00-\u9fff]/);
  });
});

describe("GET /v1/reports", () => {
  it("goes through all pages, filtered", async () => {
    const house = openHouse();
    const ids: string[] = [];
    for (let place = 0; place < 5; place += 1) {
      house.clock.at += 1_000;
      const object = { kind: "post", id: `post-${place % 2}` };
      const { body: sent } = await call(house, "submitReport", token, {
        body: { ...body, object, account: `u${place}` },
      });
      ids.push(submittedReport.parse(sent).id);
    }
    const list = async (query: object) =>
      listReports.response.parse((await call(house, "listReports", tian, { query })).body);
    const first = await list({ limit: "2" });
    const second = await list({ limit: "3", cursor: first.nextCursor });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids.toReversed());
    expect(second.nextCursor).toBeNull();
    expect((await list({ object: "post-1" })).items.map(({ id }) => id)).toEqual([ids[3], ids[1]]);
    expect((await list({ status: "returned,decided" })).items).toEqual([]);
    expect(first.items[0]?.reporter).toBe("u4");
  });
});

import { text } from "node:stream/consumers";
import type { Readable } from "node:stream";
import {
  entryGaps,
  entryStatuses,
  holds,
  nextStepKinds,
  registryActions,
  sourceKinds,
  standingObstacles,
  verdicts,
} from "@breakwater/claims";
import {
  adoptClaim,
  type claim,
  claimActions,
  claimGaps,
  claimHolds,
  claimObstacles,
  claimSourceKinds,
  claimSteps,
  claimStatuses,
  claimVerdicts,
  correctClaim,
  createClaim,
  deleteClaim,
  editClaim,
  exportClaims,
  getClaim,
  listClaims,
  listClaimVersions,
  publishClaim,
  reviewClaim,
  searchClaims,
  withdrawClaim,
  type Route,
} from "@breakwater/contract";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { toCursor } from "../../http/cursor.ts";
import type { Caller } from "../../http/route.ts";
import { createCaller, person } from "../testing/call.ts";
import { makeAdopted } from "../testing/entries.ts";
import { openDesk } from "../testing/state.ts";
import { createClaimsRoutes } from "./claims-routes.ts";

const content = {
  claim: "大桥将关闭一年",
  verdict: "false",
  title: "大桥不关",
  languages: ["zh-Hans"],
  sources: [
    { text: "https://city.example/bridge", kind: "official_statement" },
    { text: "现场查看", kind: "witness", publisher: "本台" },
  ],
  rightOfReply: "已联系首发者，未获答复。",
};
const url = "https://desk.example/bridge";
type Claim = z.output<typeof claim>;

function open() {
  const { desk, parts } = openDesk();
  const publisher = { name: "Harbour desk", site: "desk.example" };
  const call = createCaller(createClaimsRoutes({ desk, publisher }));
  const id = async (): Promise<string> => {
    const { body } = await call(createClaim, { body: content, caller: person("ana"), at: 1 });
    return (body as { readonly id: string }).id;
  };
  const act = (route: Route, claim: string, by: string, version: number, body: unknown = {}) =>
    call(route, { params: { id: claim }, body, caller: person(by), headers: { "if-match": `"${version}"` }, at: 9 });
  const publish = async (): Promise<string> => {
    const claim = await id();
    await act(reviewClaim, claim, "bo", 1);
    await act(reviewClaim, claim, "cy", 2);
    await act(publishClaim, claim, "ana", 3, { url });
    return claim;
  };
  return { call, id, act, publish, desk, parts };
}

describe("the routes of claims", () => {
  it("know the same words as the registry", () => {
    expect(claimVerdicts).toEqual(verdicts);
    expect(claimStatuses).toEqual(entryStatuses);
    expect(claimActions).toEqual(registryActions);
    expect(claimSourceKinds).toEqual(sourceKinds);
    expect(claimSteps).toEqual(nextStepKinds);
    expect(claimGaps).toEqual(entryGaps);
    expect(claimObstacles).toEqual(standingObstacles);
    expect(claimHolds).toEqual(holds);
  });

  it("bring a determination from draft to correction by three people, and tell others", async () => {
    const { call, act, publish, parts } = open();
    const claim = await publish();
    const got = await call(getClaim, { params: { id: claim } });
    expect(got.headers).toEqual({ etag: '"4"' });
    expect(got.body).toMatchObject({
      version: 4,
      inForceVersion: 4,
      obstacles: [],
      entry: { authors: ["ana"], reviewers: ["bo", "cy"], status: "published" },
    });
    const begun = await act(correctClaim, claim, "cy", 4, { changes: { claim: "大桥将关闭一天" }, reason: "a day" });
    expect(begun.body).toMatchObject({
      version: 5,
      inForceVersion: 4,
      obstacles: [],
      entry: { status: "draft", authors: ["cy", "ana"] },
    });
    await act(reviewClaim, claim, "ana", 5);
    await act(reviewClaim, claim, "bo", 6);
    await act(publishClaim, claim, "bo", 7);
    await act(withdrawClaim, claim, "bo", 8, { reason: "it closed" });
    const notices = await parts.outbox.readAfter(0, 99);
    expect(notices.map(({ kind }) => kind.replace("claim.", ""))).toEqual(
      "changed changed changed published changed changed changed corrected withdrawn".split(" "),
    );
    expect(notices[3]).toMatchObject({
      at: 9,
      data: { id: claim, version: 4, inForceVersion: 4, status: "published" },
    });
    expect(JSON.stringify(notices)).not.toContain("大桥");
  });

  it.each([
    [
      "the author reviews",
      (a: ReturnType<typeof open>["act"], id: string) => a(reviewClaim, id, "ana", 1),
      "refused",
      "own_review",
    ],
    [
      "one person reviews twice",
      async (a: ReturnType<typeof open>["act"], id: string) => (
        await a(reviewClaim, id, "bo", 1),
        a(reviewClaim, id, "bo", 2)
      ),
      "refused",
      "already_reviewed",
    ],
    [
      "it is published without reviews",
      (a: ReturnType<typeof open>["act"], id: string) => a(publishClaim, id, "bo", 1, { url }),
      "refused",
      "two_reviews_needed",
    ],
    [
      "an own entry is adopted",
      (a: ReturnType<typeof open>["act"], id: string) => a(adoptClaim, id, "bo", 1),
      "refused",
      "not_imported",
    ],
    [
      "another version is reviewed",
      (a: ReturnType<typeof open>["act"], id: string) => a(reviewClaim, id, "bo", 2),
      "precondition_failed",
      "",
    ],
    ["nobody has it", (a: ReturnType<typeof open>["act"]) => a(reviewClaim, "none", "bo", 1), "not_found", ""],
    [
      "a date cannot be read",
      (a: ReturnType<typeof open>["act"], id: string) =>
        a(editClaim, id, "bo", 1, { changes: { validFrom: "3/4/2020" } }),
      "invalid_request",
      "",
    ],
    [
      "nothing changes",
      (a: ReturnType<typeof open>["act"], id: string) =>
        a(editClaim, id, "bo", 1, { changes: { title: content.title } }),
      "refused",
      "no_change",
    ],
    [
      "a field is not one of ours",
      (a: ReturnType<typeof open>["act"], id: string) =>
        a(editClaim, id, "bo", 1, { changes: { status: "published" } }),
      "invalid_request",
      "",
    ],
  ])("refuse where %s", async (_, go, code, detail) => {
    const { id, act, parts } = open();
    const claim = await id();
    const before = await parts.outbox.latest();
    const error: unknown = await go(act, claim).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject(detail === "" ? { code } : { code, refusal: { code: detail } });
    expect((await parts.outbox.latest()) - before).toBeLessThanOrEqual(1);
  });

  it("say what an entry waits for, whose turn it is, and why somebody may not act, in their language", async () => {
    const { call, id, act } = open();
    const params = { id: await id() };
    const see = async (caller: Caller, language = "en"): Promise<Claim> =>
      (await call(getClaim, { params, caller, headers: { "accept-language": language } })).body as Claim;
    expect((await see(person("ana"))).next).toEqual({ step: "review", people: 2, notBy: ["ana"], gaps: [] });
    expect((await see(person("ana"))).commands).toMatchObject({
      edit: { enabled: true },
      review: { enabled: false, code: "own_review", why: "You wrote this text." },
      publish: { enabled: false, code: "two_reviews_needed" },
      withdraw: { enabled: true },
    });
    expect((await see(person("bo"))).commands.review).toEqual({ enabled: true });
    expect((await see(person("bo", ["legal"]), "zh-CN")).commands.review).toMatchObject({
      code: "not_an_editor",
      next: "请联系编辑。",
    });
    const waiting = async (by: string, turn: string): Promise<number> => {
      const { body } = await call(listClaims, { query: { turn, origin: "own" }, caller: person(by) });
      return (body as { readonly items: readonly unknown[] }).items.length;
    };
    expect([await waiting("ana", "review"), await waiting("bo", "review")]).toEqual([0, 1]);
    await act(editClaim, params.id, "ana", 1, { changes: { rightOfReply: null } });
    expect((await see(person("bo"))).commands.review).toMatchObject({ code: "no_right_of_reply" });
    expect([await waiting("ana", "complete"), await waiting("bo", "review")]).toEqual([1, 0]);
  });

  it("let only editors write, and ask for the version that is meant", async () => {
    const { call, id } = open();
    const claim = await id();
    const token = { kind: "token", id: "t", name: "n", scopes: ["claims:write"] } as const;
    for (const caller of [token, person("bo", ["analyst"]), { kind: "anonymous" } as const]) {
      await expect(call(createClaim, { body: content, caller })).rejects.toMatchObject({ code: "not_allowed" });
    }
    const params = { id: claim };
    await expect(call(reviewClaim, { params, caller: person("bo") })).rejects.toMatchObject({
      code: "precondition_required",
    });
    const headers = { "if-match": 'W/"1"' };
    await expect(call(reviewClaim, { params, caller: person("bo"), headers })).rejects.toMatchObject({
      code: "precondition_failed",
    });
    await expect(call(createClaim, { body: content, caller: person("bo") })).rejects.toMatchObject({ code: "refused" });
  });

  it("withdraw at once by anybody, with a reason, and keep it readable", async () => {
    const { call, publish } = open();
    const params = { id: await publish() };
    const { body } = await call(deleteClaim, { params, query: { reason: "wrong" }, caller: person("dee") });
    expect(body).toMatchObject({ entry: { status: "withdrawn" }, inForceVersion: 5, obstacles: ["not_published"] });
    const { body: versions } = await call(listClaimVersions, { params, query: { limit: 3 } });
    const { items, nextCursor } = versions as { items: { version: number; by: string }[]; nextCursor: string };
    expect(items.map(({ version, by }) => `${version} ${by}`)).toEqual(["1 ana", "2 bo", "3 cy"]);
    const rest = await call(listClaimVersions, { params, query: { cursor: nextCursor } });
    expect(rest.body).toMatchObject({ items: [{ version: 4 }, { version: 5, reason: "wrong" }], nextCursor: null });
    expect((await call(searchClaims)).body).toEqual({ claims: [] });
  });

  it("list by page, and refuse cursors that are not theirs", async () => {
    const { call, parts } = open();
    for (const n of [1, 2, 3]) {
      const entry = makeAdopted({ id: `e${n}`, claim: `传言 ${n}` });
      await parts.store.append(entry.id, [{ at: 0, by: "x", action: "imported", entry }], 0);
    }
    const first = (await call(listClaims, { query: { limit: 2, words: "传言" } })).body as {
      items: { id: string }[];
      nextCursor: string;
    };
    expect(first.items.map(({ id }) => id)).toEqual(["e3", "e2"]);
    const second = await call(listClaims, { query: { limit: "2", cursor: first.nextCursor } });
    expect(second.body).toMatchObject({ items: [{ id: "e1" }], nextCursor: null });
    for (const cursor of ["x", "", toCursor(["claims", -1]), toCursor(["versions", 2])]) {
      await expect(call(listClaims, { query: { cursor } })).rejects.toMatchObject({ code: "invalid_request" });
    }
    const search = (await call(searchClaims, { query: { pageSize: 1, query: "传言" } })).body as {
      nextPageToken: string;
    };
    expect((await call(searchClaims, { query: { pageSize: 9, pageToken: search.nextPageToken } })).body).toMatchObject({
      claims: [{ text: "传言 2" }, { text: "传言 1" }],
    });
  });

  it("answer strangers in Google's shape, without ids of people", async () => {
    const { call, publish } = open();
    await publish();
    const { body } = await call(searchClaims, { query: { query: "大桥", languageCode: "zh-CN" } });
    expect(body).toEqual({
      claims: [
        {
          text: content.claim,
          claimReview: [
            {
              publisher: { name: "Harbour desk", site: "desk.example" },
              url,
              title: content.title,
              textualRating: "不实",
              languageCode: "zh-Hans",
            },
          ],
        },
      ],
    });
    expect((await call(searchClaims, { query: { languageCode: "en" } })).body).toEqual({ claims: [] });
    expect((await call(searchClaims, { query: { maxAgeDays: 1 }, at: 86_400_000 })).body).toEqual({ claims: [] });
    expect(
      (await call(searchClaims, { query: { reviewPublisherSiteFilter: "https://desk.example/" } })).body,
    ).not.toEqual({ claims: [] });
  });

  it("export what is in force, a line each", async () => {
    const { call, publish } = open();
    await publish();
    const { body, headers } = await call(exportClaims);
    expect(headers).toMatchObject({ "content-type": expect.stringContaining("ndjson") as string });
    const lines = (await text(body as Readable)).trimEnd().split("\n");
    expect(lines.map((line) => (JSON.parse(line) as { claim: string }).claim)).toEqual([content.claim]);
  });
});

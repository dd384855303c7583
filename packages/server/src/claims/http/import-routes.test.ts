import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import {
  exportClaims,
  importClaims,
  listClaimImportAside,
  listClaimImports,
  type ClaimImportAnswer,
} from "@breakwater/contract";
import { describe, expect, it } from "vitest";
import { HttpError } from "../../http/http-error.ts";
import type { Caller } from "../../http/route.ts";
import { createCaller, person } from "../testing/call.ts";
import { openDesk } from "../testing/state.ts";
import { createClaimsRoutes } from "./claims-routes.ts";
import { createImportRoutes } from "./import-routes.ts";

const token: Caller = { kind: "token", id: "t1", name: "fact desk", scopes: ["claims:write"] };
const review = {
  "@type": "ClaimReview",
  "@id": "cr-1",
  claimReviewed: "大桥将关闭一年",
  url: "https://desk.example/bridge",
  reviewRating: { alternateName: "谣言" },
};
const google = {
  claims: [
    {
      text: "The bridge will be closed for a year",
      claimReview: [{ url: "https://desk.example/b", textualRating: "False", publisher: { site: "desk.example" } }],
    },
  ],
};
const own = {
  id: "own-1",
  claim: "水厂爆炸",
  verdict: "false",
  status: "published",
  origin: "own",
  reviewers: ["a", "b"],
};

function open() {
  const { desk, parts } = openDesk();
  let ids = 0;
  const call = createCaller([
    ...createImportRoutes({ desk, newId: () => `i${(ids += 1)}` }),
    ...createClaimsRoutes({ desk, publisher: {} }),
  ]);
  const send = async (body: Readable | string | Uint8Array, caller: Caller = token, name = "feed.json") => {
    const stream = body instanceof Readable ? body : Readable.from([Buffer.from(body)]);
    return (await call(importClaims, { query: { name }, caller, at: 5, stream })).body as ClaimImportAnswer;
  };
  return { call, send, desk, parts };
}

describe("POST /v1/claims:import", () => {
  it.each<[string, string | Uint8Array, string]>([
    ["ClaimReview", JSON.stringify(review), "大桥将关闭一年"],
    [
      "a page with ClaimReview",
      `<html><script type="application/ld+json">${JSON.stringify(review)}</script>`,
      "大桥将关闭一年",
    ],
    ["Google's shape", JSON.stringify(google), "The bridge will be closed for a year"],
    ["our own export", `${JSON.stringify(own)}\n`, "水厂爆炸"],
    ["our own export, packed", gzipSync(`${JSON.stringify(own)}\n`), "水厂爆炸"],
    ["a table", "id,claim,verdict\n7,水厂爆炸,false\n", "水厂爆炸"],
  ])("takes %s, as what nobody here has adopted", async (_, body, claim) => {
    const { send, desk } = open();
    expect(await send(body)).toMatchObject({ id: "i1", by: "token:t1", records: 1, added: 1, aside: [] });
    const [head] = await desk.list({ limit: 9 });
    expect(head?.latest).toMatchObject({ by: "token:t1", action: "imported" });
    expect(head?.inForce.entry).toMatchObject({ claim, origin: "imported", adoptedBy: [] });
  });

  it("takes its own export back, and changes nothing by it", async () => {
    const { call, send } = open();
    await send([JSON.stringify(own), JSON.stringify({ ...own, id: "own-2", claim: "大桥关闭" })].join("\n"));
    const { body } = await call(exportClaims);
    expect(await send(await text(body as Readable))).toMatchObject({ records: 2, unchanged: 2, added: 0 });
  });

  it("counts the verdict words that it does not list", async () => {
    const lines = Array.from({ length: 130 }, (_, i) =>
      JSON.stringify({ id: `x${i}`, claim: `c${i}`, verdict: `word ${i}` }),
    );
    const answer = await open().send(lines.join("\n"));
    expect([answer.unknownVerdicts.length, answer.unknownVerdictsOmitted]).toEqual([100, 30]);
  });

  it("puts aside what it cannot use, with place and reason, and goes on", async () => {
    const { call, send } = open();
    const bad = Array.from({ length: 1_200 }, () => "{ broken");
    const lines = [JSON.stringify(own), ...bad, JSON.stringify({ id: "x", claim: "c", verdict: "who knows" })];
    const answer = await send(lines.join("\n"), person("ana"));
    expect(answer).toMatchObject({ by: "ana", records: 1_202, added: 2, rejected: 1_200, asideOmitted: 200 });
    expect(answer.unknownVerdicts).toEqual([{ word: "who knows", times: 1 }]);
    expect(answer.unknownVerdictsOmitted).toBe(0);
    expect(answer.aside[0]).toMatchObject({ position: 2, what: "rejected", id: null, reasons: [{ code: "bad_json" }] });
    const listed = await call(listClaimImports, { query: { limit: "1" } });
    expect(listed.body).toMatchObject({ items: [{ id: "i1", name: "feed.json", rejected: 1_200 }], nextCursor: null });
    const seen: number[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const query = { limit: "200", ...(cursor === undefined ? {} : { cursor }) };
      const page = (await call(listClaimImportAside, { params: { id: "i1" }, query })).body as {
        items: { position: number }[];
        nextCursor: string | null;
      };
      seen.push(...page.items.map(({ position }) => position));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(Array.from({ length: 1_200 }, (_, i) => i + 2));
    await expect(call(listClaimImportAside, { params: { id: "i9" } })).rejects.toMatchObject({ code: "not_found" });
  });

  it("refuses people who are no editors, a second one at once, and what cannot be read", async () => {
    const { send, desk } = open();
    await expect(send("{}", person("bo", ["analyst"]))).rejects.toMatchObject({ code: "not_allowed" });
    const slow = new Readable({ read: () => undefined });
    const first = send(slow);
    await expect(send(JSON.stringify(own))).rejects.toMatchObject({ code: "too_many_requests" });
    // What came before the break stands: the same file again goes on from there.
    slow.push(`${JSON.stringify(own)}\n`);
    slow.destroy(new HttpError("body_too_large"));
    await expect(first).rejects.toMatchObject({ code: "body_too_large" });
    const zeros = gzipSync(Buffer.alloc(300 << 20, 32));
    await expect(send(zeros)).rejects.toMatchObject({ code: "malformed_body" });
    expect(await send(JSON.stringify(own))).toMatchObject({ added: 1 });
    expect(await desk.list({ limit: 9 })).toHaveLength(1);
  });
});

import {
  dismissLead,
  getLead,
  importClaims,
  listLeads,
  readLedgerCheckpoint,
  type Problem,
} from "@breakwater/contract";
import { describe, expect, it } from "vitest";
import { ApiError, isPassing } from "./api-error.ts";
import { createApi, toUrl, type Api } from "./client.ts";

type Sent = { url: string; init: RequestInit };

function open(answer: () => Response): { readonly api: Api; readonly sent: Sent[]; readonly left: () => number } {
  const sent: Sent[] = [];
  let left = 0;
  const fetch = async (url: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    sent.push({ url: url instanceof Request ? url.url : url.toString(), init });
    return answer();
  };
  return { api: createApi({ fetch, language: () => "zh-Hans", onSignedOut: () => left++ }), sent, left: () => left };
}

const refused = (status: number, code: string, headers: Record<string, string> = {}): Response => {
  const problem: Problem = { type: `urn:breakwater:error:${code}`, title: "t", status, code, requestId: "r" };
  return Response.json(problem, { status, headers });
};

async function fail(answer: () => Response): Promise<ApiError> {
  const { api } = open(answer);
  const error: unknown = await api.call(getLead, { params: { id: "x" } }).catch((thrown: unknown) => thrown);
  if (!(error instanceof ApiError)) throw new Error("It did not fail as it should.");
  return error;
}

describe("createApi()", () => {
  it("says which version it changes, under which key and in which language", async () => {
    const { api, sent } = open(() => refused(409, "refused"));
    const request = { params: { id: "lead/1" }, body: { reason: "opinion" } } as const;
    await expect(api.call(dismissLead, request, { version: 3, idempotencyKey: "k" })).rejects.toThrow(ApiError);
    expect(sent[0]?.url).toBe("/v1/leads/lead%2F1/dismiss");
    expect(sent[0]?.init).toMatchObject({ method: "POST", body: '{"reason":"opinion"}', credentials: "same-origin" });
    expect(sent[0]?.init.headers).toMatchObject({
      "if-match": '"3"',
      "idempotency-key": "k",
      "accept-language": "zh-Hans",
      "content-type": "application/json",
    });
  });

  it("sends a file as it is", async () => {
    const { api, sent } = open(() => refused(413, "body_too_large"));
    const file = new Blob(["{}"]);
    await expect(api.call(importClaims, { query: { name: "a&b.json" } }, { file })).rejects.toThrow(ApiError);
    expect(sent[0]?.url).toBe("/v1/claims:import?name=a%26b.json");
    expect(sent[0]?.init.body).toBe(file);
    expect(sent[0]?.init.headers).toMatchObject({ "content-type": "application/octet-stream" });
  });

  it("gives what the contract says, and refuses what it does not know", async () => {
    const { api } = open(() => Response.json({ items: [], nextCursor: null, news: 1 }, { headers: { etag: '"7"' } }));
    expect(await api.call(listLeads, {})).toEqual({ data: { items: [], nextCursor: null }, etag: '"7"' });
    expect((await fail(() => Response.json({ id: 1 }))).failure).toEqual({ kind: "mismatch", routeId: "getLead" });
    expect((await fail(() => new Response("<html>"))).failure.kind).toBe("mismatch");
  });

  it("tells refusals, gateways, silence and being offline apart", async () => {
    expect((await fail(() => refused(429, "too_many_requests", { "retry-after": "7" }))).failure).toMatchObject({
      kind: "problem",
      retryAfterS: 7,
    });
    expect((await fail(() => new Response("Bad gateway", { status: 502 }))).failure.kind).toBe("offline");
    const offline = await fail(() => {
      throw new TypeError("Failed to fetch");
    });
    expect(offline.failure.kind).toBe("offline");
    expect([offline, await fail(() => refused(404, "not_found"))].map(isPassing)).toEqual([true, false]);
  });

  it("reads bytes as they are, and refusals of such routes as any other", async () => {
    const { api } = open(() => new Response(new Uint8Array([0, 255, 10])));
    expect(await api.read(readLedgerCheckpoint, {})).toEqual(new Uint8Array([0, 255, 10]));
    const refusing = open(() => refused(404, "not_found"));
    await expect(refusing.api.read(readLedgerCheckpoint, {})).rejects.toThrow(ApiError);
  });

  it("tells that the session is over", async () => {
    const { api, left } = open(() => refused(401, "not_signed_in"));
    await expect(api.call(listLeads, {})).rejects.toThrow(ApiError);
    expect(left()).toBe(1);
  });
});

it("toUrl() escapes every part and leaves out what is not said", () => {
  expect(toUrl("/v1/leads/{id}", { id: "../tokens?x" }, { cursor: undefined, limit: 5, q: "a&b" })).toBe(
    "/v1/leads/..%2Ftokens%3Fx?limit=5&q=a%26b",
  );
  expect(() => toUrl("/v1/leads/{id}", {})).toThrow(TypeError);
});

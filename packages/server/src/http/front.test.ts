import type { Problem } from "@breakwater/contract";
import type { Readable } from "node:stream";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asToken, openTestFront, type TestFront } from "./testing/test-front.ts";
import { bindSampleRoutes } from "./testing/sample-routes.ts";

const opened: Readable[] = [];
let front: TestFront;
beforeAll(async () => {
  front = await openTestFront(bindSampleRoutes(opened));
});
afterAll(async () => {
  await front.app.close();
});

type Init = NonNullable<Parameters<typeof fetch>[1]>;
const ask = async (path: string, init: Init = {}): Promise<Response> => fetch(front.url + path, init);
const json = { "content-type": "application/json", ...asToken() };
const post = async (body: NonNullable<Init["body"]>, headers: Record<string, string> = json): Promise<Response> =>
  ask("/v1/notes", { method: "POST", body, headers });

async function expectProblem(response: Response, code: string): Promise<Problem> {
  expect(response.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
  const problem = (await response.json()) as Problem;
  expect(problem).toMatchObject({ code, status: response.status, type: `urn:breakwater:error:${code}` });
  return problem;
}

describe("createFront()", () => {
  it("answers what the handler says, by the contract", async () => {
    const response = await post('{"text":"hi"}');
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({ id: "n1", text: "hi" });
    expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("content-security-policy")).toBe("default-src 'none';frame-ancestors 'none'");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("x-powered-by")).toBeNull();
    expect(response.headers.get("server")).toBeNull();
  });

  it("answers verbs behind a colon, ids with colons, and removals without a body", async () => {
    const adopted = await ask("/v1/notes/urn:x:adopt", { method: "POST", headers: asToken() });
    expect(await adopted.json()).toEqual({ id: "urn:x", by: "token" });
    const removed = await ask("/v1/notes/n1", { method: "DELETE", headers: asToken() });
    expect(removed.status).toBe(204);
  });

  it("names what was wrong by JSON Pointer, in the language asked for", async () => {
    const response = await post('{"text":1,"tags":["a",2],"x/y":1}', { ...json, "accept-language": "zh-CN,en;q=0.5" });
    const problem = await expectProblem(response, "invalid_request");
    expect(problem.title).toBe("请求与接口描述的格式不符。");
    expect(problem.faults?.map(({ pointer }) => pointer)).toEqual(["/body/text", "/body/tags/1", "/body/x~1y"]);
    expect(problem.faults?.[0]?.message).toMatch(/期望/);
    const query = await ask("/v1/notes?dry=maybe", { method: "POST", body: '{"text":"a"}', headers: json });
    expect((await expectProblem(query, "invalid_request")).faults?.[0]?.pointer).toBe("/query/dry");
  });

  it.each([
    ["/v1/nothing", "GET", "not_found", null],
    ["/v1/notes/a/b", "GET", "not_found", null],
    ["/v1/notes/abc", "PATCH", "method_not_allowed", "DELETE, GET, HEAD, PUT"],
    ["/v1/notes", "GET", "method_not_allowed", "POST"],
    ["/v1/notes/a:adopt", "OPTIONS", "method_not_allowed", "DELETE, GET, HEAD, POST, PUT"],
    ["/v1/notes/%ff", "GET", "invalid_request", null],
    [`/v1/notes/${"a".repeat(3000)}`, "GET", "address_too_long", null],
  ])("%s %s → %s", async (path, method, code, allow) => {
    const response = await ask(path, { method });
    await expectProblem(response, code);
    expect(response.headers.get("allow")).toBe(allow);
  });

  it.each([
    ["no JSON", "{", {}, "malformed_body"],
    ["no UTF-8", Buffer.from([0x22, 0xff, 0x22]), {}, "malformed_body"],
    ["too deep", "[".repeat(33) + "]".repeat(33), {}, "malformed_body"],
    ["deep, but not too", "[".repeat(32) + "]".repeat(32), {}, "invalid_request"],
    ["__proto__", '{"__proto__":{"a":1}}', {}, "malformed_body"],
    ["__proto__, escaped", '{"\\u005f_proto__":{"a":1}}', {}, "malformed_body"],
    ["constructor", '{"text":"a","constructor":{"prototype":{"a":1}}}', {}, "malformed_body"],
    ["no body", "", {}, "invalid_request"],
    ["a text", "text", { "content-type": "text/plain" }, "unsupported_media_type"],
    ["another charset", '{"text":"a"}', { "content-type": "application/json; charset=gbk" }, "unsupported_media_type"],
    ["packed", gzipSync('{"text":"a"}'), { "content-encoding": "gzip" }, "unsupported_media_type"],
    ["too large", JSON.stringify({ text: "a".repeat(5000) }), {}, "body_too_large"],
  ] as const)("refuses a body: %s", async (_name, body, headers, code) => {
    await expectProblem(await post(body as Init["body"] & {}, { ...json, ...headers }), code);
  });

  it("tells nothing of what failed inside, but logs it", async () => {
    const problem = await expectProblem(await ask("/v1/fail"), "internal");
    expect(JSON.stringify(problem)).not.toMatch(/secret|\.ts|Error:/);
    const line = front.log.find((text) => text.includes(problem.requestId));
    expect(line).toMatch(/a secret.*front\.test|sample-routes/s);
  });

  it("answers 304 for what is known, and asks for the version that is changed", async () => {
    expect((await ask("/v1/notes/a", { headers: { "if-none-match": 'W/"3"' } })).status).toBe(304);
    expect((await ask("/v1/notes/a", { headers: { "if-none-match": '"2"' } })).status).toBe(200);
    expect((await ask("/v1/notes/a", { method: "HEAD" })).headers.get("etag")).toBe('"3"');
    const change = async (headers: Record<string, string>): Promise<Response> =>
      ask("/v1/notes/a", { method: "PUT", body: '{"text":"b"}', headers: { ...json, ...headers } });
    await expectProblem(await change({}), "precondition_required");
    await expectProblem(await change({ "if-match": '"2"' }), "precondition_failed");
    expect(await (await change({ "if-match": '"3"' })).json()).toEqual({ version: 4 });
  });
});

describe("access", () => {
  it("asks who it is, then whether they may", async () => {
    const nobody = await post('{"text":"a"}', { "content-type": "application/json" });
    await expectProblem(nobody, "not_signed_in");
    expect(nobody.headers.get("www-authenticate")).toBe('Bearer realm="breakwater"');
    const other = await post('{"text":"a"}', { ...json, ...asToken(["check"]) });
    await expectProblem(other, "not_allowed");
  });

  it("takes unsafe requests by session only from its own pages", async () => {
    const person = { kind: "person", id: "p1", roles: ["editor"], scopes: ["claims:write"] };
    const headers = { "content-type": "application/json", "test-caller": JSON.stringify(person) };
    await expectProblem(await post('{"text":"a"}', headers), "csrf_refused");
    await expectProblem(await post('{"text":"a"}', { ...headers, origin: "https://evil.example" }), "csrf_refused");
    expect((await post('{"text":"a"}', { ...headers, origin: front.url })).status).toBe(201);
    expect((await ask("/v1/notes/a", { headers })).status).toBe(200);
  });
});

describe("streams", () => {
  const lines = Buffer.from(`${JSON.stringify({ a: "谣言" })}\n`.repeat(2000));
  const send = async (body: Uint8Array, headers: Record<string, string> = {}): Promise<Response> =>
    ask("/v1/lines", {
      method: "POST",
      body: body as Uint8Array<ArrayBuffer>,
      headers: { ...asToken(), "content-type": "application/x-ndjson", ...headers },
    });

  it.each([
    ["identity", lines],
    ["gzip", gzipSync(lines)],
    ["deflate", deflateSync(lines)],
    ["br", brotliCompressSync(lines)],
  ])("unpacks %s", async (encoding, body) => {
    const response = await send(body, { "content-encoding": encoding });
    expect(await response.json()).toEqual({ lines: 2000, bytes: lines.length });
  });

  it.each([
    ["an unknown packing", lines, "zstd", "unsupported_media_type"],
    ["two packings", gzipSync(gzipSync(lines)), "gzip, gzip", "unsupported_media_type"],
    ["what is not packed", lines, "gzip", "malformed_body"],
    ["half a packing", gzipSync(lines).subarray(0, 50), "gzip", "malformed_body"],
    ["a bomb", gzipSync(Buffer.alloc(6_000_000)), "gzip", "body_too_large"],
    ["too much, unpacked", gzipSync(Buffer.alloc(9_000_000, "0123456789abcdefghij\n")), "gzip", "body_too_large"],
    ["too much", Buffer.alloc(9_000_000), "identity", "body_too_large"],
  ])("refuses %s", async (_name, body, encoding, code) => {
    await expectProblem(await send(body, { "content-encoding": encoding }), code);
  });

  it("answers while it is still being sent to", async () => {
    const sent = Array.from({ length: 40 }, (_, index) => `${index} ${"a".repeat(60_000)}\n`);
    const response = await ask("/v1/echoed-lines", {
      method: "POST",
      body: sent.join(""),
      headers: { "content-type": "application/x-ndjson" },
    });
    expect(await response.text()).toBe(sent.join(""));
  });

  it.each(["gzip", "identity"])("does not fall over a broken stream that nobody reads: %s", async (encoding) => {
    const response = await ask("/v1/ignored-lines", {
      method: "POST",
      body: Buffer.alloc(2_000_000, 7),
      headers: { "content-type": "application/x-ndjson", "content-encoding": encoding },
    }).catch(() => null);
    // The rest is dropped or cut; the answer may then be lost with it.
    expect([202, undefined]).toContain(response?.status);
    expect((await ask("/healthz")).status).toBe(200);
  });

  it("answers a stream of events at once, and ends it when the client goes", async () => {
    const leave = new AbortController();
    const response = await ask("/v1/notes-events", { headers: asToken(), signal: leave.signal });
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    const [stream] = opened;
    stream?.push("data: 1\n\n");
    const { value } = (await response.body?.getReader().read()) ?? {};
    expect(new TextDecoder().decode(value)).toBe("data: 1\n\n");
    leave.abort();
    await expect.poll(() => stream?.destroyed).toBe(true);
  });
});

describe("health", () => {
  it("answers whether it lives, is ready, and its figures", async () => {
    expect(await (await ask("/healthz")).json()).toEqual({ status: "alive" });
    expect(await (await ask("/readyz")).json()).toEqual({ status: "ready" });
    await expectProblem(await ask("/metrics"), "not_signed_in");
    const figures = await (await ask("/metrics", { headers: asToken(["metrics:read"]) })).text();
    expect(figures).toMatch(/breakwater_http_request_seconds_count\{route="getAlive",status="200"\} \d+/);
    expect(figures).toMatch(/process_cpu_seconds_total/);
  });

  it("says why it is not ready, and opens figures to this machine where told to", async () => {
    const reasons = ["The engine is being restored."];
    const other = await openTestFront([], {
      readiness: () => ({ ready: false, reasons }),
      metricsOpenToLoopback: true,
    });
    const response = await fetch(`${other.url}/readyz`);
    expect((await expectProblem(response, "unavailable")).detail).toBe(reasons[0]);
    expect(response.headers.get("retry-after")).toBe("1");
    expect((await fetch(`${other.url}/metrics`)).status).toBe(200);
    expect((await fetch(`${other.url}/metrics`, { headers: { "x-forwarded-for": "127.0.0.1" } })).status).toBe(401);
    await other.app.close();
  });
});

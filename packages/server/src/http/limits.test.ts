import { afterEach, describe, expect, it } from "vitest";
import type { FrontLimits } from "./front-options.ts";
import { HttpError } from "./http-error.ts";
import type { Caller } from "./route.ts";
import { openRawSocket, type RawSocket } from "./testing/raw-socket.ts";
import { bindSampleRoutes } from "./testing/sample-routes.ts";
import { asToken, openTestFront, type TestFront } from "./testing/test-front.ts";

let front: TestFront;
const sockets: RawSocket[] = [];
const open = async (limits: Partial<FrontLimits> = {}): Promise<() => Promise<RawSocket>> => {
  front = await openTestFront(bindSampleRoutes(), { limits });
  return async () => {
    const raw = await openRawSocket(front.port);
    sockets.push(raw);
    return raw;
  };
};
afterEach(async () => {
  for (const { socket } of sockets.splice(0)) socket.destroy();
  await front.app.close();
});

const token = `test-caller: ${asToken()["test-caller"]}`;
const head = (first: string, ...headers: readonly string[]): string =>
  `${[first, "host: x", ...headers].join("\r\n")}\r\n\r\n`;
const lines = (...headers: readonly string[]): string =>
  head("POST /v1/lines HTTP/1.1", token, "content-type: application/x-ndjson", ...headers);
const notes = (...headers: readonly string[]): string =>
  head("POST /v1/notes HTTP/1.1", token, "content-type: application/json", ...headers);
const isAlive = async (): Promise<boolean> => (await fetch(`${front.url}/healthz`)).ok;

describe("slow clients", () => {
  it("headers that drip are cut off with 408", async () => {
    const raw = await (await open({ headersMs: 300 }))();
    raw.socket.write("GET /healthz HTTP/1.1\r\nhost: x\r\n");
    const drip = setInterval(() => raw.socket.write("a: b\r\n"), 50);
    const text = await raw.end;
    clearInterval(drip);
    expect(text).toMatch(/^HTTP\/1\.1 408 .*"code":"request_timeout"/s);
    expect(await isAlive()).toBe(true);
  });

  it("a body that is read whole and does not arrive is cut off with 408", async () => {
    const raw = await (await open({ bodyMs: 200 }))();
    raw.socket.write(`${notes("content-length: 100")}{"text":`);
    expect(await raw.end).toMatch(/^HTTP\/1\.1 408 .*connection: close.*"code":"request_timeout"/is);
  });

  it("a stream that falls silent is cut off with 408", async () => {
    const raw = await (await open({ bodyMs: 200 }))();
    raw.socket.write(`${lines("content-length: 100")}{"a":1}\n`);
    await expect.poll(raw.text, { timeout: 5000 }).toMatch(/^HTTP\/1\.1 408 .*"code":"request_timeout"/s);
  });

  it("a stream that drips for longer than the silence is read to its end", async () => {
    const raw = await (await open({ bodyMs: 300 }))();
    raw.socket.write(lines("content-length: 20"));
    for (let sent = 0; sent < 10; sent++) {
      await new Promise((resolve) => setTimeout(resolve, 80));
      raw.socket.write("1\n");
    }
    await expect.poll(raw.text).toMatch(/200 OK.*"lines":10,"bytes":20/s);
  });

  it("a stream that we read slowly is not held against the client", async () => {
    await open({ bodyMs: 100 });
    const body = Buffer.alloc(4_000_000, "a\n");
    const headers = { "content-type": "application/x-ndjson" };
    const response = await fetch(`${front.url}/v1/echoed-lines`, { method: "POST", body, headers });
    expect((await response.arrayBuffer()).byteLength).toBe(body.length);
  });

  it("any request is cut off in the end", async () => {
    const raw = await (await open({ requestMs: 600, headersMs: 400 }))();
    raw.socket.write(lines("transfer-encoding: chunked"));
    const drip = setInterval(() => raw.socket.write("2\r\n1\n\r\n"), 50);
    const text = await raw.end;
    clearInterval(drip);
    expect(text).toMatch(/^HTTP\/1\.1 408 /);
    expect(await isAlive()).toBe(true);
  });

  it("a client that asks and does not read is dropped", async () => {
    const raw = await (await open({ idleMs: 300 }))();
    raw.socket.pause();
    raw.socket.write(head("GET /v1/openapi.json HTTP/1.1").repeat(2000));
    await expect.poll(async () => countConnections(), { timeout: 10_000, interval: 100 }).toBe(0);
  });
});

async function countConnections(): Promise<number> {
  return new Promise((resolve) => {
    front.app.server.getConnections((_error, count) => resolve(count));
  });
}

describe("broken requests", () => {
  it.each([
    ["no HTTP", "hello\r\n\r\n", 400, "invalid_request"],
    ["a header without a name", head("GET /healthz HTTP/1.1", ": a"), 400, "invalid_request"],
    ["headers without end", `GET /healthz HTTP/1.1\r\na: ${"b".repeat(20_000)}`, 431, "headers_too_large"],
    ["two lengths", notes("content-length: 3", "content-length: 4"), 400, "invalid_request"],
    [
      "a length and chunks",
      `${notes("content-length: 3", "transfer-encoding: chunked")}0\r\n\r\n`,
      400,
      "invalid_request",
    ],
    ["a chunk of no size", `${lines("transfer-encoding: chunked")}zz\r\n`, 400, "invalid_request"],
    ["no host", "GET /healthz HTTP/1.1\r\n\r\n", 400, undefined],
  ])("%s is refused and the connection closed", async (_name, text, status, code) => {
    const raw = await (await open({ idleMs: 1000 }))();
    raw.socket.write(text);
    const answer = await raw.end;
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    if (code !== undefined) expect(answer).toContain(`"code":"${code}"`);
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
    expect(await isAlive()).toBe(true);
  });

  it("half a body is no request", async () => {
    const connect = await open();
    for (const start of [
      notes("content-length: 100"),
      lines("content-length: 100"),
      lines("transfer-encoding: chunked"),
    ]) {
      const raw = await connect();
      raw.socket.end(`${start}{"text":"a"}`);
      await raw.end;
    }
    expect(await isAlive()).toBe(true);
    expect(front.log.filter((line) => line.includes("a request failed"))).toEqual([]);
  });

  it("pipelined requests are answered in order, also behind one that was refused unread", async () => {
    const raw = await (await open())();
    const body = '{"text":"first"}';
    raw.socket.write(
      [
        notes(`content-length: ${body.length}`) + body,
        head("POST /v1/notes HTTP/1.1", "content-type: application/json", "content-length: 5") + "aaaaa",
        head("GET /v1/notes/third HTTP/1.1"),
        `${lines("content-length: 4", "content-encoding: gzip")}abcd`,
        head("GET /v1/notes/fifth HTTP/1.1", "connection: close"),
      ].join(""),
    );
    const statuses = [...(await raw.end).matchAll(/HTTP\/1\.1 (\d+)/g)].map((match) => match[1]);
    expect(statuses).toEqual(["201", "401", "200", "400", "200"]);
    expect(raw.text()).toMatch(/first.*third.*fifth/s);
  });

  it("a large body that nobody reads is dropped, and an endless one cut", async () => {
    const connect = await open();
    const raw = await connect();
    const refused = head("POST /v1/lines HTTP/1.1", "content-length: 500000");
    raw.socket.write(refused + "a".repeat(500_000) + head("GET /v1/notes/next HTTP/1.1", "connection: close"));
    expect(await raw.end).toMatch(/ 401 .*"id":"next"/s);
    const endless = await connect();
    endless.socket.write(head("POST /v1/lines HTTP/1.1", "transfer-encoding: chunked"));
    const chunk = `10000\r\n${"a".repeat(65_536)}\r\n`;
    const pour = setInterval(() => endless.socket.write(chunk), 1);
    expect(await endless.end).toMatch(/ 401 /);
    clearInterval(pour);
  });
});

describe("closing", () => {
  it("ends event streams at once, and cuts off what takes too long", async () => {
    const connect = await open({ closeMs: 300 });
    const events = await fetch(`${front.url}/v1/notes-events`, { headers: asToken() });
    const slow = await connect();
    slow.socket.write(`${lines("content-length: 10")}1\n`);
    await expect.poll(countConnections).toBe(2);
    const began = performance.now();
    await front.app.close();
    expect(performance.now() - began).toBeLessThan(2000);
    await expect(events.text()).rejects.toThrow("terminated");
    await slow.end;
    await open();
  });
});

describe("how much", () => {
  it("more connections than the limit are closed", async () => {
    const connect = await open({ connectionsMax: 3 });
    const raws = [await connect(), await connect(), await connect(), await connect(), await connect()];
    await expect.poll(() => raws.filter(({ socket }) => socket.destroyed || socket.readableEnded).length).toBe(2);
  });

  it("counts requests by caller, and says how long to wait", async () => {
    await open({ perMinute: { token: 3, person: 1, anonymous: 5 } });
    const ask = async (caller?: Caller): Promise<Response> => {
      const headers = caller === undefined ? {} : { "test-caller": JSON.stringify(caller) };
      return fetch(`${front.url}/v1/notes/a`, { headers });
    };
    const token = (id: string): Caller => ({ kind: "token", id, name: "n", scopes: [] });
    const statuses: number[] = [];
    for (const caller of [...Array<string>(4).fill("a"), "b"]) statuses.push((await ask(token(caller))).status);
    expect(statuses).toEqual([200, 200, 200, 429, 200]);
    for (let count = 0; count < 5; count++) expect((await ask()).status).toBe(200);
    const refused = await ask();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ code: "too_many_requests" });
    expect((await fetch(`${front.url}/nothing`)).status).toBe(429);
    expect(await isAlive()).toBe(true);
  });

  it("counts bad credentials by address", async () => {
    front = await openTestFront(bindSampleRoutes(), {
      limits: { perMinute: { token: 1000, person: 1000, anonymous: 2 } },
      authenticate: () => {
        throw new HttpError("not_signed_in");
      },
    });
    const statuses: number[] = [];
    for (let count = 0; count < 3; count++) statuses.push((await fetch(`${front.url}/v1/notes/a`)).status);
    expect(statuses).toEqual([401, 401, 429]);
  });

  it("logs no address", async () => {
    await open();
    await fetch(`${front.url}/v1/fail`);
    const line = front.log.find((text) => text.includes("a request failed"));
    expect(line).toBeDefined();
    expect(line).not.toMatch(/remoteAddress|"ip"|127\.0\.0\.1/);
  });
});

import { actionsAnswer, deleteAction, editAction, postActions, type ActionsAnswer } from "@breakwater/contract";
import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Caller, RouteRequest } from "../http/route.ts";
import { createActionWriter, type ActionWriter } from "./action-writer.ts";
import { createAppendQueue } from "./ingest/append-queue.ts";
import { createMemoryActionLog } from "./memory-action-log.ts";
import { openActionDoors } from "./pseudonyms/action-doors.ts";
import { createMemoryPseudonymKeys } from "./pseudonyms/memory-pseudonym-keys.ts";
import { createActionRoutes, type ActionRoutesDeps } from "./routes.ts";

const at = 1_700_000_000_000;
const day = 86_400_000;
const token: Caller = { kind: "token", id: "t1", name: "forum", scopes: ["actions:write"] };
const action = (id: string, change: object = {}): object => ({
  id,
  at,
  account: "a",
  kind: "post",
  objects: [],
  ...change,
});
const ndjson = "application/x-ndjson";

let log: ReturnType<typeof createMemoryActionLog>;
let writer: ActionWriter;
let deps: ActionRoutesDeps;
let changed = 0;
beforeEach(async () => {
  changed = 0;
  log = createMemoryActionLog();
  writer = await createActionWriter({
    log,
    now: () => at,
    watermark: { epochMs: 60_000, graceMs: 1000, idleMs: 10_000 },
    onChanged: () => (changed += 1),
  });
  deps = {
    queue: createAppendQueue(writer, 1 << 20),
    changes: writer,
    doors: openActionDoors(createMemoryPseudonymKeys({ randomBytes })),
    now: () => at,
    retentionMs: 14 * day,
  };
});

type AnyRequest = Partial<Omit<RouteRequest<typeof postActions>, "params" | "body">> & {
  readonly params?: object;
  readonly body?: object;
};

async function call(id: string, request: AnyRequest) {
  const bound = createActionRoutes(deps).find(({ route }) => route.id === id);
  const whole = { params: {}, query: {}, caller: token, at, requestId: "r", headers: {}, stream: null, ...request };
  return bound?.handle(whole as unknown as Parameters<typeof bound.handle>[0]);
}

async function post(
  body: string | readonly Buffer[],
  { type = "application/json", results }: { readonly type?: string; readonly results?: "all" | "exceptions" } = {},
): Promise<ActionsAnswer> {
  const stream = Readable.from(typeof body === "string" ? [Buffer.from(body)] : body);
  const answer = await call(postActions.id, { stream, headers: { "content-type": type }, query: { results } });
  return actionsAnswer.parse(answer?.body);
}

describe("POST /v1/actions", () => {
  it("takes one, and says so", async () => {
    expect(await post(JSON.stringify(action("1")))).toEqual({
      accepted: 1,
      duplicates: 0,
      refused: 0,
      results: [{ index: 0, status: "stored" }],
      resultsOmitted: 0,
    });
    expect((await log.read(0, 9))[0]).toMatchObject({ kind: "action", source: "forum", action: action("1") });
  });

  it("takes an array; what is bad costs itself", async () => {
    const body = [action("1"), action("1"), 7, action("2", { kind: "shout" }), action("3", { at: at + 300_001 })];
    const answer = await post(JSON.stringify([...body, action("4", { at: at - 14 * day - 1 }), action("5")]));
    expect(answer.results).toEqual([
      { index: 0, status: "stored" },
      { index: 1, status: "duplicate" },
      { index: 2, status: "refused", reason: "not_an_object" },
      { index: 3, status: "refused", reason: "unknown_kind" },
      { index: 4, status: "refused", reason: "time_in_future" },
      { index: 5, status: "refused", reason: "too_old" },
      { index: 6, status: "stored" },
    ]);
    expect(answer).toMatchObject({ accepted: 2, duplicates: 1, refused: 4 });
  });

  it("takes a stream of lines, and lists what was not stored unless asked for all", async () => {
    const lines = Array.from({ length: 5000 }, (_, i) =>
      i === 4500 ? "{bad" : JSON.stringify(action(String(i % 4900))),
    );
    const bytes = Buffer.from(`${lines.join("\n\n")}\n`);
    const chunks = Array.from({ length: Math.ceil(bytes.length / 1000) }, (_, i) =>
      bytes.subarray(i * 1000, i * 1000 + 1000),
    );
    const answer = await post(chunks, { type: `${ndjson}; charset=utf-8` });
    expect(answer).toMatchObject({ accepted: 4899, duplicates: 100, refused: 1, resultsOmitted: 0 });
    expect(answer.results[0]).toEqual({ index: 4500, status: "refused", reason: "bad_json" });
    expect(answer.results.slice(1)).toEqual(
      Array.from({ length: 100 }, (_, i) => ({ index: 4900 + i, status: "duplicate" })),
    );
    const all = await post(chunks, { type: ndjson, results: "all" });
    expect(all.results.map(({ index }) => index)).toEqual(Array.from({ length: 5000 }, (_, i) => i));
    expect((await log.read(0, 10_000)).filter(({ kind }) => kind === "action")).toHaveLength(4899);
  });

  it("lets others have their turn while it takes a large body", async () => {
    let [turns, isOver] = [0, false];
    const takeTurn = (): void => {
      turns += 1;
      if (!isOver) setImmediate(takeTurn);
    };
    setImmediate(takeTurn);
    const lines = Array.from({ length: 2000 }, (_, i) => `${JSON.stringify(action(String(i)))}\n`).join("");
    await post(lines, { type: ndjson });
    isOver = true;
    expect(turns).toBeGreaterThanOrEqual(Math.floor(lines.length / 16_384));
  });

  it("counts what it does not list", async () => {
    const answer = await post("x\n".repeat(10_001), { type: ndjson });
    expect(answer).toMatchObject({ refused: 10_001, resultsOmitted: 1 });
    expect(answer.results).toHaveLength(10_000);
  });

  it("keeps pseudonyms, masks, and counts", async () => {
    const counts: unknown[] = [];
    deps = { ...deps, onCounted: (count) => counts.push(count) };
    const raw = { text: "13800138000", device: "device-7", network: { address: "203.0.113.9" } };
    await post(JSON.stringify([action("1", raw), {}]));
    const kept = JSON.stringify(await log.read(0, 9));
    for (const secret of ["13800138000", "device-7", "203.0.113"]) expect(kept).not.toContain(secret);
    expect(counts).toEqual([
      { accepted: 1, duplicates: 0, refused: new Map([["missing_id", 1]]), masked: new Map([["phone", 1]]) },
    ]);
  });

  it("answers 429 where too much waits, and says what was stored before", async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = { append: (batch: Parameters<ActionWriter["append"]>[0]) => held.then(() => writer.append(batch)) };
    deps = { ...deps, queue: createAppendQueue(slow, 1000) };
    const lines = Array.from({ length: 5000 }, (_, i) => `${JSON.stringify(action(String(i)))}\n`).join("");
    const first = post(lines, { type: ndjson });
    await vi.waitFor(() => expect(deps.queue.isFull()).toBe(true));
    await expect(post("{}")).rejects.toMatchObject({ code: "too_many_requests", retryAfter: 1 });
    release();
    await expect(first).rejects.toMatchObject({
      code: "too_many_requests",
      retryAfter: 1,
      message: expect.stringMatching(/^Of the first \d+ records 2000 were stored/) as string,
    });
    // Sent again whole, nothing is stored twice.
    deps = { ...deps, queue: createAppendQueue(writer, 1 << 24) };
    expect(await post(lines, { type: ndjson })).toMatchObject({ accepted: 3000, duplicates: 2000 });
  });

  it("answers 503 where the disk is full", async () => {
    deps = { ...deps, queue: createAppendQueue({ append: async () => ({ kind: "failed", code: "disk_full" }) }, 1000) };
    await expect(post(JSON.stringify(action("1")))).rejects.toMatchObject({ code: "unavailable", retryAfter: 30 });
  });

  it("keeps what came before a body that is cut off, and throws", async () => {
    const broken = Readable.from(
      (function* (): Generator<Buffer, void> {
        yield Buffer.from(`${JSON.stringify(action("1"))}\n`);
        throw new Error("cut off");
      })(),
    );
    await expect(call(postActions.id, { stream: broken, headers: { "content-type": ndjson } })).rejects.toThrow(
      "cut off",
    );
    expect(await post(JSON.stringify(action("1")))).toMatchObject({ accepted: 1 });
  });

  it("takes nothing from people", async () => {
    const person: Caller = { kind: "person", id: "p", roles: ["admin"], scopes: [] };
    await expect(call(postActions.id, { caller: person })).rejects.toMatchObject({ code: "not_allowed" });
  });
});

describe("PATCH and DELETE /v1/actions/{source}/{id}", () => {
  beforeEach(() => post(JSON.stringify(action("1", { text: "old" }))));
  const own = { source: "forum", id: "1" };

  it("edits, masked, and tells", async () => {
    expect(await call(editAction.id, { params: own, body: { text: "call 13800138000" } })).toEqual({});
    expect((await log.find("forum", "1"))?.text).toBe("call [masked:phone]");
    expect(changed).toBe(1);
  });

  it("removes, once", async () => {
    expect(await call(deleteAction.id, { params: own })).toEqual({});
    expect(await log.find("forum", "1")).toBeNull();
    await expect(call(deleteAction.id, { params: own })).rejects.toMatchObject({ code: "not_found" });
    expect(changed).toBe(1);
  });

  it("reaches a token's own source alone", async () => {
    const caller = { ...token, name: "wiki" };
    for (const id of [editAction.id, deleteAction.id]) {
      await expect(call(id, { caller, params: own, body: { text: "x" } })).rejects.toMatchObject({
        code: "not_allowed",
      });
    }
    expect((await log.find("forum", "1"))?.text).toBe("old");
  });
});

describe("createActionWriter()", () => {
  it("writes watermarks behind what arrived, and goes on from there after a restart", async () => {
    await post(JSON.stringify([action("1", { at: at - 200_000 }), action("2", { at: at - 5000 })]));
    const end = (moment: number): number => Math.ceil(moment / 60_000) * 60_000;
    const marks = async (): Promise<readonly unknown[]> =>
      (await log.read(0, 99)).flatMap((record) => (record.kind === "watermark" ? [record.at] : []));
    const first = end(at - 5000) - 60_000;
    expect(await marks()).toEqual([first]);
    const options = { log, watermark: { epochMs: 60_000, graceMs: 1000, idleMs: 10_000 }, onChanged: () => undefined };
    const next = await createActionWriter({ ...options, now: () => at });
    await next.tick();
    expect(await marks()).toEqual([first]);
    let now = at;
    const later = await createActionWriter({ ...options, now: () => now });
    now += 60_000;
    await later.tick();
    await later.tick();
    expect(await marks()).toEqual([first, first + 60_000]);
  });
});

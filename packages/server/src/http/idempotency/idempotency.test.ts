import { defineRoute } from "@breakwater/contract";
import { createHash } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { createMemoryTransactor } from "../../state/memory-state.ts";
import { openState } from "../../state/open-state.ts";
import { createSqliteTransactor } from "../../state/sqlite-transactor.ts";
import { HttpError } from "../http-error.ts";
import { bindRoute, type BoundRoute } from "../route.ts";
import { asToken, openTestFront, type TestFront } from "../testing/test-front.ts";
import { idempotencyStoreLaw } from "./idempotency-store.law.ts";
import { createIdempotency, keyLifeMs, type Idempotency } from "./idempotency.ts";
import { createMemoryIdempotencyStore } from "./memory-idempotency-store.ts";
import { createSqliteIdempotencyStore, idempotencyMigrations } from "./sqlite-idempotency-store.ts";

const openDatabase = (): ReturnType<typeof openState> =>
  openState(":memory:", { migrations: idempotencyMigrations, now: () => 0 });

idempotencyStoreLaw("memory", createMemoryIdempotencyStore);
idempotencyStoreLaw("sqlite", () => createSqliteIdempotencyStore(openDatabase()));

const refusal = { code: "case_closed", about: ["case-1"] };
const add = defineRoute({
  id: "add",
  method: "POST",
  path: "/v1/add",
  access: "public",
  summary: "Adds",
  tag: "test",
  body: z.strictObject({ by: z.int(), way: z.string().default("well") }),
  status: 201,
  response: z.strictObject({ sum: z.int() }),
  errors: ["refused"],
  idempotent: true,
});
const stream = defineRoute({
  id: "stream",
  method: "POST",
  path: "/v1/stream",
  access: "public",
  summary: "Streams",
  tag: "test",
  bodyTypes: ["text/csv"],
  status: 200,
  response: z.strictObject({ bytes: z.int(), times: z.int() }),
  idempotent: true,
});

/** A room that counts effects; each waits until `let` is called where it is told to wait. */
function createRoom(): { readonly bound: readonly BoundRoute[]; readonly effects: () => number; release: () => void } {
  let effects = 0;
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (release = resolve));
  const bound = [
    bindRoute(add, async ({ body: { by, way } }) => {
      if (way === "busy") throw new HttpError("unavailable");
      if (way === "wait") await gate;
      effects += by;
      if (way === "refuse") throw new HttpError("refused", "Not now.", { refusal });
      if (way === "break") throw new Error("broken");
      return { body: { sum: effects }, headers: { etag: '"1"' } };
    }),
    bindRoute(stream, async ({ stream: body }) => {
      let bytes = 0;
      for await (const chunk of body ?? []) bytes += (chunk as Buffer).length;
      effects += 1;
      return { body: { bytes, times: effects } };
    }),
  ];
  return { bound, effects: () => effects, release };
}

describe("Idempotency-Key", () => {
  let front: TestFront | undefined;
  afterEach(async () => front?.app.close());

  const open = async (): Promise<{
    room: ReturnType<typeof createRoom>;
    idempotency: Idempotency;
    setTime: (at: number) => void;
    send: (body: unknown, key?: string, headers?: Record<string, string>) => Promise<Response>;
  }> => {
    const db = openDatabase();
    const idempotency = createIdempotency(createSqliteIdempotencyStore(db), createSqliteTransactor(db));
    const room = createRoom();
    let at = 1_700_000_000_000;
    front = await openTestFront(room.bound, { idempotency, now: () => at });
    const { url } = front;
    const send = async (body: unknown, key?: string, headers: Record<string, string> = {}): Promise<Response> =>
      fetch(`${url}/v1/add`, {
        method: "POST",
        body: JSON.stringify(body),
        headers: {
          "content-type": "application/json",
          ...(key === undefined ? {} : { "idempotency-key": key }),
          ...headers,
        },
      });
    return { room, idempotency, setTime: (now) => (at = now), send };
  };

  it("gives the same request one effect and the same answer", async () => {
    const { room, send } = await open();
    const [first, second] = [await send({ by: 2 }, "k"), await send({ by: 2 }, "k")];
    expect([first.status, second.status, room.effects()]).toEqual([201, 201, 2]);
    expect(await first.text()).toBe(await second.text());
    expect(first.headers.get("idempotency-replayed")).toBeNull();
    expect(second.headers.get("idempotency-replayed")).toBe("true");
    expect(second.headers.get("etag")).toBe('"1"');
    await send({ by: 2 });
    await send({ by: 2 }, "other");
    await send({ by: 2 }, "k", asToken());
    expect(room.effects()).toBe(8);
  });

  it("refuses the key for another request, and what is no key", async () => {
    const { room, send } = await open();
    await send({ by: 2 }, "k");
    expect(await (await send({ by: 3 }, "k")).json()).toMatchObject({ code: "idempotency_key_reused" });
    for (const bad of ["", "a b", "k".repeat(256)]) {
      const faults = [{ pointer: "/headers/idempotency-key" }];
      expect(await (await send({ by: 2 }, bad)).json()).toMatchObject({ code: "invalid_request", faults });
    }
    expect(room.effects()).toBe(2);
  });

  it("lets those that come meanwhile wait for the first", async () => {
    const { room, send } = await open();
    const sent = Array.from({ length: 8 }, async () => send({ by: 1, way: "wait" }, "k"));
    await expect.poll(async () => (await fetch(`${front?.url}/healthz`)).status).toBe(200);
    room.release();
    const answers = await Promise.all(sent);
    expect(new Set(await Promise.all(answers.map((answer) => answer.text())))).toEqual(new Set(['{"sum":1}']));
    expect(answers.filter((answer) => answer.headers.has("idempotency-replayed"))).toHaveLength(7);
    expect(room.effects()).toBe(1);
  });

  it("repeats refusals and faults, and gives the key back where nothing was done", async () => {
    const { room, send } = await open();
    for (const [way, said] of [
      ["refuse", { code: "refused", detail: "Not now.", refusal }],
      ["break", { code: "internal" }],
    ] as const) {
      const [first, second] = [await send({ by: 1, way }, way), await send({ by: 1, way }, way)];
      expect(await first.json()).toMatchObject(said);
      expect(await second.json()).toMatchObject(said);
      expect(second.headers.get("idempotency-replayed")).toBe("true");
    }
    expect(room.effects()).toBe(2);
    const busy = [await send({ by: 1, way: "busy" }, "busy"), await send({ by: 1, way: "busy" }, "busy")];
    expect(busy.map((answer) => answer.headers.get("idempotency-replayed"))).toEqual([null, null]);
    const wrong = [await send({ by: "1" }, "wrong"), await send({ by: 1 }, "wrong")];
    expect(wrong.map(({ status }) => status)).toEqual([400, 201]);
  });

  it("never risks a second effect where the process died over the first", async () => {
    const { room, idempotency, send } = await open();
    const body = JSON.stringify({ by: 1 });
    const hash = (...parts: readonly string[]): string =>
      createHash("sha256")
        .update(parts.map((part) => `${part}\n`).join(""))
        .digest("base64url");
    const key = hash("anonymous", "", "k");
    await idempotency.begin({ key, fingerprint: hash("POST", "/v1/add", body), at: 1_700_000_000_000 });
    expect(await (await send({ by: 1 }, "k")).json()).toMatchObject({ code: "conflict" });
    expect(room.effects()).toBe(0);
  });

  it("forgets a key after a day", async () => {
    const { room, idempotency, setTime, send } = await open();
    await send({ by: 1 }, "k");
    setTime(1_700_000_000_000 + keyLifeMs - 1);
    await send({ by: 1 }, "k");
    expect(room.effects()).toBe(1);
    setTime(1_700_000_000_000 + keyLifeMs);
    expect((await send({ by: 5 }, "k")).status).toBe(201);
    expect(room.effects()).toBe(6);
    expect(await idempotency.sweep(1_700_000_000_000 + 2 * keyLifeMs)).toBe(0);
    expect(await idempotency.sweep(1_700_000_000_001 + 2 * keyLifeMs)).toBe(1);
  });

  it("holds a streamed body against the key as well", async () => {
    await open();
    const send = async (body: string): Promise<unknown> => {
      const headers = { "content-type": "text/csv", "idempotency-key": "k" };
      return (await fetch(`${front?.url}/v1/stream`, { method: "POST", body, headers })).json();
    };
    expect(await send("a,b")).toEqual({ bytes: 3, times: 1 });
    expect(await send("a,b")).toEqual({ bytes: 3, times: 1 });
    expect(await send("a,c")).toMatchObject({ code: "idempotency_key_reused" });
  });

  it("works over memory as over SQLite", async () => {
    const idempotency = createIdempotency(createMemoryIdempotencyStore(), createMemoryTransactor());
    const answer = { kind: "answer", status: 200, headers: {}, body: null } as const;
    expect(await idempotency.begin({ key: "a", fingerprint: "f", at: 1 })).toEqual({ kind: "new" });
    expect(await idempotency.begin({ key: "a", fingerprint: "f", at: 2 })).toEqual({ kind: "taken", answer: null });
    await idempotency.complete("a", answer);
    expect(await idempotency.begin({ key: "a", fingerprint: "f", at: 2 })).toEqual({ kind: "taken", answer });
    expect(await idempotency.begin({ key: "a", fingerprint: "g", at: 2 })).toEqual({ kind: "reused" });
    await idempotency.release("a");
    expect(await idempotency.begin({ key: "a", fingerprint: "g", at: 2 })).toEqual({ kind: "new" });
  });
});

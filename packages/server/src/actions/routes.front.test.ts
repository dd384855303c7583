import { actionsRoutes } from "@breakwater/contract";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fuzzLaw } from "../http/testing/fuzz.law.ts";
import { asToken, openFuzzTarget, openTestFront, type TestFront } from "../http/testing/test-front.ts";
import { createActionWriter } from "./action-writer.ts";
import { createAppendQueue } from "./ingest/append-queue.ts";
import { createMemoryActionLog } from "./memory-action-log.ts";
import { openActionDoors } from "./pseudonyms/action-doors.ts";
import { createMemoryPseudonymKeys } from "./pseudonyms/memory-pseudonym-keys.ts";
import { createActionRoutes, type ActionRoutesDeps } from "./routes.ts";
import { openActionLog } from "./sqlite-action-log.ts";

const now = Date.now;

async function toDeps(log: ReturnType<typeof openActionLog>): Promise<ActionRoutesDeps> {
  const watermark = { epochMs: 60_000, graceMs: 1000, idleMs: 10_000 };
  const writer = await createActionWriter({ log, now, watermark, onChanged: () => undefined });
  return {
    queue: createAppendQueue(writer, 1 << 24),
    changes: writer,
    doors: openActionDoors(createMemoryPseudonymKeys({ randomBytes })),
    now,
    retentionMs: 14 * 86_400_000,
  };
}

describe("actions through the front, onto files", () => {
  const folder = mkdtempSync(join(tmpdir(), "breakwater-actions-"));
  let log: ReturnType<typeof openActionLog>;
  let front: TestFront;
  beforeAll(async () => {
    log = openActionLog(folder);
    front = await openTestFront(createActionRoutes(await toDeps(log)));
  });
  afterAll(async () => {
    await front.app.close();
    log.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const send = (method: string, path: string, headers: object, body?: Uint8Array<ArrayBuffer> | string) =>
    fetch(`${front.url}${path}`, {
      method,
      headers: { ...asToken(), ...headers },
      ...(body === undefined ? {} : { body }),
    });
  const ndjson = { "content-type": "application/x-ndjson" };
  const lines = Array.from(
    { length: 3000 },
    (_, i) => `${JSON.stringify({ id: `安/${i}`, at: now(), account: "a", kind: "post", text: "x", objects: [] })}\n`,
  ).join("");

  it("takes gzip, once", async () => {
    const body = new Uint8Array(gzipSync(lines));
    const headers = { ...ndjson, "content-encoding": "gzip" };
    for (const expected of [{ accepted: 3000 }, { accepted: 0, duplicates: 3000 }]) {
      const answer = await send("POST", "/v1/actions", headers, body);
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject(expected);
    }
  });

  it("keeps what came before a packing that is broken", async () => {
    const whole = gzipSync(lines.replaceAll("安/", "cut/"));
    const body = new Uint8Array(whole.subarray(0, whole.length - 20));
    const answer = await send("POST", "/v1/actions", { ...ndjson, "content-encoding": "gzip" }, body);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: "malformed_body" });
    expect(await log.find("test", "cut/0")).not.toBeNull();
  });

  it("edits and deletes by addresses that hold any id", async () => {
    const path = `/v1/actions/test/${encodeURIComponent("安/7")}`;
    const edited = await send("PATCH", path, { "content-type": "application/json" }, JSON.stringify({ text: "new" }));
    expect(edited.status).toBe(204);
    expect(await log.find("test", "安/7")).toMatchObject({ text: "new" });
    expect((await send("DELETE", path, {})).status).toBe(204);
    expect((await send("DELETE", path, {})).status).toBe(404);
    expect((await send("DELETE", path.replace("test", "other"), {})).status).toBe(403);
  });
});

fuzzLaw("actions", {
  routes: actionsRoutes,
  open: async () => openFuzzTarget(createActionRoutes(await toDeps(createMemoryActionLog()))),
});

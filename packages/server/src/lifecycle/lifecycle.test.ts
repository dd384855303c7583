import { randomBytes, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { accessLine, erasureReport, recordsRoutes, type AccessLine } from "@breakwater/contract";
import { afterEach, describe, expect, it } from "vitest";
import { openActionLog } from "../actions/sqlite-action-log.ts";
import { openTestFront } from "../http/testing/test-front.ts";
import { openLedgerAt } from "../ledger/open-ledger-at.ts";
import { toLayout, type Layout } from "../main/layout.ts";
import { openState } from "../state/open-state.ts";
import { createSqliteOutbox, outboxMigrations } from "../state/sqlite-outbox.ts";
import { createSqliteTransactor } from "../state/sqlite-transactor.ts";
import { createBackup } from "./backup/create-backup.ts";
import { restoreBackup } from "./backup/restore-backup.ts";
import { readRestoredMark, restoredFile } from "./backup/restored-mark.ts";
import { createLifecycle } from "./create-lifecycle.ts";
import { grepFiles } from "./grep-files.ts";
import { lifecycleMigrations } from "./migrations.ts";
import { createActionLogHolder } from "./records/action-log-holder.ts";
import { createActionsRule, dayMs } from "./retention/rules.ts";
import { createRecordsRoutes } from "./routes.ts";
import { makeLayout, makeScratch } from "./testing/sample-layout.ts";

const start = Date.UTC(2026, 6, 1);
const clock = { at: start };
const now = (): number => clock.at;
const closers: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
  clock.at = start;
});

/** What the log thread has, as far as it is ours. */
async function openSide(layout: Layout) {
  const db = openState(layout.state, { migrations: [...outboxMigrations, ...lifecycleMigrations], now });
  const actions = openActionLog(layout.actions);
  const folders = { log: layout.ledger, signingKeys: layout.signingKeys, payloadKeys: layout.payloadKeys };
  const { ledger, close: closeLedger } = await openLedgerAt(folders, { origin: "a.example/log", now, randomBytes });
  const lifecycle = createLifecycle({
    layout,
    db,
    transactor: createSqliteTransactor(db),
    outbox: createSqliteOutbox(db),
    holders: [createActionLogHolder(actions)],
    rules: [createActionsRule(actions, 14 * dayMs)],
    noticesMs: 30 * dayMs,
    now,
    monotonicMs: now,
    newId: randomUUID,
    onFailure: (name, error) => {
      throw new Error(name, { cause: error });
    },
  });
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    await closeLedger();
    actions.close();
    db.close();
  };
  closers.push(close);
  return { ...lifecycle, actions, ledger, close };
}

const post = (account: string, id: string) =>
  ({ id, at: start, account, kind: "post", text: `words of ${account}`, objects: [] }) as const;

async function openRoom() {
  const side = await openSide(makeLayout(makeScratch()));
  const asked: string[] = [];
  const access = {
    logRecordsAct: async ({
      event,
      account,
      actor,
    }: {
      event: string;
      account: string;
      actor: { id: string | null };
    }) => {
      asked.push(`${actor.id} ${event} ${account}`);
    },
  };
  return { side, asked, routes: createRecordsRoutes({ ...side, access, now }) };
}

describe("routes of records", () => {
  const caller = JSON.stringify({ kind: "token", id: "t", name: "t", scopes: ["records:manage"] });
  async function openHttp() {
    const { side, asked, routes } = await openRoom();
    const front = await openTestFront(routes, {});
    closers.push(() => front.app.close());
    const headers = { "test-caller": caller, "content-type": "application/json" };
    const send = (path: string, body: unknown) =>
      fetch(`${front.url}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
    return {
      side,
      asked,
      send,
      get: (path: string) => fetch(`${front.url}${path}`, { headers: { "test-caller": caller } }),
    };
  }

  it("hand out everything of an account and of nobody else, then erase it", async () => {
    const { side, asked, send } = await openHttp();
    const many = Array.from({ length: 1200 }, (_, i) => post("alice", `a${i}`));
    await side.actions.append("forum", [...many, post("bob", "b")], start);
    const told = await send("/v1/records/subject-access", { account: "alice" });
    expect([told.status, told.headers.get("content-type")]).toEqual([200, "application/x-ndjson; charset=utf-8"]);
    const lines = (await told.text())
      .trim()
      .split("\n")
      .map((line): AccessLine => accessLine.parse(JSON.parse(line)));
    expect(lines[0]).toMatchObject({ line: "header", account: "alice", holders: ["actions", "migration_copies"] });
    expect(lines[1]).toEqual({
      line: "record",
      holder: "actions",
      kind: "post",
      at: start,
      data: { source: "forum", id: "a0", account: "alice", text: "words of alice", objects: [] },
    });
    expect(lines.at(-1)).toMatchObject({ line: "summary", records: { actions: 1200, migration_copies: 0 } });
    expect(JSON.stringify(lines)).not.toContain("bob");
    expect(asked).toEqual(["t account.read alice"]);
    const erased = await send("/v1/records/erase", { account: "alice" });
    expect(erasureReport.parse(await erased.json())).toMatchObject({
      erased: { actions: 1200 },
      keptBack: [],
      dueAt: null,
    });
    expect(await side.actions.find("forum", "a7")).toBeNull();
    expect(await side.actions.find("forum", "b")).not.toBeNull();
  });

  it("say what is deleted when, and refuse what is no question", async () => {
    const { side, send, get } = await openHttp();
    await side.retention.tick();
    const { items } = (await (await get("/v1/records/retention")).json()) as {
      items: { name: string; ranAt: number }[];
    };
    expect(items.map(({ name }) => name)).toEqual([
      "actions",
      "erasures",
      "notices",
      "migration_copies",
      "erasure_register",
    ]);
    expect(items[0]).toMatchObject({ ranAt: start, periodMs: 14 * dayMs });
    for (const body of [
      {},
      { account: "" },
      { account: 7 },
      { account: "a", other: 1 },
      { account: "x".repeat(600) },
    ]) {
      expect((await send("/v1/records/erase", body)).status).toBe(400);
      expect((await send("/v1/records/subject-access", body)).status).toBe(400);
    }
  });

  it("are all bound", async () => {
    const { routes } = await openRoom();
    expect(routes.map(({ route }) => route.id)).toEqual(recordsRoutes.map(({ id }) => id));
  });
});

describe("finishRestore()", () => {
  it("erases again what was erased since the backup, logs the restore, and does it once", async () => {
    const folder = makeScratch();
    const layout = makeLayout(folder);
    const side = await openSide(layout);
    await side.actions.append("forum", [post("u-alice-1", "1"), post("u-bob-2", "2"), post("u-carol-3", "3")], start);
    clock.at += dayMs;
    await side.desk.erase("u-carol-3", clock.at);
    clock.at += dayMs;
    await createBackup(layout, join(folder, "backup"), { version: "0.1.0", now });
    clock.at += dayMs;
    await side.desk.erase("u-alice-1", clock.at);
    expect(await side.finishRestore(side.ledger)).toBeNull();
    await side.close();

    const restored = toLayout({ data: join(folder, "new"), keys: layout.keys });
    await restoreBackup(join(folder, "backup"), restored, { now });
    expect((await grepFiles(restored.data, ["u-alice-1"])).length).toBeGreaterThan(0);
    const again = await openSide(restored);
    expect(await again.finishRestore(again.ledger)).toEqual({ backedUpAt: start + 2 * dayMs, erasedAgain: 1 });
    expect(await grepFiles(restored.data, ["u-alice-1", "u-carol-3"])).toEqual([]);
    expect(await again.actions.find("forum", "2")).not.toBeNull();
    expect(existsSync(join(restored.data, restoredFile))).toBe(false);
    expect(await again.ledger.readEntry(again.ledger.size() - 1)).toMatchObject({
      type: "data_restored",
      times: { backed_up: start + 2 * dayMs, restored: start + 3 * dayMs },
    });
    expect(await again.finishRestore(again.ledger)).toBeNull();
    expect(readRestoredMark(restored.data)).toBeNull();
  });
});

import type { DecisionEvent, StatementFields } from "@breakwater/casework";
import { pieces } from "@breakwater/casework/testing";
import { afterEach, describe, expect, it } from "vitest";
import { createMemoryCaseworkStore } from "../casework/store/memory-casework-store.ts";
import { asToken, openTestFront } from "../http/testing/test-front.ts";
import { openState } from "../state/open-state.ts";
import { createSqliteOutbox, outboxMigrations } from "../state/sqlite-outbox.ts";
import { createSqliteTransactor } from "../state/sqlite-transactor.ts";
import { createStatementsRoutes } from "./routes.ts";
import { sendStatements } from "./send-statements.ts";
import { createStatementDesk } from "./statement-desk.ts";
import { createMemoryStatementStore } from "./memory-statement-store.ts";
import { createSqliteStatementStore, statementMigrations } from "./sqlite-statement-store.ts";
import { statementStoreLaw } from "./statement-store.law.ts";
import { openTransparencyDatabase } from "./testing/transparency-database.ts";

const openDb = () => openState(":memory:", { migrations: [...outboxMigrations, ...statementMigrations], now: () => 0 });

statementStoreLaw("memory", createMemoryStatementStore);
statementStoreLaw("sqlite", () => createSqliteStatementStore(openDb()));

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const token = "1|sandbox";
const monday = Date.UTC(2026, 2, 2, 9);

async function openDesk({ isOn = true, sent = token }: { readonly isOn?: boolean; readonly sent?: string } = {}) {
  const database = await openTransparencyDatabase(token);
  closers.push(database.close);
  const casework = createMemoryCaseworkStore();
  const db = openDb();
  const [store, outbox] = [createSqliteStatementStore(db), createSqliteOutbox(db)];
  const clock = { at: monday };
  const waits: (readonly [why: string, count: number])[] = [];
  const desk = createStatementDesk({
    transactor: createSqliteTransactor(db),
    store,
    casework,
    outbox,
    servesEuropeanUnion: true,
    send: isOn ? (statements) => sendStatements(statements, { url: `${database.url}/`, token: sent }) : null,
    onLater: (why, count) => void waits.push([why, count]),
    now: () => clock.at,
    random: () => 0.5,
  });
  let serial = 0;
  const decide = async (
    more: Partial<StatementFields> = {},
    types: readonly ["mute"] | readonly ["warning"] = ["mute"],
  ) => {
    serial += 1;
    const opening = pieces.actionOpening(`a${serial}`, types);
    const statement = opening.statement === null ? null : { ...opening.statement, ...more };
    const event: DecisionEvent = {
      kind: "decision_opened",
      opening: { ...opening, statement },
      reviewAt: {},
      at: clock.at,
      by: "system",
      as: "system",
    };
    await casework.appendEvent({ object: "decision", id: `d-a${serial}`, version: 1, event });
  };
  const statuses = async () => store.count();
  return { database, desk, store, decide, clock, outbox, statuses, waits };
}

describe("createStatementDesk()", () => {
  it("sends every restriction once, at most a hundred at a time, and nothing that restricts nothing", async () => {
    const { database, desk, decide, statuses } = await openDesk();
    for (let count = 0; count < 230; count += 1) await decide();
    await decide({}, ["warning"]);
    expect(await desk.tick()).toBe(230);
    expect(await desk.tick()).toBe(0);
    expect(database.calls).toEqual([100, 100, 30]);
    expect(database.stored.size).toBe(230);
    expect(await statuses()).toEqual({ queued: 0, accepted: 230, refused: 0, withheld: 0 });
  });

  it("does not send again what was stored while the answer was lost", async () => {
    const { database, desk, decide, clock, statuses } = await openDesk();
    for (let count = 0; count < 3; count += 1) await decide();
    database.next.push("lose_answer");
    await desk.tick();
    expect(await statuses()).toMatchObject({ queued: 3, accepted: 0 });
    // Others come meanwhile, and go in the same call.
    await decide();
    clock.at += 60_000;
    await desk.tick();
    expect(await statuses()).toMatchObject({ queued: 0, accepted: 4 });
    expect(database.stored.size).toBe(4);
  });

  it("waits longer each time, as long as it is asked to, and loses nothing", async () => {
    const { database, desk, decide, clock, statuses } = await openDesk();
    await decide();
    database.next.push("429", "503", "garbage");
    await desk.tick();
    clock.at += 119_000;
    await desk.tick();
    expect(database.next).toHaveLength(2);
    clock.at += 2_000;
    await desk.tick();
    expect(database.next).toHaveLength(1);
    clock.at += 31_000;
    await desk.tick();
    clock.at += 100_000;
    expect(await desk.tick()).toBe(1);
    expect(await statuses()).toMatchObject({ accepted: 1 });
  });

  it("sends again later what was refused because of what was not sent, and says so", async () => {
    const { database, desk, decide, clock, statuses, waits } = await openDesk();
    await decide();
    await decide();
    database.next.push("blame_others", "garbage", "503");
    for (let tick = 0; tick < 3; tick += 1) {
      await desk.tick();
      expect(await statuses()).toMatchObject({ queued: 2 });
      clock.at += 600_000;
    }
    expect(waits).toEqual([
      ["answered_422_unread", 2],
      ["answered_422_unread", 2],
      ["answered_503", 2],
    ]);
    expect(await desk.tick()).toBe(2);
  });

  it("takes no other statement down with one that is refused, and says which field it was", async () => {
    const { desk, decide, store, statuses, database } = await openDesk();
    await decide();
    // Allowed by nobody's list but well-formed to a careless eye.
    await decide({ category_specification: ["KEYWORD_STALKING"] });
    await decide();
    await desk.tick();
    // Our own rules stop it before the database would.
    expect(await statuses()).toMatchObject({ accepted: 2, withheld: 1, refused: 0 });
    expect((await store.find("d-a2"))?.faults).toEqual(["category_specification"]);
    expect(database.calls).toEqual([2]);
  });

  it("marks what the database refuses, and what somebody else has the puid of", async () => {
    const { desk, decide, store, statuses, database } = await openDesk();
    await decide();
    // The list of two letters is the database's to know; ours is ISO 639-1 and stricter than its pattern here.
    await decide({ category: "STATEMENT_CATEGORY_VIOLENCE", puid: "taken" });
    (database.stored as Map<string, unknown>).set("taken", {});
    await desk.tick();
    expect(await store.find("taken")).toMatchObject({ status: "refused", faults: ["puid"] });
    expect(await statuses()).toMatchObject({ accepted: 1, refused: 1 });
  });

  it("keeps what names a person from going out, and tells that it does not add up, once a night", async () => {
    const { desk, decide, outbox, clock, database } = await openDesk();
    await desk.tick();
    await decide({ decision_facts: "The account of li.lei@example.com posted." });
    await decide();
    await desk.tick();
    expect(database.stored.size).toBe(1);
    const told = async () => (await outbox.readAfter(0, 99)).filter(({ kind }) => kind === "statements.unreconciled");
    expect(await told()).toEqual([]);
    clock.at += 86_400_000;
    await desk.tick();
    await desk.tick();
    expect((await told()).map(({ data }) => data)).toEqual([
      { restrictions: 2, statements: 2, queued: 0, accepted: 1, refused: 0, withheld: 1 },
    ]);
    expect(await desk.newest()).toMatchObject({ at: clock.at, withheld: 1 });
  });

  it("sends nothing while it is off or its token is not taken, and keeps all of it", async () => {
    for (const options of [{ isOn: false }, { sent: "another" }]) {
      const { desk, decide, statuses, database, waits } = await openDesk(options);
      await decide();
      expect(await desk.tick()).toBe(0);
      expect(waits).toEqual(options.isOn === false ? [] : [["answered_401", 1]]);
      expect(database.stored.size).toBe(0);
      expect(await statuses()).toMatchObject({ queued: 1 });
    }
  });
});

describe("/v1/statements", () => {
  it("gives what may be published, and nothing of what may not", async () => {
    const { desk, decide } = await openDesk();
    await decide({ decision_facts: '=1+1, "quoted"' });
    await decide({ decision_facts: "The account of li.lei@example.com posted." });
    await decide();
    await desk.tick();
    const front = await openTestFront(createStatementsRoutes({ statements: desk, platform: "forum" }));
    closers.push(() => front.app.close());
    const get = (path: string, scopes?: readonly string[]): Promise<Response> =>
      fetch(`${front.url}/v1/statements${path}`, { headers: asToken(scopes) });
    expect((await get("", ["figures:read"])).status).toBe(403);
    const first = (await (await get("?limit=2")).json()) as { items: readonly unknown[]; nextCursor: string };
    expect(first.items).toMatchObject([
      { puid: "d-a1", status: "accepted", fields: { puid: "d-a1" } },
      { puid: "d-a2", status: "withheld", faults: ["decision_facts"], fields: null },
    ]);
    const second = (await (await get(`?cursor=${first.nextCursor}`)).json()) as { items: readonly unknown[] };
    expect(second).toMatchObject({ items: [{ puid: "d-a3" }], nextCursor: null });
    expect((await get("?cursor=x")).status).toBe(400);
    expect(await (await get("/reconciliation")).json()).toMatchObject({ addsUp: false });
    const csv = await (await get("/export.csv")).text();
    expect(csv).toMatch(/^platform_name,status,uuid,puid,/);
    expect(csv).toContain(`"'=1+1, ""quoted"""`);
    expect(csv.split("\r\n")).toHaveLength(4);
    const lines = (await (await get("/export.ndjson")).text()).trim().split("\n");
    expect(lines.map((line) => (JSON.parse(line) as { puid: string }).puid)).toEqual(["d-a1", "d-a3"]);
    expect(csv + lines.join("")).not.toContain("li.lei");
  });
});

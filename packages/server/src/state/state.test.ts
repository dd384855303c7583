import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createMemoryOutbox } from "./memory-state.ts";
import type { Migration } from "./migration.ts";
import { openState } from "./open-state.ts";
import { outboxLaw } from "./outbox.law.ts";
import { createSqliteOutbox, outboxMigrations } from "./sqlite-outbox.ts";
import { createSqliteTransactor } from "./sqlite-transactor.ts";

const now = (): number => 1_700_000_000_000;
const openWith = (path: string, migrations: readonly Migration[]) => openState(path, { migrations, now });
const scratch = (): string => join(mkdtempSync(join(tmpdir(), "breakwater-state-")), "state.sqlite");

outboxLaw("memory", createMemoryOutbox);
outboxLaw("sqlite", () => createSqliteOutbox(openWith(":memory:", outboxMigrations)));

describe("openState()", () => {
  const one = { id: "x-001", sql: "CREATE TABLE x (a INTEGER) STRICT; INSERT INTO x VALUES (7);" };
  const two = { id: "x-002", sql: "ALTER TABLE x ADD COLUMN b TEXT;" };

  it("applies what is missing, once, and backs up before", () => {
    const path = scratch();
    openWith(path, [one]).close();
    expect(existsSync(`${path}.before-x-001`)).toBe(false);
    const db = openWith(path, [one, two]);
    expect(db.prepare("SELECT a, b FROM x").get()).toEqual({ a: 7, b: null });
    db.close();
    const before = openWith(`${path}.before-x-002`, [one]);
    expect(before.prepare("SELECT * FROM x").get()).toEqual({ a: 7 });
    before.close();
    openWith(path, [one, two]).close();
  });

  it("leaves everything as it was where a step fails", () => {
    const path = scratch();
    openWith(path, [one]).close();
    expect(() => openWith(path, [one, two, { id: "x-003", sql: "CREATE TABLE x (a)" }])).toThrow("already exists");
    const db = openWith(path, [one]);
    expect(db.prepare("SELECT * FROM x").get()).toEqual({ a: 7 });
    db.close();
  });

  it("refuses a database of a newer version", () => {
    const path = scratch();
    openWith(path, [one, two]).close();
    expect(() => openWith(path, [one])).toThrow("newer");
  });
});

describe("createSqliteTransactor()", () => {
  it("commits units one after the other, and undoes the one that fails", async () => {
    const db = openWith(":memory:", [{ id: "x-001", sql: "CREATE TABLE x (a INTEGER) STRICT" }]);
    const transactor = createSqliteTransactor(db);
    let commits = 0;
    transactor.onCommit(() => (commits += 1));
    const insert = (a: number) => async (): Promise<number> => {
      db.prepare("INSERT INTO x VALUES (?)").run(a);
      await Promise.resolve();
      if (a === 2) throw new Error("no");
      return a;
    };
    const results = await Promise.allSettled([1, 2, 3].map((a) => transactor.run(insert(a))));
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(db.prepare("SELECT a FROM x ORDER BY a").all()).toEqual([{ a: 1 }, { a: 3 }]);
    expect(commits).toBe(2);
  });
});

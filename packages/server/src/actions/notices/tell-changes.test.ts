import { describe, expect, it } from "vitest";
import { openState } from "../../state/open-state.ts";
import { createSqliteOutbox, outboxMigrations } from "../../state/sqlite-outbox.ts";
import { createSqliteTransactor } from "../../state/sqlite-transactor.ts";
import { toTestAction } from "../action-log.law.ts";
import { createMemoryActionLog } from "../memory-action-log.ts";
import { actionsMigrations, createMemoryNoticeCursor, createSqliteNoticeCursor } from "./notice-cursor.ts";
import { tellChanges } from "./tell-changes.ts";

const at = 1_700_000_000_000;

describe("tellChanges()", () => {
  it("tells each edit and deletion once, with source and id only, also where it was cut off before", async () => {
    const db = openState(":memory:", { migrations: [...outboxMigrations, ...actionsMigrations], now: () => at });
    const log = createMemoryActionLog();
    const outbox = createSqliteOutbox(db);
    const followed: string[] = [];
    const follow = async (changes: readonly { readonly id: string }[]): Promise<void> => {
      followed.push(...changes.map(({ id }) => id));
    };
    const deps = { log, outbox, transactor: createSqliteTransactor(db), cursor: createSqliteNoticeCursor(db), follow };
    const told = async (): Promise<readonly unknown[]> =>
      (await outbox.readAfter(0, 5000)).map(({ kind, data }) => [kind, data]);

    await log.append(
      "forum",
      Array.from({ length: 1200 }, (_, i) => toTestAction(String(i))),
      at,
    );
    expect(await tellChanges(deps, at)).toBe(0);
    await log.edit("forum", "1", "a secret", at);
    await log.remove("forum", "2", at);
    const failing = { ...outbox, append: async () => Promise.reject(new Error("no")) };
    await expect(tellChanges({ ...deps, outbox: failing }, at)).rejects.toThrow("no");
    const unfollowed = { ...deps, follow: async () => Promise.reject(new Error("not now")) };
    await expect(tellChanges(unfollowed, at)).rejects.toThrow("not now");
    expect(await told()).toEqual([]);
    expect(await tellChanges(deps, at)).toBe(2);
    expect(followed).toEqual(["1", "2"]);
    expect(await tellChanges(deps, at)).toBe(0);
    expect(await told()).toEqual([
      ["action.edited", { source: "forum", id: "1" }],
      ["action.deleted", { source: "forum", id: "2" }],
    ]);
    expect(await log.eraseAccount("a", at)).toBe(1199);
    expect(await tellChanges(deps, at)).toBe(1199);
    expect(await told()).toHaveLength(1201);
  });

  it("has a cursor that says what was written last", async () => {
    const db = openState(":memory:", { migrations: actionsMigrations, now: () => at });
    for (const cursor of [createSqliteNoticeCursor(db), createMemoryNoticeCursor()]) {
      expect(await cursor.read()).toBe(0);
      await cursor.write(7);
      await cursor.write(9);
      expect(await cursor.read()).toBe(9);
    }
  });
});

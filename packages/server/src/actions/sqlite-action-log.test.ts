import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { toTestAction } from "./action-log.law.ts";
import type { Appended } from "./action-log.ts";
import { openActionLog, type ActionLogOptions } from "./sqlite-action-log.ts";
import { openActionLogReader } from "./sqlite-action-log-reader.ts";

const day = 86_400_000;
const noon = 20_000 * day + day / 2;
const place = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

let folder: string;
let log: ReturnType<typeof openActionLog>;
const open = (options: ActionLogOptions = {}): ReturnType<typeof openActionLog> =>
  (log = openActionLog(folder, options));
beforeEach(() => {
  folder = mkdtempSync(join(place, "breakwater-actions-"));
});
afterEach(() => {
  log.close();
  rmSync(folder, { recursive: true, force: true });
});

const put = (id: string, at = noon, text = `text of ${id}`): Promise<readonly Appended[]> =>
  log.append("forum", [toTestAction(id, { text, account: `account-${id}` })], at);

/** The files of the log in which a text stands. */
const filesWith = (text: string): readonly string[] =>
  readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(text));

describe("what goes is gone from the files", () => {
  it("by edits, removals and erasures, on every day", async () => {
    open();
    // Texts longer than a page, so that overflow pages have to be cleared as well.
    const secret = (id: string): string => `secret-${id}-${"x".repeat(9000)}-secret-${id}-end`;
    for (const id of ["edited", "removed", "erased"]) {
      for (const days of [0, 1, 3]) await put(`${id}${days}`, noon + days * day, secret(`${id}${days}`));
    }
    const now = noon + 3 * day;
    for (const days of [0, 1, 3]) {
      await log.edit("forum", `edited${days}`, "harmless", now);
      await log.remove("forum", `removed${days}`, now);
      await log.eraseAccount(`account-erased${days}`, now);
    }
    await log.dropDeleted();
    expect(filesWith("secret-")).toEqual([]);
    expect(filesWith("account-erased")).toEqual([]);
    expect(filesWith("harmless")).not.toEqual([]);
  });

  it("also where the new text of an old action waited in the current segment", async () => {
    open();
    await put("1");
    await log.edit("forum", "1", "passing-through", noon + 2 * day);
    await log.remove("forum", "1", noon + 2 * day);
    await log.dropDeleted();
    expect(filesWith("passing-through")).toEqual([]);
  });

  it("by retention: the files themselves", async () => {
    open();
    await put("1");
    await put("2", noon + day);
    expect(filesWith("text of 1")).not.toEqual([]);
    await log.deleteBefore(noon + day);
    expect(readdirSync(folder).filter((name) => name.includes("2024-10-04"))).toEqual([]);
    expect(filesWith("text of 1")).toEqual([]);
  });

  it("while somebody reads beside it", async () => {
    open();
    await put("1", noon, "secret");
    const reader = openActionLogReader(folder);
    expect(await reader.read(0, 9)).toHaveLength(1);
    await log.remove("forum", "1", noon);
    await log.dropDeleted();
    expect(filesWith("secret")).toEqual([]);
    expect(await reader.read(0, 9)).toEqual([{ offset: 2, kind: "deletion", source: "forum", id: "1" }]);
    reader.close();
  });
});

describe("a full disk", () => {
  const big = "x".repeat(3000);
  it("fails clearly, loses nothing, and takes more once there is room", async () => {
    open({ limits: { bytesMax: 400_000 } });
    let stored = 0;
    const fill = async (): Promise<void> => {
      for (;;) {
        await put(String(stored), noon, big);
        stored++;
      }
    };
    await expect(fill()).rejects.toMatchObject({ code: "disk_full" });
    expect(stored).toBeGreaterThan(50);
    // A group in which one has no room: the others are stored.
    const outcomes = await Promise.allSettled([
      put("small", noon, ""),
      put("big", noon, big.repeat(3)),
      put("more", noon, ""),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(await log.read(0, 1000)).toHaveLength(stored + 2);
    expect(await log.latest()).toBe(stored + 2);
    for (let i = 0; i < 9; i++) expect(await log.remove("forum", String(i), noon)).toBe(true);
    expect(await put("again", noon, big)).toEqual([{ kind: "stored", offset: stored + 12 }]);
    expect(await put("big", noon, big.repeat(3))).toEqual([{ kind: "stored", offset: stored + 13 }]);
    log.close();
    open();
    expect(await log.latest()).toBe(stored + 13);
    expect((await log.stats()).actions).toBe(stored + 2 - 9 + 2);
    expect(await put("0")).toEqual([{ kind: "duplicate" }]);
  });
});

describe("one writer and its readers", () => {
  it("refuses a second writer, until the first is closed", async () => {
    open();
    expect(() => openActionLog(folder)).toThrow("Another process writes");
    log.close();
    open();
    expect(await put("1")).toHaveLength(1);
  });

  it("shows readers what is durable, over new and dropped segments", async () => {
    open();
    const reader = openActionLogReader(folder);
    expect(await reader.read(0, 9)).toEqual([]);
    expect(await reader.latest()).toBe(0);
    for (let i = 0; i < 4; i++) {
      await put(String(i), noon + i * day);
      expect((await reader.read(0, 9)).map(({ offset }) => offset)).toEqual(
        Array.from({ length: i + 1 }, (_, n) => n + 1),
      );
      expect(await reader.latest()).toBe(i + 1);
    }
    expect((await reader.read(1, 2)).map(({ offset }) => offset)).toEqual([2, 3]);
    await log.deleteBefore(noon + 2 * day);
    expect((await reader.read(0, 9)).map(({ offset }) => offset)).toEqual([3, 4]);
    reader.close();
  });

  it("reads past what has nothing to tell any more", async () => {
    open();
    await put("1");
    for (let i = 0; i < 20; i++) await log.edit("forum", "1", String(i), noon);
    await log.remove("forum", "1", noon);
    await put("2");
    expect((await log.read(0, 1)).map(({ kind }) => kind)).toEqual(["deletion"]);
    expect((await log.read(0, 2)).map(({ kind }) => kind)).toEqual(["deletion", "action"]);
  });

  it("closes with what was asked before it durable", async () => {
    open();
    const asked = [put("1"), put("2")];
    log.close();
    await Promise.all(asked);
    await expect(put("3")).rejects.toMatchObject({ code: "closed" });
    open();
    expect(await log.latest()).toBe(2);
  });
});

describe("what a kill may leave", () => {
  const newest = "actions-2024-10-05.sqlite";
  it("a segment that was made and not begun", async () => {
    open();
    await put("1");
    log.close();
    writeFileSync(join(folder, newest), "");
    const reader = openActionLogReader(folder);
    expect(await reader.latest()).toBe(1);
    open();
    expect(await put("2", noon)).toEqual([{ kind: "stored", offset: 2 }]);
    expect(await reader.read(0, 9)).toHaveLength(2);
    reader.close();
  });

  it("a deletion of a segment that was cut off", async () => {
    open();
    await put("1");
    log.close();
    for (const ending of ["-wal", "-shm"]) writeFileSync(join(folder, `actions-2024-01-01.sqlite${ending}`), "secret");
    open();
    expect(filesWith("secret")).toEqual([]);
  });

  it("a change of an older segment that was noted and not done", async () => {
    open();
    await put("1", noon - day);
    await put("2", noon - day);
    await put("3", noon);
    log.close();
    const db = new DatabaseSync(join(folder, "actions-2024-10-04.sqlite"));
    db.exec(`INSERT INTO pending VALUES ('forum', '1', '[1]', NULL), ('forum', '2', '[2]', 'new')`);
    db.close();
    for (let i = 0; i < 2; i++) {
      open();
      expect(await log.read(0, 9)).toEqual([
        {
          offset: 2,
          kind: "action",
          source: "forum",
          action: toTestAction("2", { text: "new", account: "account-2" }),
        },
        { offset: 3, kind: "action", source: "forum", action: toTestAction("3", { account: "account-3" }) },
        { offset: 4, kind: "deletion", source: "forum", id: "1" },
        expect.objectContaining({ offset: 5, kind: "edit", id: "2" }) as unknown,
      ]);
      expect(await put("1")).toEqual([{ kind: "duplicate" }]);
      log.close();
    }
    open();
  });
});

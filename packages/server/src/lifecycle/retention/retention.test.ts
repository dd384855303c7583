import { randomBytes } from "node:crypto";
import { utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createActionDoor } from "@breakwater/intake";
import { beforeEach, describe, expect, it } from "vitest";
import { openDirectoryPseudonymKeys } from "../../actions/pseudonyms/directory-pseudonym-keys.ts";
import { pseudonymEpochMs } from "../../actions/pseudonyms/pseudonym-keys.ts";
import { openActionLog } from "../../actions/sqlite-action-log.ts";
import { dropDeleted } from "../../sqlite/database.ts";
import { createMemoryOutbox, createMemoryTransactor } from "../../state/memory-state.ts";
import { openState } from "../../state/open-state.ts";
import { createSqliteOutbox, outboxMigrations } from "../../state/sqlite-outbox.ts";
import { createSqliteTransactor } from "../../state/sqlite-transactor.ts";
import { grepFiles } from "../grep-files.ts";
import { lifecycleMigrations } from "../migrations.ts";
import { openErasureRegister } from "../records/erasure-register.ts";
import { makeLayout, makeScratch } from "../testing/sample-layout.ts";
import { createClockWatch, holdMs } from "./clock-watch.ts";
import { createMemoryRetentionStore } from "./memory-retention-store.ts";
import { retentionStoreLaw } from "./retention-store.law.ts";
import { createRetention, type Retention, type RetentionDeps } from "./retention.ts";
import type { RetentionRule } from "./rule.ts";
import {
  createActionsRule,
  createErasureRegisterRule,
  createErasuresRule,
  createEvidenceRule,
  createMigrationCopiesRule,
  createNoticesRule,
  createPseudonymKeysRule,
  createReportsRule,
  createSketchesRule,
  dayMs,
  hourMs,
  migrationCopyMs,
} from "./rules.ts";
import { createSqliteRetentionStore } from "./sqlite-retention-store.ts";

const start = Date.UTC(2026, 6, 1);
const open = (path: string) =>
  openState(path, { migrations: [...outboxMigrations, ...lifecycleMigrations], now: () => start });

retentionStoreLaw("memory", createMemoryRetentionStore);
retentionStoreLaw("sqlite", () => createSqliteRetentionStore(open(":memory:")));

describe("createRetention()", () => {
  const clock = { at: start };
  let outbox: ReturnType<typeof createMemoryOutbox>;
  let deps: Omit<RetentionDeps, "rules">;
  let failures: string[];
  beforeEach(() => {
    clock.at = start;
    outbox = createMemoryOutbox();
    failures = [];
    deps = {
      store: createMemoryRetentionStore(),
      transactor: createMemoryTransactor(),
      outbox,
      now: () => clock.at,
      monotonicMs: () => clock.at,
      dropDeleted: async () => undefined,
      onFailure: (rule) => failures.push(rule),
      partsMax: 3,
    };
  });
  /** Has so many things to delete, some in each part. */
  const createRule = (name: RetentionRule["name"], left: { count: number; failures?: number }): RetentionRule => ({
    name,
    periodMs: dayMs,
    everyMs: hourMs,
    run: async () => {
      if ((left.failures ?? 0) > 0) {
        left.failures = (left.failures ?? 0) - 1;
        throw Object.assign(new Error("text of a post"), { code: "disk_full" });
      }
      const part = Math.min(10, left.count);
      left.count -= part;
      return { deleted: { [name]: part }, isOver: left.count === 0 };
    },
  });
  const create = (...rules: readonly RetentionRule[]): Retention => createRetention({ ...deps, rules });

  it("runs what is due, tells what went, and is quiet where nothing did", async () => {
    const left = { count: 12 };
    const retention = create(createRule("reports", left), createRule("evidence", { count: 0 }));
    expect(await retention.tick()).toEqual({ deleted: { reports: { reports: 12 } }, failed: [], isClockHeld: false });
    expect(await outbox.readAfter(0, 9)).toEqual([
      { sequence: 1, at: start, kind: "retention.ran", data: { deleted: { reports: 12 }, failed: [] } },
    ]);
    left.count = 5;
    clock.at += hourMs - 1;
    expect(await retention.tick()).toEqual({ deleted: {}, failed: [], isClockHeld: false });
    clock.at += 1;
    expect(await retention.tick()).toMatchObject({ deleted: { reports: { reports: 5 } } });
    expect(await retention.states()).toEqual([
      { name: "reports", periodMs: dayMs, ranAt: start + hourMs, deleted: { reports: 17 }, failure: null },
      { name: "evidence", periodMs: dayMs, ranAt: start + hourMs, deleted: { evidence: 0 }, failure: null },
    ]);
    expect(await outbox.latest()).toBe(2);
  });

  it("goes on at the next tick with what was too much for one, also after a restart", async () => {
    const left = { count: 75 };
    expect(await create(createRule("reports", left)).tick()).toMatchObject({ deleted: { reports: { reports: 30 } } });
    const restarted = create(createRule("reports", left));
    expect(await restarted.tick()).toMatchObject({ deleted: { reports: { reports: 30 } } });
    expect(await restarted.tick()).toMatchObject({ deleted: { reports: { reports: 15 } } });
    expect(await restarted.tick()).toMatchObject({ deleted: {} });
    expect((await restarted.states())[0]?.deleted).toEqual({ reports: 75 });
  });

  it("counts what fails, without its words, tries it again, and runs the others", async () => {
    const retention = create(createRule("evidence", { count: 1, failures: 1 }), createRule("reports", { count: 2 }));
    expect(await retention.tick()).toEqual({
      deleted: { reports: { reports: 2 } },
      failed: ["evidence"],
      isClockHeld: false,
    });
    expect(failures).toEqual(["evidence"]);
    const told = JSON.stringify([await outbox.readAfter(0, 9), await retention.states()]);
    expect(told).toContain("disk_full");
    expect(told).not.toContain("text of a post");
    expect(await retention.tick()).toEqual({ deleted: { evidence: { evidence: 1 } }, failed: [], isClockHeld: false });
  });

  it("wipes again what could not be wiped while somebody read, and ends no process by it", async () => {
    let [reads, wipes] = [true, 0];
    const dropDeleted = async (): Promise<void> => {
      if (reads) throw new Error("still being read");
      wipes += 1;
    };
    deps = { ...deps, dropDeleted };
    const retention = create(createRule("reports", { count: 2 }));
    expect(await retention.tick()).toMatchObject({ deleted: { reports: { reports: 2 } }, failed: [] });
    expect(failures).toEqual(["files"]);
    reads = false;
    for (let i = 0; i < 3; i++) await retention.tick();
    expect(wipes).toBe(1);
  });

  it("runs once where it is called twice at a time", async () => {
    const retention = create(createRule("reports", { count: 12 }));
    const [one, other] = await Promise.all([retention.tick(), retention.tick()]);
    expect(one).toBe(other);
    expect(await outbox.latest()).toBe(1);
  });

  it("deletes nothing for a day after the clock was set forward, unless it is set back", async () => {
    let monotonic = 0;
    deps = { ...deps, monotonicMs: () => monotonic };
    const left = { count: 1 };
    const retention = create(createRule("reports", left));
    const pass = (wall: number, real: number): void => {
      clock.at += wall;
      monotonic += real;
    };
    await retention.tick();
    left.count = 9;
    pass(9 * 365 * dayMs, 60_000);
    expect(await retention.tick()).toEqual({ deleted: {}, failed: [], isClockHeld: true });
    pass(hourMs, hourMs);
    expect(await retention.tick()).toMatchObject({ isClockHeld: true });
    pass(-9 * 365 * dayMs, 0);
    expect(await retention.tick()).toMatchObject({ isClockHeld: false, deleted: { reports: { reports: 9 } } });
    pass(9 * 365 * dayMs, 60_000);
    await retention.tick();
    left.count = 4;
    pass(holdMs, holdMs);
    expect(await retention.tick()).toMatchObject({ isClockHeld: false, deleted: { reports: { reports: 4 } } });
  });

  it("runs on where the clock was set back behind its last run", async () => {
    const left = { count: 1 };
    const retention = create(createRule("reports", left));
    await retention.tick();
    clock.at -= 30 * dayMs;
    left.count = 2;
    expect(await retention.tick()).toMatchObject({ deleted: { reports: { reports: 2 } } });
  });

  it("refuses two rules of one name", () => {
    expect(() => create(createRule("reports", { count: 1 }), createRule("reports", { count: 1 }))).toThrow("one name");
  });
});

describe("createClockWatch()", () => {
  it("trusts a clock that keeps step, is slow, or goes back, and a machine that slept for less than an hour", () => {
    const { isTrusted } = createClockWatch();
    const steps = [
      [0, 0],
      [1000, 1000],
      [59 * 60_000, 1000],
      [-5 * dayMs, 1000],
      [0, 90_000],
    ] as const;
    let [wall, monotonic] = [start, 0];
    for (const [gain, passed] of steps) {
      wall += gain;
      monotonic += passed;
      expect(isTrusted(wall, monotonic)).toBe(true);
    }
  });
});

describe("rules", () => {
  it("actions, notices: what is older than its period goes, and nothing younger", async () => {
    const layout = makeLayout(makeScratch());
    const db = open(layout.state);
    const [outbox, transactor] = [createSqliteOutbox(db), createSqliteTransactor(db)];
    const log = openActionLog(layout.actions);
    const post = (id: string) => ({ id, at: start, account: "a", kind: "post" as const, objects: [] });
    for (let i = 0; i < 20; i++) {
      await log.append("forum", [post(`p${i}`)], start + i * dayMs);
      await transactor.run(() => outbox.append("x", i, start + i * dayMs));
    }
    const now = start + 20 * dayMs;
    expect(await createActionsRule(log, 14 * dayMs).run(now)).toEqual({
      deleted: { actions: 6, segments: 6 },
      isOver: true,
    });
    expect(await log.find("forum", "p5")).toBeNull();
    expect(await log.find("forum", "p6")).not.toBeNull();
    const notices = createNoticesRule(outbox, transactor, 15 * dayMs);
    expect(await notices.run(now)).toEqual({ deleted: { notices: 5 }, isOver: true });
    expect(await notices.run(now)).toEqual({ deleted: { notices: 0 }, isOver: true });
    expect(await outbox.first()).toBe(6);
    log.close();
    db.close();
  });

  it("pseudonym keys: those of an epoch that is over leave no byte in any file", async () => {
    const folder = makeScratch();
    const keys = openDirectoryPseudonymKeys(folder, { randomBytes });
    const { key } = await keys.keyAt(start);
    const rule = createPseudonymKeysRule(keys, pseudonymEpochMs);
    expect(await rule.run(start)).toEqual({ deleted: { keys: 0 }, isOver: true });
    const over = start + pseudonymEpochMs;
    await keys.keyAt(over);
    expect(await rule.run(over)).toEqual({ deleted: { keys: 1 }, isOver: true });
    expect(await keys.listEpochs()).toHaveLength(1);
    expect(await grepFiles(folder, [Buffer.from(key).toString("latin1")])).toEqual([]);
  });

  it.each([
    ["sketches", (ask: (at: number, limit: number) => Promise<number>) => createSketchesRule({ forgetBefore: ask })],
    [
      "reports",
      (ask: (at: number, limit: number) => Promise<number>) => createReportsRule({ deleteBefore: ask }, 90 * dayMs),
    ],
    [
      "evidence",
      (ask: (at: number, limit: number) => Promise<number>) =>
        createEvidenceRule({ destroyExpired: (now, limit) => ask(now - 90 * dayMs, limit) }),
    ],
  ])("%s: asked part by part, until nothing is left", async (name, create) => {
    const asked: number[] = [];
    const answers = [100, 40, 0];
    const rule = create(async (at) => {
      asked.push(at);
      return answers.shift() ?? 0;
    });
    const parts = [await rule.run(start), await rule.run(start), await rule.run(start)];
    expect(parts.map(({ deleted, isOver }) => [deleted[name], isOver])).toEqual([
      [100, false],
      [40, false],
      [0, true],
    ]);
    expect(asked).toEqual([start, start, start].map((at) => at - 90 * dayMs));
  });

  it("copies from before a migration go after a week; the register of erasures after 400 days", async () => {
    const layout = makeLayout(makeScratch());
    for (const [name, days] of [
      ["old", 8],
      ["new", 6],
    ] as const) {
      const copy = `${layout.state}.before-${name}`;
      writeFileSync(copy, "x");
      utimesSync(copy, (start - days * dayMs) / 1000, (start - days * dayMs) / 1000);
    }
    const rule = createMigrationCopiesRule(layout);
    expect(rule.periodMs).toBe(migrationCopyMs);
    expect((await rule.run(start)).deleted).toEqual({ copies: 1 });
    expect((await rule.run(start)).deleted).toEqual({ copies: 0 });
    const register = openErasureRegister(layout.keys);
    await register.append({ account: "a", at: start - 401 * dayMs });
    await register.append({ account: "b", at: start - 399 * dayMs });
    expect((await createErasureRegisterRule(register).run(start)).deleted).toEqual({ erasures: 1 });
    expect(await register.listSince(0)).toEqual(["b"]);
  });

  it("erasures: goes on with those that are due", async () => {
    const rule = createErasuresRule({
      continueDue: async (at, limit) => ({ accounts: at === start ? limit : 1, erased: 7 }),
    });
    expect(await rule.run(start)).toEqual({ deleted: { records: 7 }, isOver: false });
    expect(await rule.run(start + 1)).toEqual({ deleted: { records: 7 }, isOver: true });
  });
});

it("no file of the data ever holds a raw address or a masked identifier, nor what was deleted once it was", async () => {
  const layout = makeLayout(makeScratch());
  const clock = { at: start };
  const db = open(layout.state);
  const [outbox, transactor] = [createSqliteOutbox(db), createSqliteTransactor(db)];
  const log = openActionLog(layout.actions);
  const keys = openDirectoryPseudonymKeys(layout.pseudonymKeys, { randomBytes });
  const door = createActionDoor({ pseudonymKey: (await keys.keyAt(clock.at)).key });
  const [address, device, phone, words] = ["203.0.113.77", "IMEI-490154203237518", "13800138000", "lighthouse keeper"];
  for (let i = 0; i < 40; i++) {
    const record = {
      id: `p${i}`,
      at: clock.at,
      account: "a",
      kind: "post",
      text: `${words} call ${phone} now`,
      network: { address },
      device,
    };
    const admitted = door.admit(record, { from: 0, to: clock.at + 1 });
    if (!("action" in admitted)) throw new Error(JSON.stringify(admitted));
    await log.append("forum", [admitted.action], clock.at);
  }
  expect(await grepFiles(layout.data, [address, device, phone])).toEqual([]);
  expect((await grepFiles(layout.data, [words])).length).toBeGreaterThan(0);
  const retention = createRetention({
    rules: [createActionsRule(log, 14 * dayMs), createNoticesRule(outbox, transactor, 30 * dayMs)],
    store: createSqliteRetentionStore(db),
    transactor,
    outbox,
    now: () => clock.at,
    monotonicMs: () => clock.at,
    dropDeleted: async () => dropDeleted(db),
    onFailure: (_, error) => {
      throw error;
    },
  });
  await retention.tick();
  clock.at += 16 * dayMs;
  expect(await retention.tick()).toMatchObject({ deleted: { actions: { actions: 40 } } });
  expect(await grepFiles(layout.data, [address, device, phone, words])).toEqual([]);
  log.close();
  db.close();
  expect(await grepFiles(join(layout.data, "actions"), [words])).toEqual([]);
});

import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { beforeEach, describe, expect, it } from "vitest";
import { createMemoryActionLog } from "../../actions/memory-action-log.ts";
import type { ActionLog } from "../../actions/action-log.ts";
import { openActionLog } from "../../actions/sqlite-action-log.ts";
import { dropDeleted } from "../../sqlite/database.ts";
import { createMemoryOutbox, createMemoryTransactor } from "../../state/memory-state.ts";
import { openState } from "../../state/open-state.ts";
import { createSqliteOutbox, outboxMigrations } from "../../state/sqlite-outbox.ts";
import { createSqliteTransactor } from "../../state/sqlite-transactor.ts";
import { grepFiles } from "../grep-files.ts";
import { lifecycleMigrations } from "../migrations.ts";
import { makeLayout, makeScratch } from "../testing/sample-layout.ts";
import { createActionLogHolder } from "./action-log-holder.ts";
import type { DataHolder } from "./data-holder.ts";
import { dataHolderLaw } from "./data-holder.law.ts";
import { createErasures, type EraseDeps } from "./erase-account.ts";
import { openErasureRegister } from "./erasure-register.ts";
import { createMemoryPendingErasures } from "./memory-pending-erasures.ts";
import { createMigrationCopiesHolder } from "./migration-copies-holder.ts";
import { pendingErasuresLaw } from "./pending-erasures.law.ts";
import { accessLimits, createRecordsDesk } from "./records-desk.ts";
import { createSqlitePendingErasures } from "./sqlite-pending-erasures.ts";
import type { AccessLine } from "./subject-access.ts";

const at = Date.UTC(2026, 6, 1);
const open = (path: string): DatabaseSync =>
  openState(path, { migrations: [...outboxMigrations, ...lifecycleMigrations], now: () => at });

pendingErasuresLaw("memory", createMemoryPendingErasures);
pendingErasuresLaw("sqlite", () => createSqlitePendingErasures(open(":memory:")));

const plantActions =
  (log: ActionLog) =>
  async (account: string, mark: string): Promise<void> => {
    const post = (id: string) => ({
      id: `${mark}-${id}`,
      at,
      account,
      kind: "post" as const,
      text: `${mark} says`,
      objects: [],
    });
    await log.append("forum", [post("1"), post("2"), post("3")], at);
    await log.append("forum", [post("4")], at + 86_400_000);
  };

dataHolderLaw("action log in memory", async () => {
  const log = createMemoryActionLog();
  return { holder: createActionLogHolder(log), plant: plantActions(log), folder: null, settle: async () => undefined };
});

dataHolderLaw("action log on disk", async () => {
  const folder = makeScratch();
  const log = openActionLog(folder);
  const holder = createActionLogHolder(log);
  // The platform's id of an action stands in its deletion: it is what makes the same action known when it is sent again.
  const plant = async (account: string, mark: string): Promise<void> => {
    const post = (id: string) => ({
      id: `${account.length}-${id}`,
      at,
      account,
      kind: "post" as const,
      text: `${mark} says`,
      objects: [],
    });
    await log.append(account === "account-of-one-7c1" ? "forum" : "shop", [post("1"), post("2")], at);
    await log.append(account === "account-of-one-7c1" ? "forum" : "shop", [post("3")], at + 86_400_000);
  };
  return { holder, plant, folder, settle: () => log.dropDeleted() };
});

describe("createMigrationCopiesHolder()", () => {
  it("removes the copies that name an account, and no other", async () => {
    const layout = makeLayout(makeScratch());
    for (const [name, account] of [
      ["one", "alice"],
      ["two", "bob"],
    ]) {
      const copy = new DatabaseSync(`${layout.state}.before-${name}`);
      copy.exec("CREATE TABLE t (account TEXT)");
      copy.prepare("INSERT INTO t VALUES (?)").run(account);
      copy.close();
    }
    writeFileSync(join(layout.data, "other"), "alice");
    const holder = createMigrationCopiesHolder(layout);
    const list = async (account: string) => {
      const found: unknown[] = [];
      for await (const { data } of holder.listOf(account)) found.push(data);
      return found;
    };
    expect(await list("alice")).toEqual([{ file: "state.sqlite.before-one" }]);
    expect(await holder.erase("alice", at)).toEqual({ erased: 1, keptBack: [] });
    expect(await list("alice")).toEqual([]);
    expect(await list("bob")).toHaveLength(1);
    expect(readFileSync(join(layout.data, "other"), "utf8")).toBe("alice");
  });
});

describe("openErasureRegister()", () => {
  it("lists what came since, an account once, also behind a line that was cut off", async () => {
    const keys = makeScratch();
    const register = openErasureRegister(keys);
    expect(await register.listSince(0)).toEqual([]);
    await register.append({ account: "a", at: 1 });
    writeFileSync(join(keys, "erasures.ndjson"), '{"account":"x","a', { flag: "a" });
    await register.append({ account: 'b "quoted"\n', at: 2 });
    await register.append({ account: "a", at: 3 });
    expect(await openErasureRegister(keys).listSince(0)).toEqual(["a", 'b "quoted"\n']);
    expect(await register.listSince(2)).toEqual(['b "quoted"\n', "a"]);
    expect(await register.forgetBefore(3)).toBe(2);
    expect(await register.forgetBefore(3)).toBe(0);
    expect(await register.listSince(0)).toEqual(["a"]);
  });
});

/** Holds back evidence until a time, and fails as often as it is told to. */
function createTestHolder(
  name: string,
): DataHolder & { readonly held: Map<string, number>; failures: number; until: number | null } {
  const held = new Map<string, number>();
  const holder = {
    name,
    held,
    failures: 0,
    until: null as number | null,
    async *listOf(account: string) {
      for (let i = 0; i < (held.get(account) ?? 0); i++) yield { kind: "note", at: i, data: { i } };
    },
    erase: async (account: string, now: number) => {
      if (holder.failures-- > 0) throw new Error("the disk is away");
      const count = held.get(account) ?? 0;
      if (holder.until !== null && now < holder.until && count > 0) {
        held.set(account, 1);
        return {
          erased: count - 1,
          keptBack: [{ kind: "note", count: 1, because: "decision-7", until: holder.until }],
        };
      }
      held.delete(account);
      return { erased: count, keptBack: [] };
    },
  };
  return holder;
}

describe("createErasures()", () => {
  let deps: EraseDeps;
  const [one, two] = ["notes", "more_notes"];
  let holders: readonly [ReturnType<typeof createTestHolder>, ReturnType<typeof createTestHolder>];
  let failures: string[];
  let outbox: ReturnType<typeof createMemoryOutbox>;
  beforeEach(() => {
    holders = [createTestHolder(one), createTestHolder(two)];
    for (const { held } of holders) held.set("alice", 3).set("bob", 2);
    failures = [];
    outbox = createMemoryOutbox();
    deps = {
      holders,
      pending: createMemoryPendingErasures(),
      register: openErasureRegister(makeScratch()),
      transactor: createMemoryTransactor(),
      outbox,
      dropDeleted: async () => undefined,
      onFailure: (holder) => failures.push(holder),
    };
  });

  it("erases in every holder and says how much, without saying whom", async () => {
    const report = await createErasures(deps).erase("alice", at);
    expect(report).toEqual({
      account: "alice",
      at,
      erased: { notes: 3, more_notes: 3 },
      keptBack: [],
      failed: [],
      dueAt: null,
    });
    expect(holders.map(({ held }) => [...held.keys()])).toEqual([["bob"], ["bob"]]);
    expect(await deps.pending.count()).toBe(0);
    expect(await deps.register.listSince(at)).toEqual(["alice"]);
    const told = await outbox.readAfter(0, 10);
    expect(told.map(({ kind }) => kind)).toEqual(["records.erased"]);
    expect(JSON.stringify(told)).not.toContain("alice");
  });

  it("keeps evidence of a decision in force back, says which and until when, and erases it then", async () => {
    holders[0].until = at + 40 * 86_400_000;
    const erasures = createErasures(deps);
    const report = await erasures.erase("alice", at);
    expect(report.erased).toEqual({ notes: 2, more_notes: 3 });
    expect(report.keptBack).toEqual([
      { holder: "notes", kind: "note", count: 1, because: "decision-7", until: holders[0].until },
    ]);
    expect(report.dueAt).toBe(holders[0].until);
    expect(await erasures.continueDue(holders[0].until - 1, 10)).toEqual({ accounts: 0, erased: 0 });
    expect(await erasures.continueDue(holders[0].until, 10)).toEqual({ accounts: 1, erased: 1 });
    expect(await deps.pending.count()).toBe(0);
  });

  it("goes on where one holder fails, and tries it again within the hour", async () => {
    holders[0].failures = 1;
    const erasures = createErasures(deps);
    const report = await erasures.erase("alice", at);
    expect(report).toMatchObject({ erased: { more_notes: 3 }, failed: ["notes"], dueAt: at + 3_600_000 });
    expect(failures).toEqual(["notes"]);
    expect(await erasures.continueDue(at + 3_600_000, 10)).toEqual({ accounts: 1, erased: 3 });
    expect(await deps.pending.find("alice")).toBeNull();
  });

  it("says where bytes could not be wiped because somebody reads, and wipes them later", async () => {
    let reads = true;
    const dropDeleted = async (): Promise<void> => {
      if (reads) throw new Error("still being read");
    };
    const erasures = createErasures({ ...deps, dropDeleted });
    expect(await erasures.erase("alice", at)).toMatchObject({
      erased: { notes: 3 },
      failed: ["files"],
      dueAt: at + 3_600_000,
    });
    expect(failures).toEqual(["files"]);
    reads = false;
    expect(await erasures.continueDue(at + 3_600_000, 10)).toEqual({ accounts: 1, erased: 0 });
    expect(await deps.pending.count()).toBe(0);
  });

  it("finishes what a crash cut off: the wish is written before the first record goes", async () => {
    const db = open(":memory:");
    const real = { ...deps, pending: createSqlitePendingErasures(db), transactor: createSqliteTransactor(db) };
    const [holder] = holders;
    const append = (): Promise<never> => Promise.reject(new Error("killed"));
    await expect(createErasures({ ...real, holders: [holder], outbox: { append } }).erase("alice", at)).rejects.toThrow(
      "killed",
    );
    expect(await real.pending.find("alice")).toEqual({ account: "alice", requestedAt: at, dueAt: at });
    expect(await createErasures(real).continueDue(at, 10)).toMatchObject({ accounts: 1, erased: 3 });
    expect(await real.pending.count()).toBe(0);
  });

  it("refuses two holders of one name", () => {
    expect(() => createErasures({ ...deps, holders: [holders[0], holders[0]] })).toThrow("one name");
  });

  it("leaves no byte of an account in any file of the data", async () => {
    const layout = makeLayout(makeScratch());
    mkdirSync(layout.actions, { recursive: true });
    const db = open(layout.state);
    const log = openActionLog(layout.actions);
    const post = (account: string, id: string) => ({
      id,
      at,
      account,
      kind: "post" as const,
      text: `by ${account}`,
      objects: [],
    });
    await log.append("forum", [post("u-alice-77", "1"), post("u-bob-88", "2")], at);
    const erasures = createErasures({
      ...deps,
      holders: [createActionLogHolder(log), createMigrationCopiesHolder(layout)],
      pending: createSqlitePendingErasures(db),
      transactor: createSqliteTransactor(db),
      outbox: createSqliteOutbox(db),
      dropDeleted: async () => dropDeleted(db),
    });
    expect((await grepFiles(layout.data, ["u-alice-77"])).length).toBeGreaterThan(0);
    expect(await erasures.erase("u-alice-77", at)).toMatchObject({ erased: { actions: 1 }, dueAt: null });
    expect(await grepFiles(layout.data, ["u-alice-77"])).toEqual([]);
    expect((await grepFiles(layout.data, ["u-bob-88"])).length).toBeGreaterThan(0);
    log.close();
    db.close();
  });
});

describe("createRecordsDesk()", () => {
  const makeDesk = (count: number) => {
    const holder = createTestHolder("notes");
    holder.held.set("alice", count);
    const pending = createMemoryPendingErasures();
    const transactor = createMemoryTransactor();
    const erasures = createErasures({
      holders: [holder],
      pending,
      transactor,
      register: openErasureRegister(makeScratch()),
      outbox: createMemoryOutbox(),
      dropDeleted: async () => undefined,
      onFailure: () => undefined,
    });
    return {
      desk: createRecordsDesk({ holders: [holder], erasures, pending, transactor, newId: randomUUID }),
      pending,
      holder,
    };
  };

  it("gives everything in parts, from the header to the summary", async () => {
    const { desk, pending } = makeDesk(1234);
    await pending.put({ account: "alice", requestedAt: 5, dueAt: 6 });
    const ticket = await desk.beginAccess("alice", at);
    const lines: AccessLine[] = [];
    let parts = 0;
    for (;;) {
      const part = structuredClone(await desk.continueAccess(ticket, at));
      lines.push(...part.lines);
      parts += 1;
      if (part.isOver) break;
    }
    expect(parts).toBe(3);
    expect(lines).toHaveLength(1236);
    expect(lines[0]).toEqual({ line: "header", account: "alice", at, holders: ["notes"] });
    expect(lines.at(-1)).toEqual({ line: "summary", records: { notes: 1234 }, erasureRequestedAt: 5 });
    await expect(desk.continueAccess(ticket, at)).rejects.toMatchObject({ code: "not_begun" });
  });

  it("takes some at once, and forgets those whom nobody asks for", async () => {
    const { desk } = makeDesk(10);
    for (let i = 0; i < accessLimits.atOnceMax; i++) await desk.beginAccess("alice", at);
    await expect(desk.beginAccess("alice", at)).rejects.toMatchObject({ code: "too_many" });
    const ticket = await desk.beginAccess("alice", at + accessLimits.idleMs + 1);
    await desk.endAccess(ticket);
    await desk.endAccess("never");
    await expect(desk.continueAccess(ticket, at)).rejects.toMatchObject({ code: "not_begun" });
  });

  it("ends without a summary where a holder fails", async () => {
    const failing: DataHolder = {
      name: "broken",
      listOf: async function* () {
        yield { kind: "note", at: null, data: 1 };
        throw new Error("the disk is away");
      },
      erase: async () => ({ erased: 0, keptBack: [] }),
    };
    const { pending } = makeDesk(0);
    const desk = createRecordsDesk({
      holders: [failing],
      erasures: {
        erase: () => Promise.reject(new Error("never")),
        continueDue: async () => ({ accounts: 0, erased: 0 }),
      },
      pending,
      transactor: createMemoryTransactor(),
      newId: randomUUID,
    });
    const ticket = await desk.beginAccess("alice", at);
    await expect(desk.continueAccess(ticket, at)).rejects.toThrow("the disk is away");
    await expect(desk.continueAccess(ticket, at)).rejects.toMatchObject({ code: "not_begun" });
  });
});

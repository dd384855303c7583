import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Worker } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import { auditLog } from "../../ledger/reader/audit-log.ts";
import { listSigningKeys } from "../../ledger/keys/signing-keys.ts";
import { openSqliteLogStore } from "../../ledger/stores/sqlite-log-store.ts";
import { toLayout, type Layout } from "../../main/layout.ts";
import type { LifecycleFailure } from "../lifecycle-failure.ts";
import { dropDeleted, openDatabase } from "../../sqlite/database.ts";
import { makeLayout, makeScratch } from "../testing/sample-layout.ts";
import { sampleOrigin, writeSamples, type WriterData } from "../testing/sample-writer.ts";
import { createBackup } from "./create-backup.ts";
import { manifestFile, sumsFile } from "./manifest.ts";
import { pinDatabase } from "./pin-database.ts";
import { readRestoredMark } from "./restored-mark.ts";
import { restoreBackup } from "./restore-backup.ts";
import { verifyBackup } from "./verify-backup.ts";

const at = Date.UTC(2026, 6, 1);
const options = { version: "0.1.0", now: (): number => at };
const write = (layout: Layout, rounds: number) =>
  writeSamples(
    { layout, rounds, perSegment: 5 },
    () => false,
    () => undefined,
  );

/** Starts a writer of its own thread on the data. */
async function startWriting(layout: Layout, perSegment = 40) {
  const workerData: WriterData = { layout, rounds: 1_000_000, perSegment };
  const worker = new Worker(new URL("../testing/sample-writer.ts", import.meta.url), { workerData });
  const acknowledged: number[] = [];
  worker.on("message", (n: number) => acknowledged.push(n));
  const ended = new Promise<void>((resolve, reject) => worker.on("exit", () => resolve()).on("error", reject));
  const reach = async (count: number): Promise<void> => {
    while (acknowledged.length < count) await new Promise((resolve) => worker.once("message", resolve));
  };
  return {
    acknowledged,
    reach,
    stop: async () => {
      worker.postMessage("stop");
      await ended;
    },
  };
}

const rowsOf = (path: string, sql: string): readonly Record<string, unknown>[] => {
  const db = new DatabaseSync(path);
  try {
    return db.prepare(sql).all();
  } finally {
    db.close();
  }
};

/** What is wrong in data that was copied: a reference that leads nowhere, a ledger that does not verify. */
async function listFaults(layout: Layout): Promise<readonly string[]> {
  const faults: string[] = [];
  const store = openSqliteLogStore(join(layout.ledger, "ledger.sqlite"));
  const keys = listSigningKeys(layout.signingKeys, sampleOrigin).map(({ key }) => key);
  const audit = await auditLog(store, { trustedKeys: keys });
  store.close();
  if (!audit.ok) return [`ledger: ${audit.fault.kind}`];
  const size = audit.value.checkpoint.size;
  const actions = new Map(
    readdirSync(layout.actions)
      .filter((name) => name.endsWith(".sqlite"))
      .flatMap((name) =>
        rowsOf(join(layout.actions, name), "SELECT n, text FROM action").map((row) => [
          `${name}/${String(row["n"])}`,
          row["text"],
        ]),
      ),
  );
  for (const { n, segment, entry } of rowsOf(layout.state, "SELECT * FROM sample_fact")) {
    if (Number(entry) >= size) faults.push(`fact ${String(n)}: no entry ${String(entry)}`);
    if (!actions.has(`${String(segment)}/${String(n)}`)) faults.push(`fact ${String(n)}: no action`);
  }
  return faults;
}

describe("createBackup() and restoreBackup()", () => {
  it("drill: what was acknowledged is there after a backup under load and a restore, and nothing refers to nowhere", async () => {
    const folder = makeScratch();
    const layout = makeLayout(folder);
    mkdirSync(join(layout.data, "notes"));
    writeFileSync(join(layout.data, "notes/plain.txt"), "kept as it is");
    writeFileSync(join(layout.snapshots, "judge.bin"), "made anew");
    writeFileSync(layout.claimIndex, "made anew");
    writeFileSync(`${layout.state}.before-x-001`, "older");
    const writer = await startWriting(layout);
    await writer.reach(60);
    const before = writer.acknowledged.length;
    const backups = [join(folder, "backups/one"), join(folder, "backups/two")];
    const made = await createBackup(layout, backups[0], options);
    const between = writer.acknowledged.length;
    await writer.reach(between + 20);
    const beforeSecond = writer.acknowledged.length;
    await createBackup(layout, backups[1], options);
    await writer.stop();

    expect(made.files.map(({ path }) => path)).toEqual([
      "state.sqlite",
      "notes/plain.txt",
      "ledger/ledger.sqlite",
      ...readdirSync(join(backups[0], "data/actions"))
        .sort()
        .reverse()
        .map((name) => `actions/${name}`),
    ]);
    for (const [i, least] of [before, beforeSecond].entries()) {
      const backup = backups[i];
      expect(await verifyBackup(backup)).toMatchObject({ version: "0.1.0", startedAt: at });
      const restored = toLayout({ data: join(folder, `restored-${i}/data`), keys: layout.keys });
      await restoreBackup(backup, restored, options);
      expect(await listFaults(restored)).toEqual([]);
      const facts = rowsOf(restored.state, "SELECT n FROM sample_fact ORDER BY n").map(({ n }) => n);
      expect(facts.length).toBeGreaterThanOrEqual(least);
      expect(facts).toEqual(Array.from({ length: facts.length }, (_, n) => n + 1));
      // Everything is as it was in the data: rows of the same keys have the same contents.
      for (const [path, table] of [
        ["state.sqlite", "sample_fact"],
        ["state.sqlite", "outbox"],
        ["ledger/ledger.sqlite", "object WHERE path LIKE 'payload/%'"],
      ]) {
        const [then, now] = [restored.data, layout.data].map((data) =>
          rowsOf(join(data, path), `SELECT * FROM ${table}`).map((row) =>
            Buffer.from(JSON.stringify(row, (_, value: unknown) => value)).toString(),
          ),
        );
        expect(then.length).toBeGreaterThan(0);
        const held = new Set(now);
        expect(then.filter((row) => !held.has(row))).toEqual([]);
      }
      expect(readFileSync(join(restored.data, "notes/plain.txt"), "utf8")).toBe("kept as it is");
      expect(readRestoredMark(restored.data)).toEqual({ backedUpAt: at, restoredAt: at, version: "0.1.0" });
    }
  });

  it("the restored data goes on: the writer takes it up where the backup ended", async () => {
    const folder = makeScratch();
    const layout = makeLayout(folder);
    await write(layout, 12);
    await createBackup(layout, join(folder, "backup"), options);
    const restored = toLayout({ data: join(folder, "restored"), keys: layout.keys });
    await restoreBackup(join(folder, "backup"), restored, options);
    await write(restored, 5);
    expect(await listFaults(restored)).toEqual([]);
    expect(rowsOf(restored.state, "SELECT count(*) AS n, max(sequence) AS last FROM outbox")).toEqual([
      { n: 17, last: 17 },
    ]);
  });

  it("no byte string of any key stands in any file of a backup", async () => {
    const folder = makeScratch();
    const layout = makeLayout(folder);
    await write(layout, 12);
    await createBackup(layout, join(folder, "backup"), options);
    const pem = readFileSync(join(layout.signingKeys, "signing-0001.pem"), "latin1").split("\n")[1] ?? "";
    const secrets = rowsOf(join(layout.payloadKeys, "payload-keys.sqlite"), "SELECT key, salt FROM secret");
    const needles = [
      Buffer.from(pem),
      Buffer.from(pem, "base64").subarray(-32),
      readFileSync(layout.sealKey),
      readFileSync(join(layout.pseudonymKeys, "sample.key")),
      ...secrets.flatMap(({ key, salt }) => [key, salt] as Uint8Array[]),
    ];
    expect(needles).toHaveLength(4 + 24);
    const files = readdirSync(join(folder, "backup"), { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(files.length).toBeGreaterThan(4);
    for (const file of files) {
      const bytes = readFileSync(join(file.parentPath, file.name));
      expect(needles.filter((needle) => needle.length < 16 || bytes.includes(Buffer.from(needle)))).toEqual([]);
    }
  });

  it.each([
    ["the seal key", "seal.key"],
    ["the signing key", "signing/signing-0001.pem"],
    ["a pseudonym key", "pseudonyms/sample.key"],
  ])("refuses data in which %s stands, and leaves nothing behind", async (_, name) => {
    const folder = makeScratch();
    const layout = makeLayout(folder);
    await write(layout, 1);
    const bytes = readFileSync(join(layout.keys, name));
    writeFileSync(
      join(layout.data, "copied"),
      Buffer.concat([Buffer.alloc(3_000_000 - 7, 1), bytes, Buffer.alloc(100)]),
    );
    await expect(createBackup(layout, join(folder, "out/backup"), options)).rejects.toMatchObject({
      code: "key_in_data",
    });
    expect(readdirSync(join(folder, "out"))).toEqual([]);
  });

  it("does not follow a link in the data to the keys", async () => {
    const folder = makeScratch();
    const layout = makeLayout(folder);
    await write(layout, 1);
    symlinkSync(layout.payloadKeys, join(layout.data, "linked"));
    const { files } = await createBackup(layout, join(folder, "backup"), options);
    expect(files.map(({ path }) => path)).not.toContain("linked/payload-keys.sqlite");
  });

  it("is refused where something stands, inside data or keys, and without data", async () => {
    const folder = makeScratch();
    const layout = makeLayout(folder);
    await expect(createBackup(layout, join(folder, "b"), options)).rejects.toMatchObject({ code: "no_data" });
    await write(layout, 1);
    mkdirSync(join(folder, "there"));
    const refusals = [join(folder, "there"), join(layout.data, "deep/b"), join(layout.keys, "b"), folder].map((to) =>
      createBackup(layout, to, options).catch((error: unknown) => (error as LifecycleFailure).code),
    );
    expect(await Promise.all(refusals)).toEqual(["target_exists", "target_inside", "target_inside", "target_exists"]);
  });

  it("keeps a writer from wiping what was deleted for a quarter of a second, not for minutes", () => {
    const path = join(makeScratch(), "x.sqlite");
    const db = openDatabase(path, "CREATE TABLE t (a TEXT) STRICT; INSERT INTO t VALUES ('x')");
    const pin = pinDatabase(path);
    db.exec("DELETE FROM t");
    const before = performance.now();
    expect(() => dropDeleted(db)).toThrow("still being read");
    expect(performance.now() - before).toBeLessThan(3000);
    expect(db.prepare("PRAGMA busy_timeout").get()).toEqual({ timeout: 10_000 });
    pin?.close();
    dropDeleted(db);
    db.close();
  });

  it("names the database that is damaged", async () => {
    const folder = makeScratch();
    const layout = makeLayout(folder);
    await write(layout, 1);
    writeFileSync(
      join(layout.actions, "actions-2026-01-01.sqlite"),
      Buffer.concat([Buffer.from("SQLite format 3\0"), Buffer.alloc(5000, 7)]),
    );
    await expect(createBackup(layout, join(folder, "b"), options)).rejects.toMatchObject({
      code: "database_damaged",
      path: "actions/actions-2026-01-01.sqlite",
    });
  });

  const sha256sum = spawnSync("sha256sum", ["--version"]).status === 0;
  it.skipIf(!sha256sum)("can be verified with sha256sum alone", async () => {
    const folder = makeScratch();
    const layout = makeLayout(folder);
    await write(layout, 2);
    await createBackup(layout, join(folder, "b"), options);
    const check = () =>
      spawnSync("sha256sum", ["--check", "--strict", "--quiet", sumsFile], { cwd: join(folder, "b") }).status;
    expect(check()).toBe(0);
    writeFileSync(join(folder, "b/data/state.sqlite"), "x");
    expect(check()).not.toBe(0);
  });
});

describe("verifyBackup() and restoreBackup()", () => {
  const changes: readonly (readonly [string, string, (backup: string) => void])[] = [
    ["a flipped byte of a database", "file_damaged", (backup) => flip(join(backup, "data/state.sqlite"), 5000)],
    ["a file cut short", "file_damaged", (backup) => truncateSync(join(backup, "data/ledger/ledger.sqlite"), 4096)],
    ["a file gone", "file_damaged", (backup) => rmSync(join(backup, "data/state.sqlite"))],
    ["a file too many", "file_foreign", (backup) => writeFileSync(join(backup, "data/extra"), "")],
    ["a link too many", "file_foreign", (backup) => symlinkSync("/etc", join(backup, "data/etc"))],
    ["a flipped byte of the manifest", "manifest_damaged", (backup) => flip(join(backup, manifestFile), 60)],
    ["a manifest that is no JSON", "manifest_damaged", (backup) => writeFileSync(join(backup, manifestFile), "{")],
    ["no manifest", "manifest_damaged", (backup) => rmSync(join(backup, manifestFile))],
    ["no sums", "manifest_damaged", (backup) => rmSync(join(backup, sumsFile))],
    ["other sums", "manifest_damaged", (backup) => flip(join(backup, sumsFile), 3)],
    [
      "a later format",
      "format_unknown",
      (backup) => edit(backup, (text) => text.replace('"formatVersion": 1', '"formatVersion": 2')),
    ],
    [
      "a path that leads out",
      "manifest_damaged",
      (backup) => edit(backup, (text) => text.replace("notes.txt", "../n.txt")),
    ],
    ["a file twice", "manifest_damaged", (backup) => edit(backup, (text) => text.replace("notes.txt", "state.sqlite"))],
  ];

  it.each(changes)("refuse %s (%s) and restore nothing", async (_, code, change) => {
    const folder = makeScratch();
    const layout = makeLayout(folder);
    await write(layout, 3);
    writeFileSync(join(layout.data, "notes.txt"), "x");
    const backup = join(folder, "backup");
    await createBackup(layout, backup, options);
    await verifyBackup(backup);
    change(backup);
    await expect(verifyBackup(backup)).rejects.toMatchObject({ code });
    const restored = toLayout({ data: join(folder, "new/data"), keys: layout.keys });
    await expect(restoreBackup(backup, restored, options)).rejects.toMatchObject({ code });
    expect(existsSync(join(folder, "new"))).toBe(false);
  });

  it("restore into an empty folder, never over something", async () => {
    const folder = makeScratch();
    const layout = makeLayout(folder);
    await write(layout, 1);
    const backup = join(folder, "backup");
    await createBackup(layout, backup, options);
    await expect(restoreBackup(backup, layout, options)).rejects.toMatchObject({ code: "target_exists" });
    const empty = toLayout({ data: join(folder, "empty"), keys: layout.keys });
    mkdirSync(empty.data);
    await restoreBackup(backup, empty, options);
    expect(existsSync(empty.state)).toBe(true);
    const mounted = toLayout({ data: join(folder, "mounted"), keys: layout.keys });
    mkdirSync(mounted.data);
    const { ino } = statSync(mounted.data);
    await restoreBackup(backup, mounted, { ...options, isInPlace: true });
    expect(statSync(mounted.data).ino).toBe(ino);
    expect(readdirSync(mounted.data).sort()).toEqual(readdirSync(empty.data).sort());
    expect(await listFaults(mounted)).toEqual([]);
    const inside = toLayout({ data: join(backup, "data/new"), keys: layout.keys });
    await expect(restoreBackup(backup, inside, options)).rejects.toMatchObject({ code: "target_inside" });
    await expect(restoreBackup(join(folder, "none"), inside, options)).rejects.toMatchObject({
      code: "manifest_damaged",
    });
  });
});

function flip(path: string, place: number): void {
  const bytes = readFileSync(path);
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

/** With sums that fit, as somebody would who knows how. */
function edit(backup: string, change: (text: string) => string): void {
  const path = join(backup, manifestFile);
  const text = readFileSync(path, "utf8");
  const changed = change(text);
  expect(changed).not.toBe(text);
  writeFileSync(path, changed);
}

import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { createDirectorySnapshotStore } from "./directory-snapshot-store.ts";
import { createMemorySnapshotStore } from "./memory-snapshot-store.ts";
import { snapshotStoreLaw } from "./snapshot-store.law.ts";

const scratch = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "breakwater-judge-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
let folders = 0;
const nextFolder = (): string => join(scratch, String(folders++), "snapshots");

snapshotStoreLaw("memory", () => {
  const store = createMemorySnapshotStore();
  return { reopen: () => store };
});
snapshotStoreLaw("directory", () => {
  const folder = nextFolder();
  return { reopen: () => createDirectorySnapshotStore(folder) };
});

it("a directory is not confused by a draft that a crash left, or by files of others", async () => {
  const folder = nextFolder();
  const store = createDirectorySnapshotStore(folder);
  await store.save(Buffer.from("one"));
  writeFileSync(join(folder, "judge.draft"), "half");
  writeFileSync(join(folder, "notes.txt"), "mine");
  await store.save(Buffer.from("two"));
  await store.keepNewest();
  expect(readdirSync(folder).toSorted()).toEqual(["judge-000000000002.snapshot", "notes.txt"]);
});

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { openDirectoryLogStore } from "./directory-log-store.ts";
import { logStoreLaw } from "./log-store.law.ts";
import { openMemoryLogStore } from "./memory-log-store.ts";
import { openSqliteLogStore } from "./sqlite-log-store.ts";

const folder = mkdtempSync(join(tmpdir(), "breakwater-stores-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = join(folder, "ledger.sqlite");
logStoreLaw("SQLite", {
  open: () => openSqliteLogStore(file),
  clear: () => ["", "-wal", "-shm"].forEach((suffix) => rmSync(`${file}${suffix}`, { force: true })),
});

const plain = join(folder, "plain");
logStoreLaw("a plain directory", {
  open: () => openDirectoryLogStore(plain),
  clear: () => rmSync(plain, { recursive: true, force: true }),
});

let memory = openMemoryLogStore();
logStoreLaw("memory", {
  open: () => memory,
  clear: () => {
    memory = openMemoryLogStore();
  },
});

import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { makeFolders, toLayout, type Layout } from "../../main/layout.ts";
import { readSealKey } from "../../main/seal-key.ts";

/** In memory where there is such a place: the tests are of our logic, and would spend their time waiting for the disk. */
const place = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

/** An empty folder that is gone after the tests of a file. */
export function makeScratch(): string {
  const folder = mkdtempSync(join(place, "breakwater-lifecycle-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Folders as the service makes them, with a seal key and a pseudonym key in them. */
export function makeLayout(folder: string): Layout {
  const layout = toLayout({ data: join(folder, "data"), keys: join(folder, "keys") });
  makeFolders(layout);
  readSealKey(layout.sealKey, randomBytes);
  writeFileSync(join(layout.pseudonymKeys, "sample.key"), randomBytes(32), { mode: 0o600 });
  return layout;
}

import { randomBytes } from "node:crypto";
import { rmSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatVerifierKey, toUtf8 } from "@breakwater/ledger";
import { openLedgerAt, type LedgerFolders } from "./open-ledger-at.ts";
import { makeScratch, testOrigin } from "./testing/scratch.ts";

const world = { origin: testOrigin, now: (): number => Date.UTC(2026, 5, 1), randomBytes };
const foldersIn = (folder: string): LedgerFolders => ({
  log: join(folder, "data/log"),
  signingKeys: join(folder, "keys"),
  payloadKeys: join(folder, "payload-keys"),
});

describe("openLedgerAt()", () => {
  it.each(["sqlite", "directory"] as const)(
    "makes folders, log and key at the first run, on %s, and takes them up",
    async (kind) => {
      const folders = foldersIn(makeScratch());
      const first = await openLedgerAt(folders, { ...world, kind });
      await first.ledger.append({ facts: { type: "evidence_kept" }, payload: toUtf8("x") });
      await first.close();
      const again = await openLedgerAt(folders, { ...world, kind });
      expect(again.ledger.size()).toBe(1);
      expect(again.signers.map(({ key }) => formatVerifierKey(key))).toEqual(
        first.signers.map(({ key }) => formatVerifierKey(key)),
      );
      await again.close();
      for (const folder of Object.values(folders)) expect(statSync(folder).mode & 0o077).toBe(0);
    },
  );

  it("does not make a new key for a log whose key is missing", async () => {
    const folders = foldersIn(makeScratch());
    await (await openLedgerAt(folders, world)).close();
    rmSync(folders.signingKeys, { recursive: true });
    await expect(openLedgerAt(folders, world)).rejects.toMatchObject({ code: "foreign_checkpoint" });
  });

  it.each<[string, (folder: string) => Partial<LedgerFolders>]>([
    ["one folder for both kinds of keys", (folder) => ({ payloadKeys: join(folder, "keys") })],
    ["payload keys inside the log", (folder) => ({ payloadKeys: join(folder, "data/log/keys") })],
    ["the log inside the keys", (folder) => ({ log: join(folder, "keys/log") })],
  ])("refuses %s", async (_, change) => {
    const folder = makeScratch();
    const folders = { ...foldersIn(folder), ...change(folder) };
    await expect(openLedgerAt(folders, world)).rejects.toMatchObject({ code: "folders_not_apart" });
  });

  it("refuses payload keys that only a link has outside of the log", async () => {
    const folder = makeScratch();
    const folders = foldersIn(folder);
    await (await openLedgerAt(folders, world)).close();
    const linked = join(folder, "linked");
    symlinkSync(folders.log, linked);
    const opening = openLedgerAt({ ...folders, payloadKeys: linked }, world);
    await expect(opening).rejects.toMatchObject({ code: "folders_not_apart" });
  });
});

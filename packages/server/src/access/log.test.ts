import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { grepFiles } from "../lifecycle/grep-files.ts";
import { openTestDesk } from "./testing/test-desk.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe("logRecordsAct()", () => {
  it("names the account by a keyed hash, the same for each act, and by nothing else in any file", async () => {
    const folder = mkdtempSync(join(tmpdir(), "breakwater-log-"));
    folders.push(folder);
    const { access, clock } = openTestDesk({ on: "sqlite", path: join(folder, "state.sqlite") });
    const actor = { kind: "token", id: "t1" } as const;
    const account = "alice-of-the-harbour";
    for (const event of ["account.read", "account.erased"] as const) {
      await access.logRecordsAct({ event, account, actor, at: clock.now() });
    }
    await access.logRecordsAct({ event: "account.read", account: "bob", actor, at: clock.now() });
    const log = await access.listAccessLog({ before: Number.MAX_SAFE_INTEGER, limit: 9 });
    const [bob, erased, read] = log.map(({ subject }) => subject);
    expect(erased).toEqual(read);
    expect(erased).toEqual({ kind: "account", id: expect.stringMatching(/^[\w-]{22}$/) as string });
    expect(bob?.id).not.toBe(erased?.id);
    expect(readdirSync(folder).length).toBeGreaterThan(0);
    expect(await grepFiles(folder, [account])).toEqual([]);
    expect(await grepFiles(folder, ["account.erased"])).not.toEqual([]);
  });
});

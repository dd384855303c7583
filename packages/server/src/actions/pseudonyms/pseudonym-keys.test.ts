import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openDirectoryPseudonymKeys } from "./directory-pseudonym-keys.ts";
import { createMemoryPseudonymKeys } from "./memory-pseudonym-keys.ts";
import { openActionDoors } from "./action-doors.ts";
import { pseudonymEpochMs } from "./pseudonym-keys.ts";
import { pseudonymKeysLaw } from "./pseudonym-keys.law.ts";

const at = 600 * pseudonymEpochMs;
let folder = "";
const makeFolder = (): string => {
  folder = join(mkdtempSync(join(tmpdir(), "breakwater-pseudonyms-")), "keys");
  return folder;
};

pseudonymKeysLaw("memory", { open: () => createMemoryPseudonymKeys({ randomBytes }), reopen: (keys) => keys });
pseudonymKeysLaw("directory", {
  open: () => openDirectoryPseudonymKeys(makeFolder(), { randomBytes }),
  reopen: () => openDirectoryPseudonymKeys(folder, { randomBytes }),
});

describe("openDirectoryPseudonymKeys()", () => {
  it("lets nobody else read them, and leaves no copy", async () => {
    const keys = openDirectoryPseudonymKeys(makeFolder(), { randomBytes });
    const { key } = await keys.keyAt(at);
    expect(readdirSync(folder)).toEqual(["pseudonyms-00600.key"]);
    const file = join(folder, "pseudonyms-00600.key");
    expect(new Uint8Array(readFileSync(file))).toEqual(key);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it("refuses a file that holds no key", async () => {
    const keys = openDirectoryPseudonymKeys(makeFolder(), { randomBytes });
    writeFileSync(join(folder, "pseudonyms-00600.key"), "short");
    await expect(keys.keyAt(at)).rejects.toThrow("holds no pseudonym key");
  });
});

describe("openActionDoors()", () => {
  it("gives other pseudonyms after a change of epoch, by design", async () => {
    const doors = openActionDoors(createMemoryPseudonymKeys({ randomBytes }));
    const record = { id: "1", at, account: "a", kind: "post", device: "d", network: { address: "203.0.113.9" } };
    const admit = async (moment: number): Promise<unknown> =>
      (await doors.doorAt(moment)).admit(record, { from: 0, to: at + 9 });
    const first = await admit(at);
    expect(await admit(at + 1)).toEqual(first);
    expect(await doors.doorAt(at)).toBe(await doors.doorAt(at + 1));
    const second = await admit(at + pseudonymEpochMs);
    expect(second).not.toEqual(first);
    expect(await admit(at)).toEqual(second);
  });
});

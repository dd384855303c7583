import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { makeScratch } from "../testing/scratch.ts";
import { openSqliteSecretStore } from "./sqlite-secret-store.ts";

const secret = { key: Buffer.alloc(32, 0xa7), salt: Buffer.alloc(32, 0xb8) };

describe("openSqliteSecretStore()", () => {
  it("does not say that a secret is gone while somebody reads a state in which it stands", async () => {
    const path = join(makeScratch(), "secrets.sqlite");
    const store = openSqliteSecretStore(path, { waitMs: 20 });
    await store.put([{ id: "a", secret }]);
    const reader = new DatabaseSync(path);
    reader.exec("BEGIN");
    expect(reader.prepare("SELECT count(*) AS n FROM secret").get()).toEqual({ n: 1 });
    await expect(store.destroy(["a"])).rejects.toMatchObject({ code: "storage_failed" });
    reader.exec("COMMIT");
    await store.destroy(["a"]);
    expect(await store.get("a")).toBeNull();
    const left = Buffer.concat([readFileSync(path), readFileSync(`${path}-wal`)]);
    expect([left.includes(secret.key), left.includes(secret.salt)]).toEqual([false, false]);
    reader.close();
    store.close();
  });
});

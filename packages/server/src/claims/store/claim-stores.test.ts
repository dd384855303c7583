import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openState } from "../../state/open-state.ts";
import { makeVersion } from "../testing/entries.ts";
import { claimStoreLaw } from "./claim-store.law.ts";
import { claimsMigrations } from "./claims-migrations.ts";
import { createMemoryClaimStore } from "./memory-claim-store.ts";
import { createSqliteClaimStore } from "./sqlite-claim-store.ts";

const openSqlite = () => {
  const db = openState(":memory:", { migrations: claimsMigrations, now: () => 0 });
  return { db, store: createSqliteClaimStore(db) };
};

claimStoreLaw("memory", createMemoryClaimStore);
claimStoreLaw("sqlite", () => openSqlite().store);

describe("createSqliteClaimStore()", () => {
  it("never changes nor removes a version, whoever asks the database", async () => {
    const { db, store } = openSqlite();
    await store.append("a", [makeVersion({ id: "a" })], 0);
    expect(() => db.exec("UPDATE claims_version SET at = 9")).toThrow("versions are fixed");
    expect(() => db.exec("DELETE FROM claims_version")).toThrow("versions are kept");
  });

  it("brings entries from before sources named their publishers along", () => {
    const path = join(mkdtempSync(join(tmpdir(), "breakwater-claims-")), "state.sqlite");
    const old = openState(path, { migrations: claimsMigrations.slice(0, 1), now: () => 0 });
    const put = (id: string, entry: Readonly<Record<string, unknown>>): void => {
      const { place } = old
        .prepare("INSERT INTO claims_entry (id, versions, in_force, status) VALUES (?, 1, 1, ?) RETURNING place")
        .get(id, String(entry["status"])) as { readonly place: number };
      old
        .prepare(
          "INSERT INTO claims_version (place, number, at, person, action, status, entry) VALUES (?, 1, 0, 'a', 'added', ?, ?)",
        )
        .run(place, String(entry["status"]), JSON.stringify({ ...makeVersion({ id }).entry, ...entry }));
    };
    put("draft", { origin: "own", status: "draft", sources: ['https://a.example/"1', "書"] });
    put("import", { origin: "imported", status: "published", adoptedBy: ["ana", "bo"] });
    put("done", { origin: "imported", status: "published", adoptedBy: ["ana", "bo", "cy"] });
    old.close();
    const db = openState(path, { migrations: claimsMigrations, now: () => 0 });
    const store = createSqliteClaimStore(db);
    expect(db.prepare("SELECT id, origin, waits_for, not_by FROM claims_entry ORDER BY place").all()).toEqual([
      { id: "draft", origin: "own", waits_for: "complete", not_by: "[]" },
      { id: "import", origin: "imported", waits_for: "adopt", not_by: '["ana","bo"]' },
      { id: "done", origin: "imported", waits_for: null, not_by: '["ana","bo","cy"]' },
    ]);
    const sources = [{ text: 'https://a.example/"1' }, { text: "書" }];
    return expect(store.head("draft")).resolves.toMatchObject({ latest: { entry: { sources } } });
  });

  it("finds what the reference finds, whatever is asked", async () => {
    const sign = fc.constantFrom(...Array.from("疫苗謠谣aAbé1 -，，"));
    const text = fc.array(sign, { minLength: 1, maxLength: 12 }).map((signs) => `厂${signs.join("")}`);
    const query = fc.array(sign, { minLength: 1, maxLength: 4 }).map((signs) => signs.join(""));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), query, async (claims, words) => {
        const [memory, { store }] = [createMemoryClaimStore(), openSqlite()];
        for (const [i, claim] of claims.entries()) {
          for (const each of [memory, store]) await each.append(`${i}`, [makeVersion({ id: `${i}`, claim })], 0);
        }
        expect(await store.list({ limit: 9, words })).toEqual(await memory.list({ limit: 9, words }));
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  it.each(['"', "*", "a AND", "NEAR(a b)", "in_force : x", "'; DROP TABLE claims_entry; --", "\u0000a", "(((", "^a"])(
    "takes %j as words",
    async (words) => {
      const { store } = openSqlite();
      await store.append("a", [makeVersion({ id: "a", claim: `水 ${words}` })], 0);
      expect((await store.list({ limit: 9, words })).length).toBe(/[\p{L}\p{N}]/u.test(words) ? 1 : 0);
    },
  );
});

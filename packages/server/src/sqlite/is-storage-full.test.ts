import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { toHttpError } from "../http/problem.ts";
import { toLedgerFailure } from "../ledger/ledger-failure.ts";
import { fromWireError, toWireError } from "../threads/wire-error.ts";
import { openDatabase } from "./database.ts";
import { isStorageFull } from "./is-storage-full.ts";

/** What SQLite really throws. */
function fill(): unknown {
  const path = join(mkdtempSync(join(tmpdir(), "breakwater-full-")), "full.sqlite");
  const db = openDatabase(path, "CREATE TABLE x (a TEXT)", { bytesMax: 40_960 });
  try {
    db.prepare("INSERT INTO x VALUES (?)").run("a".repeat(100_000));
    return null;
  } catch (error) {
    return error;
  } finally {
    db.close();
  }
}

it("knows a full disk, also behind another error and across threads, where it is answered with 503", () => {
  const full = fill();
  expect(isStorageFull(full)).toBe(true);
  expect(isStorageFull(new Error("The report was not kept.", { cause: full }))).toBe(true);
  expect(isStorageFull(fromWireError(toWireError(toLedgerFailure(full))))).toBe(true);
  const crossed = fromWireError(structuredClone(toWireError(full)));
  expect(isStorageFull(crossed)).toBe(true);
  expect(toHttpError(crossed)).toMatchObject({ code: "unavailable", retryAfter: 30 });
});

it("takes nothing else for a full disk", () => {
  expect([new Error("no"), null, Object.assign(new Error("x"), { errcode: 5 })].map(isStorageFull)).toEqual([
    false,
    false,
    false,
  ]);
  expect(toHttpError(new Error("no"))).toMatchObject({ code: "internal" });
});

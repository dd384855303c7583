import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openState } from "../../state/open-state.ts";
import { createMemoryShelves } from "../state/memory-shelves.ts";
import { shelfLaw } from "../state/shelf.law.ts";
import { createSqliteShelves } from "../state/sqlite-shelves.ts";
import { makeDetectionGroup } from "../testing/pieces.ts";
import { groupStoreLaw } from "./group-store.law.ts";
import { createMemoryGroupStore } from "./memory-group-store.ts";
import { createSqliteGroupStore, groupMigrations } from "./sqlite-group-store.ts";

const openDatabase = () => openState(":memory:", { migrations: groupMigrations, now: () => 0 });

groupStoreLaw("memory", createMemoryGroupStore);
groupStoreLaw("sqlite", () => createSqliteGroupStore(openDatabase()));
shelfLaw("memory", createMemoryShelves);
shelfLaw("sqlite", () => createSqliteShelves(openDatabase()));

it("reads groups that an older version kept, without what it did not keep", async () => {
  const folder = mkdtempSync(join(tmpdir(), "breakwater-groups-"));
  const path = join(folder, "state.sqlite");
  const older = openState(path, { migrations: groupMigrations.slice(0, 1), now: () => 0 });
  const { sight: _sight, evidence, ...facts } = makeDetectionGroup("g", { accounts: "abc", objects: "PQ" });
  const { inStepActions: _actions, ...kept } = evidence;
  older
    .prepare("INSERT INTO detection_group (id, kind, state, first_epoch, facts) VALUES ('g', 'campaign', 'open', 1, ?)")
    .run(JSON.stringify({ ...facts, evidence: kept }));
  older.close();
  const newer = openState(path, { migrations: groupMigrations, now: () => 0 });
  expect(await createSqliteGroupStore(newer).get("g")).toEqual(
    makeDetectionGroup("g", { accounts: "abc", objects: "PQ" }),
  );
  newer.close();
  rmSync(folder, { recursive: true });
});

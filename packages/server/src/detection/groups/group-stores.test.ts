import { openState } from "../../state/open-state.ts";
import { createMemoryShelves } from "../state/memory-shelves.ts";
import { shelfLaw } from "../state/shelf.law.ts";
import { createSqliteShelves } from "../state/sqlite-shelves.ts";
import { groupStoreLaw } from "./group-store.law.ts";
import { createMemoryGroupStore } from "./memory-group-store.ts";
import { createSqliteGroupStore, groupMigrations } from "./sqlite-group-store.ts";

const openDatabase = () => openState(":memory:", { migrations: groupMigrations, now: () => 0 });

groupStoreLaw("memory", createMemoryGroupStore);
groupStoreLaw("sqlite", () => createSqliteGroupStore(openDatabase()));
shelfLaw("memory", createMemoryShelves);
shelfLaw("sqlite", () => createSqliteShelves(openDatabase()));

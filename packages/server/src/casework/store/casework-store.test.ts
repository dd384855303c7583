import { openState } from "../../state/open-state.ts";
import { caseworkStoreMigrations } from "./casework-migrations.ts";
import { caseworkStoreLaw } from "./casework-store.law.ts";
import { createMemoryCaseworkStore } from "./memory-casework-store.ts";
import { createSqliteCaseworkStore } from "./sqlite-casework-store.ts";

const migrations = caseworkStoreMigrations;

caseworkStoreLaw("memory", createMemoryCaseworkStore);
caseworkStoreLaw("sqlite", () => createSqliteCaseworkStore(openState(":memory:", { migrations, now: () => 0 })));

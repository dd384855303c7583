export { createCaseworkDesk, type CaseworkDesk, type DeskDeps } from "./desk/casework-desk.ts";
export type { By, DeskAnswer, Done } from "./desk/desk-answer.ts";
export type { Ticked } from "./desk/run-tick.ts";
export type { LedgerNotary } from "./notary.ts";
export { caseworkStoreMigrations } from "./store/casework-migrations.ts";
export type { CaseworkStore } from "./store/casework-store.ts";
export { createMemoryCaseworkStore } from "./store/memory-casework-store.ts";
export { createSqliteCaseworkStore } from "./store/sqlite-casework-store.ts";

// For measurements of casework over SQLite.
export { createSqliteTransactor } from "../../state/sqlite-transactor.ts";
export { openHouse, type House } from "./open-house.ts";

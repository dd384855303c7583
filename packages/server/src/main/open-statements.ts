import type { DatabaseSync } from "node:sqlite";
import { createSqliteCaseworkStores } from "../casework/index.ts";
import type { Config } from "../config/schema.ts";
import type { Outbox } from "../state/outbox.ts";
import type { Transactor } from "../state/transactor.ts";
import { sendStatements } from "../statements/send-statements.ts";
import { createSqliteStatementStore } from "../statements/sqlite-statement-store.ts";
import { createStatementDesk, type StatementDesk, type StatementDeskDeps } from "../statements/statement-desk.ts";
import { readSecretFile } from "./read-secret-file.ts";
import type { World } from "./world.ts";

type Parts = {
  readonly transactor: Transactor;
  readonly outbox: Outbox;
  readonly config: Config;
  readonly world: World;
  readonly onLater: StatementDeskDeps["onLater"];
};

/** Statements of reasons on their way out. Throws a `ConfigError` where the token cannot be read. */
export function openStatements(db: DatabaseSync, { config, world, ...ports }: Parts): StatementDesk {
  const { export_url: url, token_file: file } = config.statements;
  const address =
    url === undefined || file === undefined ? null : { url, token: readSecretFile(file, "statements.token_file") };
  return createStatementDesk({
    ...ports,
    store: createSqliteStatementStore(db),
    casework: createSqliteCaseworkStores(db).casework,
    // Whoever sends to the database of the Union's act is under it: territorial scopes are told.
    servesEuropeanUnion: address !== null,
    send: address === null ? null : (statements) => sendStatements(statements, address),
    now: world.now,
    random: () => (world.randomBytes(1)[0] ?? 0) / 256,
  });
}

import { openState } from "../../state/open-state.ts";
import { createSqliteOutbox, outboxMigrations } from "../../state/sqlite-outbox.ts";
import { createSqliteTransactor } from "../../state/sqlite-transactor.ts";
import { createClaimDesk, type ClaimDesk, type ClaimDeskParts } from "../desk/claim-desk.ts";
import { claimsMigrations } from "../store/claims-migrations.ts";
import { createSqliteClaimStore } from "../store/sqlite-claim-store.ts";

/** The registry as the service has it, in a database of its own. */
export function openDesk(path = ":memory:"): {
  readonly desk: ClaimDesk;
  readonly parts: ClaimDeskParts;
  readonly close: () => void;
} {
  const db = openState(path, { migrations: [...outboxMigrations, ...claimsMigrations], now: () => 0 });
  const parts = {
    store: createSqliteClaimStore(db),
    transactor: createSqliteTransactor(db),
    outbox: createSqliteOutbox(db),
  };
  return { desk: createClaimDesk(parts), parts, close: () => db.close() };
}

import { decodeRegistryFile, getInForce } from "@breakwater/claims";
import type { Action } from "@breakwater/records";
import { encodeActions } from "../../actions/action-batch.ts";
import { openActionLog } from "../../actions/sqlite-action-log.ts";
import { createSqliteClaimStore } from "../../claims/store/sqlite-claim-store.ts";
import type { Config } from "../../config/schema.ts";
import { openState } from "../../state/open-state.ts";
import { createSqliteTransactor } from "../../state/sqlite-transactor.ts";
import { makeFolders, toLayout } from "../layout.ts";
import { stateMigrations } from "../migrations.ts";

/** Actions of one call and one transaction. */
const batchActions = 2000;

/**
 * Writes actions into the log of a service that is not running, as if they had come at `arrivedAt`, and ends event time at the last one's.
 * Resolves with how many were stored.
 */
export async function fillActionLog(
  { storage }: Pick<Config, "storage">,
  actions: Iterable<Action>,
  { source, arrivedAt }: { readonly source: string; readonly arrivedAt: (action: Action) => number },
): Promise<number> {
  const layout = toLayout(storage);
  makeFolders(layout);
  const log = openActionLog(layout.actions);
  let [batch, stored, newest]: [Action[], number, number] = [[], 0, 0];
  const flush = async (): Promise<void> => {
    const [last] = batch.slice(-1);
    if (last === undefined) return;
    stored += (await log.appendBatch(encodeActions(source, batch), arrivedAt(last))).stored;
    batch = [];
  };
  try {
    for (const action of actions) {
      newest = Math.max(newest, action.at);
      if (batch.push(action) >= batchActions) await flush();
    }
    await flush();
    await log.appendWatermark(newest);
  } finally {
    log.close();
  }
  return stored;
}

/** Takes a registry file, a copy of the operator's own, into a service that is not running and holds none. Answers how many entries came. */
export async function fillRegistry(
  { storage }: Pick<Config, "storage">,
  { bytes, at }: { readonly bytes: Uint8Array; readonly at: number },
): Promise<number> {
  const file = decodeRegistryFile(bytes);
  if (!file.ok) throw new RangeError("This is no registry file, or it is damaged.");
  const { registry } = file;
  const layout = toLayout(storage);
  makeFolders(layout);
  const db = openState(layout.state, { migrations: stateMigrations, now: () => at });
  try {
    const store = createSqliteClaimStore(db);
    await createSqliteTransactor(db).run(async () => {
      for (let place = 0; place < registry.size; place += 1) {
        const record = registry.recordAt(place);
        await store.append(getInForce(record).entry.id, record.versions, 0);
      }
    });
    return registry.size;
  } finally {
    db.close();
  }
}

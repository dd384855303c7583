import { randomBytes } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import type { LogRecord } from "../../actions/action-log.ts";
import { openActionLogReader } from "../../actions/sqlite-action-log-reader.ts";
import { checkLedger } from "../../ledger/testing/check-ledger.ts";
import { openLedgerAt } from "../../ledger/open-ledger-at.ts";
import type { Layout } from "../layout.ts";
import { readOrigin } from "../ledger-origin.ts";
import type { Journal } from "./journal.ts";

/** The whole log against what was acknowledged of actions. Nobody writes meanwhile. */
export async function checkLog(layout: Layout, { batches, changes, problems }: Journal): Promise<readonly LogRecord[]> {
  const records = await readLog(layout.actions);
  const texts = new Map<string, string | undefined>();
  const removed = new Set<string>();
  for (const record of records) {
    if (record.kind === "deletion") removed.add(record.id);
    if (record.kind !== "action" || record.source !== "drill") continue;
    if (texts.has(record.action.id)) problems.push(`Action ${record.action.id} is there twice.`);
    texts.set(record.action.id, record.action.text);
  }
  for (const id of batches.flatMap(({ actions }) => actions.map((action) => action.id))) {
    if (!texts.has(id) && !removed.has(id)) problems.push(`Action ${id} is lost.`);
    if (texts.has(id) && removed.has(id)) problems.push(`Action ${id} was deleted and is there.`);
  }
  for (const { id, text } of changes) {
    if (text === null ? !removed.has(id) : texts.get(id) !== text) problems.push(`The change of ${id} is lost.`);
  }
  const sent = new Set(batches.flatMap(({ actions }) => actions.map((action) => action.id)));
  for (const id of texts.keys()) if (!sent.has(id)) problems.push(`Nobody sent ${id}.`);
  return records;
}

export async function readLog(folder: string): Promise<readonly LogRecord[]> {
  const reader = openActionLogReader(folder);
  const records: LogRecord[] = [];
  for (;;) {
    const some = await reader.read(records.at(-1)?.offset ?? 0, 5000);
    records.push(...some);
    if (some.length === 0) break;
  }
  reader.close();
  return records;
}

/** Sequences from 1 without a gap, each group with one `lead.opened` at most; how many notices there are. */
export function checkOutbox(layout: Layout, { problems }: Journal): number {
  const db = new DatabaseSync(layout.state, { readOnly: true });
  const rows = db.prepare("SELECT sequence, kind, data FROM outbox ORDER BY sequence").all();
  db.close();
  const opened = new Set<string>();
  for (const [i, { sequence, kind, data }] of rows.entries()) {
    if (sequence !== i + 1) {
      problems.push(`The outbox has ${String(sequence)} at place ${i + 1}.`);
      break;
    }
    if (kind !== "lead.opened") continue;
    const key = JSON.stringify((JSON.parse(String(data)) as Record<string, unknown>)["lead"] ?? data);
    if (opened.has(key)) problems.push(`Lead ${key} was told twice.`);
    opened.add(key);
  }
  return rows.length;
}

/** The ledger from scratch; how many entries it has. */
export async function checkLedgerOf(layout: Layout, { problems }: Journal): Promise<number> {
  const folders = { log: layout.ledger, signingKeys: layout.signingKeys, payloadKeys: layout.payloadKeys };
  const origin = readOrigin(layout.ledgerOrigin, () => "none.example/ledger");
  const { store, signers, close } = await openLedgerAt(folders, { origin, now: Date.now, randomBytes });
  try {
    return (await checkLedger(store, { origin, keys: signers.map(({ key }) => key) })).length;
  } catch (error) {
    problems.push(`The ledger does not verify: ${String(error)}`);
    return 0;
  } finally {
    await close();
  }
}

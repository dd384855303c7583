// Writes as the service does: an action, an entry of the ledger about it, then the state that names both, acknowledged once all is durable.
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import type { Layout } from "../../main/layout.ts";
import { openLedgerAt } from "../../ledger/open-ledger-at.ts";
import { openDatabase } from "../../sqlite/database.ts";
import { openState } from "../../state/open-state.ts";
import { createSqliteOutbox, outboxMigrations } from "../../state/sqlite-outbox.ts";

export type WriterData = {
  readonly layout: Layout;
  /** Ends by itself after so many; else when told to. */
  readonly rounds: number;
  /** A new segment begins after so many. */
  readonly perSegment: number;
};

export const sampleMigrations = [
  ...outboxMigrations,
  {
    id: "sample-001",
    sql: "CREATE TABLE sample_fact (n INTEGER PRIMARY KEY, segment TEXT NOT NULL, entry INTEGER NOT NULL) STRICT;",
  },
];

export const sampleOrigin = "sample.example/ledger";
const segmentSchema = "CREATE TABLE IF NOT EXISTS action (n INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;";
const startAt = Date.UTC(2026, 5, 1);

export async function writeSamples(
  { layout, rounds, perSegment }: WriterData,
  isOver: () => boolean,
  onRound: (n: number) => void,
) {
  let clock = Math.max(startAt, Date.now());
  const now = (): number => clock++;
  const { ledger, close } = await openLedgerAt(
    { log: layout.ledger, signingKeys: layout.signingKeys, payloadKeys: layout.payloadKeys },
    { origin: sampleOrigin, now, randomBytes },
  );
  const db = openState(layout.state, { migrations: sampleMigrations, now });
  const outbox = createSqliteOutbox(db);
  const insert = db.prepare("INSERT INTO sample_fact VALUES (?, ?, ?)");
  const first = Number(db.prepare("SELECT coalesce(max(n), 0) AS n FROM sample_fact").get()?.["n"]) + 1;
  for (let n = first; n < first + rounds && !isOver(); n++) {
    const segment = `actions-${new Date(startAt + Math.floor(n / perSegment) * 86_400_000).toISOString().slice(0, 10)}.sqlite`;
    const actions = openDatabase(join(layout.actions, segment), segmentSchema);
    actions.prepare("INSERT INTO action VALUES (?, ?)").run(n, `post ${n} ${"~".repeat(500)}`);
    actions.close();
    const { sequence } = await ledger.append({
      facts: { type: "evidence_kept" },
      payload: Buffer.from(`evidence ${n}`),
    });
    db.exec("BEGIN IMMEDIATE");
    insert.run(n, segment, sequence);
    await outbox.append("sample.written", { n }, now());
    db.exec("COMMIT");
    onRound(n);
    // What others have to say is heard between rounds.
    await setImmediate();
  }
  db.close();
  await close();
}

if (parentPort !== null && (workerData as Partial<WriterData> | null)?.layout !== undefined) {
  const port = parentPort;
  let over = false;
  port.on("message", () => {
    over = true;
  });
  await writeSamples(
    workerData as WriterData,
    () => over,
    (n) => port.postMessage(n),
  );
  port.close();
}

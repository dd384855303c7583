import type { DatabaseSync } from "node:sqlite";
import type { Migration } from "../../state/migration.ts";
import type { WitnessKind, WitnessPlace } from "./witness-place.ts";

/** What a place outside has, and how often it took nothing. */
export type WitnessState = {
  readonly kind: WitnessKind;
  readonly address: string;
  /** Size of the newest checkpoint that it took; null where it never took one. */
  readonly size: number | null;
  readonly takenAt: number | null;
  /** In a row, since it last took one. */
  readonly failures: number;
  /** In all. */
  readonly failed: number;
  /** Why the last try came to nothing, as a word; null where it did not. */
  readonly fault: string | null;
  /** It is not tried before. */
  readonly nextAt: number;
};

type Key = Pick<WitnessPlace, "kind" | "address">;

export const witnessMigrations: readonly Migration[] = [
  {
    id: "witnesses-001",
    sql: `CREATE TABLE ledger_witness (
      kind TEXT NOT NULL, address TEXT NOT NULL, size INTEGER, taken_at INTEGER, failures INTEGER NOT NULL, failed INTEGER NOT NULL,
      fault TEXT, next_at INTEGER NOT NULL, PRIMARY KEY (kind, address)
    ) STRICT;`,
  },
];

/** Called inside a unit of the transactor. */
export interface WitnessStore {
  /** As at the beginning where nothing is known of it. */
  read(key: Key): Promise<WitnessState>;
  write(state: WitnessState): Promise<void>;
  /** Forgets all others. */
  keepOnly(keys: readonly Key[]): Promise<void>;
}

export function createSqliteWitnessStore(db: DatabaseSync): WitnessStore {
  const one = db.prepare("SELECT * FROM ledger_witness WHERE kind = ? AND address = ?");
  const all = db.prepare("SELECT * FROM ledger_witness");
  const write = db.prepare(
    `INSERT INTO ledger_witness (kind, address, size, taken_at, failures, failed, fault, next_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (kind, address) DO UPDATE SET size = excluded.size, taken_at = excluded.taken_at, failures = excluded.failures,
       failed = excluded.failed, fault = excluded.fault, next_at = excluded.next_at`,
  );
  const drop = db.prepare("DELETE FROM ledger_witness WHERE kind = ? AND address = ?");
  return {
    read: async ({ kind, address }) => {
      const row = one.get(kind, address);
      return row === undefined ? { ...untried, kind, address } : { ...toFacts(row), kind, address };
    },
    write: async ({ kind, address, size, takenAt, failures, failed, fault, nextAt }) => {
      write.run(kind, address, size, takenAt, failures, failed, fault, nextAt);
    },
    keepOnly: async (keys) => {
      const kept = new Set(keys.map(({ kind, address }) => `${kind} ${address}`));
      for (const { kind, address } of all.all()) {
        if (!kept.has(`${String(kind)} ${String(address)}`)) drop.run(String(kind), String(address));
      }
    },
  };
}

const untried = { size: null, takenAt: null, failures: 0, failed: 0, fault: null, nextAt: 0 } as const;

function toFacts(row: Readonly<Record<string, unknown>>): Omit<WitnessState, "kind" | "address"> {
  const toNumber = (name: string): number | null => (row[name] === null ? null : Number(row[name]));
  return {
    size: toNumber("size"),
    takenAt: toNumber("taken_at"),
    failures: Number(row["failures"]),
    failed: Number(row["failed"]),
    fault: typeof row["fault"] === "string" ? row["fault"] : null,
    nextAt: Number(row["next_at"]),
  };
}

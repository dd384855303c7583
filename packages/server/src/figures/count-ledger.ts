import { createFigureBook, readFacts, type FigureBook } from "@breakwater/casework";
import type { Entry } from "@breakwater/ledger";
import { verifyBundle, type AuditOptions, type AuditReport, type Checked } from "@breakwater/ledger/verifier";
import type { LogStore } from "../ledger/ports/log-store.ts";
import { primitives } from "../ledger/primitives.ts";
import { auditLog } from "../ledger/reader/audit-log.ts";

/** Where figures were counted, so that whoever doubts them can count again. */
export type CountedLedger = {
  readonly origin: string;
  /** Entries under the checkpoint. */
  readonly size: number;
  /** Of the checkpoint, hexadecimal. */
  readonly root: string;
  /** Entries that were read; fewer than `size` where a bundle was. */
  readonly read: number;
  /** Of those, the ones that tell of casework. */
  readonly counted: number;
  /** Whether the log's key, or a checkpoint of it, was known from elsewhere. */
  readonly isKeyTrusted: boolean;
  readonly book: FigureBook;
};

type Trust = Pick<AuditOptions, "trustedKeys" | "outside">;

/**
 * Counts a whole log, and verifies it on the way: what was counted stands only where the log holds. Nothing is read but clear facts, so
 * that erased payloads change nothing. Rejects with a `LedgerFailure` where the log is damaged. Cost: of the audit; some hundred bytes of
 * memory for each object of casework.
 */
export async function countLedger(store: LogStore, trust: Trust = {}): Promise<Checked<CountedLedger>> {
  const counting = createCounting();
  const judged = await auditLog(store, { ...trust, onEntry: counting.take });
  return judged.ok ? { ok: true, value: toCounted(judged.value, counting) } : judged;
}

/** Counts the entries of an evidence bundle: those, and no others. */
export function countBundle(zip: Uint8Array, trust: Trust = {}): Checked<CountedLedger> {
  const judged = verifyBundle(zip, { ...primitives, ...trust });
  if (!judged.ok) return judged;
  const counting = createCounting();
  for (const { entry } of judged.value.entries) counting.take(entry);
  return { ok: true, value: toCounted(judged.value, counting) };
}

type Counting = {
  readonly book: FigureBook;
  readonly take: (entry: Entry) => void;
  readonly told: () => { readonly read: number; readonly counted: number };
};

function createCounting(): Counting {
  const book = createFigureBook();
  let [read, counted] = [0, 0];
  return {
    book,
    take: (entry) => {
      read += 1;
      const act = readFacts(entry);
      if (act === null) return;
      counted += 1;
      book.take(act);
    },
    told: () => ({ read, counted }),
  };
}

function toCounted(
  { checkpoint, isKeyTrusted }: Pick<AuditReport, "checkpoint" | "isKeyTrusted">,
  { book, told }: Counting,
): CountedLedger {
  const { origin, size, root } = checkpoint;
  return { origin, size, root: Buffer.from(root).toString("hex"), ...told(), isKeyTrusted, book };
}

import type { DataHolder } from "./data-holder.ts";
import type { PendingErasure } from "./pending-erasures.ts";

/** A line of what an account is told. The first is the header and the last the summary: without it something is missing. */
export type AccessLine =
  | { readonly line: "header"; readonly account: string; readonly at: number; readonly holders: readonly string[] }
  | {
      readonly line: "record";
      readonly holder: string;
      readonly kind: string;
      readonly at: number | null;
      readonly data: unknown;
    }
  | {
      readonly line: "summary";
      /** Records by holder; 0 where it keeps none. */
      readonly records: Readonly<Record<string, number>>;
      /** When an erasure was asked for that is not done everywhere. */
      readonly erasureRequestedAt: number | null;
    };

/** Everything that is kept of an account, as lines of NDJSON would have it. What a holder throws ends it without a summary. */
export async function* listAccessLines(
  holders: readonly DataHolder[],
  ask: { readonly account: string; readonly at: number; readonly pending: PendingErasure | null },
): AsyncGenerator<AccessLine> {
  const { account, at, pending } = ask;
  yield { line: "header", account, at, holders: holders.map(({ name }) => name) };
  const records: Record<string, number> = {};
  for (const holder of holders) {
    records[holder.name] = 0;
    for await (const { kind, at: then, data } of holder.listOf(account)) {
      records[holder.name] = (records[holder.name] ?? 0) + 1;
      yield { line: "record", holder: holder.name, kind, at: then, data };
    }
  }
  yield { line: "summary", records, erasureRequestedAt: pending?.requestedAt ?? null };
}

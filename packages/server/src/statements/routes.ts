import { Readable } from "node:stream";
import { exportStatementsCsv, exportStatementsNdjson, getReconciliation, listStatements } from "@breakwater/contract";
import { HttpError } from "../http/http-error.ts";
import { bindRoute, type BoundRoute } from "../http/route.ts";
import { statementsCsvHeader, toStatementCsv, toStatementLine } from "./render-statements.ts";
import { addsUp, type StatementDesk } from "./statement-desk.ts";
import type { KeptStatement } from "./statement-store.ts";

export type StatementsRoutesDeps = {
  readonly statements: Pick<StatementDesk, "list" | "newest">;
  /** As the export names the service. */
  readonly platform: string;
};

const page = 500;

/** What was taken from people and why, as it may be published. Read only. */
export function createStatementsRoutes({ statements, platform }: StatementsRoutesDeps): readonly BoundRoute[] {
  return [
    bindRoute(listStatements, async ({ query: { cursor, limit, status } }) => {
      const found = await statements.list(readCursor(cursor), limit + 1, status);
      const items = found.slice(0, limit).map(({ puid, source, at, status: held, faults, fields }) => ({
        puid,
        source,
        at,
        status: held,
        faults,
        fields,
      }));
      const last = found[limit - 1];
      return { body: { items, nextCursor: found.length > limit && last !== undefined ? String(last.sequence) : null } };
    }),
    bindRoute(getReconciliation, async () => {
      const newest = await statements.newest();
      if (newest === null) throw new HttpError("not_found");
      return { body: { ...newest, addsUp: addsUp(newest) } };
    }),
    bindRoute(exportStatementsCsv, async () => ({
      body: Readable.from(
        listLines(statements, { first: statementsCsvHeader, toLine: (one) => toStatementCsv(one, platform) }),
      ),
      headers: { "content-type": "text/csv; charset=utf-8" },
    })),
    bindRoute(exportStatementsNdjson, async () => ({
      body: Readable.from(listLines(statements, { first: "", toLine: (one) => toStatementLine(one, platform) })),
      headers: { "content-type": "application/x-ndjson; charset=utf-8" },
    })),
  ];
}

function readCursor(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor);
  const faults = [{ pointer: "/query/cursor", message: "This cursor is not one of this list." }];
  throw new HttpError("invalid_request", "", { faults });
}

type Lines = { readonly first: string; readonly toLine: (statement: KeptStatement) => string };

async function* listLines(
  { list }: Pick<StatementDesk, "list">,
  { first, toLine }: Lines,
): AsyncGenerator<string, void> {
  if (first !== "") yield first;
  for (let after = 0; ;) {
    const found = await list(after, page);
    const last = found.at(-1);
    if (last === undefined) return;
    const text = found.map(toLine).join("");
    if (text !== "") yield text;
    after = last.sequence;
  }
}

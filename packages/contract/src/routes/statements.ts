import { z } from "zod";
import { instant, pageOf, pageQuery } from "../common.ts";
import { defineRoute, type Route } from "../route.ts";

const status = z.enum(["queued", "accepted", "refused", "withheld"]).meta({ id: "StatementStatus" });
const count = z.int().min(0);

/** A statement of reasons in the schema of the DSA Transparency Database, without personal data. */
const statement = z
  .object({
    puid: z.string(),
    source: z.enum(["decision", "hold"]),
    at: instant,
    /** `withheld`: its text may not be published; `faults` says in which fields. `refused`: the database said no. */
    status,
    faults: z.array(z.string()),
    /** Null where it may not be published. */
    fields: z.record(z.string(), z.unknown()).nullable(),
  })
  .meta({ id: "PublicStatement" });

const read = { method: "GET", access: "statements:read", tag: "statements", status: 200 } as const;

export const listStatements = defineRoute({
  ...read,
  id: "listStatements",
  path: "/v1/statements",
  summary: "Statements of reasons as they may be published, the oldest first.",
  query: pageQuery.extend({ status: status.optional() }),
  response: pageOf(statement),
});

export const getReconciliation = defineRoute({
  ...read,
  id: "getReconciliation",
  path: "/v1/statements/reconciliation",
  summary: "Whether restrictions = statements = accepted + queued, as of last night.",
  response: z
    .object({
      at: instant,
      restrictions: count,
      statements: count,
      queued: count,
      accepted: count,
      refused: count,
      withheld: count,
      addsUp: z.boolean(),
    })
    .meta({ id: "Reconciliation" }),
  errors: ["not_found"],
});

export const exportStatementsCsv = defineRoute({
  ...read,
  id: "exportStatementsCsv",
  path: "/v1/statements/export.csv",
  summary: "All statements that may be published, as CSV.",
  responseType: "text/csv",
});

export const exportStatementsNdjson = defineRoute({
  ...read,
  id: "exportStatementsNdjson",
  path: "/v1/statements/export.ndjson",
  summary: "All statements that may be published, one in a line.",
  responseType: "application/x-ndjson",
});

export const statementsRoutes: readonly Route[] = [
  listStatements,
  getReconciliation,
  exportStatementsCsv,
  exportStatementsNdjson,
];

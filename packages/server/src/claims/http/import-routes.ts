import { Readable } from "node:stream";
import { claimImportLimits, importClaims, listClaimImportAside, listClaimImports } from "@breakwater/contract";
import { IntakeError } from "@breakwater/intake";
import { z } from "zod";
import { parseCursor, toCursor } from "../../http/cursor.ts";
import { HttpError } from "../../http/http-error.ts";
import { bindRoute, type BoundRoute, type Caller } from "../../http/route.ts";
import type { ClaimDesk } from "../desk/claim-desk.ts";
import { importEntries } from "../imports/import-entries.ts";

export type ImportRoutesParts = { readonly desk: ClaimDesk; readonly newId: () => string };

const retryAfter = 10;
const unknownVerdictsShown = 100;
const importPlace = z.tuple([z.literal("imports"), z.int().min(0)]);
const asidePlace = z.tuple([z.literal("aside"), z.int().min(0)]);

/** `/v1/claims:import` and `/v1/claims/imports`. */
export function createImportRoutes({ desk, newId }: ImportRoutesParts): readonly BoundRoute[] {
  // One at a time: a feed may be one value, which is held in memory whole.
  let isImporting = false;
  return [
    bindRoute(importClaims, async ({ query: { name }, caller, at, stream }) => {
      const by = toImporter(caller);
      if (isImporting) throw new HttpError("too_many_requests", { code: "import_under_way" }, { retryAfter });
      isImporting = true;
      const source = { name, bytes: null, open: () => stream ?? Readable.from([]) };
      try {
        const { report, rejections, unknownVerdicts } = await importEntries(desk, source, {
          id: newId(),
          by,
          at,
          name,
        });
        const aside = rejections.slice(0, claimImportLimits.asideShownMax);
        const asideOmitted = report.rejected + report.leftOut - aside.length;
        return {
          body: {
            ...report,
            aside,
            asideOmitted,
            unknownVerdicts: unknownVerdicts.slice(0, unknownVerdictsShown),
            unknownVerdictsOmitted: Math.max(0, unknownVerdicts.length - unknownVerdictsShown),
          },
        };
      } catch (error) {
        throw toHttpError(error);
      } finally {
        isImporting = false;
      }
    }),
    bindRoute(listClaimImports, async ({ query: { cursor, limit } }) => {
      const before = parseCursor(cursor, importPlace)?.[1];
      const found = await desk.listImports({ limit: limit + 1, ...(before === undefined ? {} : { before }) });
      const page = found.slice(0, limit);
      const last = page.at(-1);
      const nextCursor = found.length > page.length && last !== undefined ? toCursor(["imports", last.place]) : null;
      return { body: { items: page.map(({ report }) => report), nextCursor } };
    }),
    bindRoute(listClaimImportAside, async ({ params, query: { cursor, limit } }) => {
      const skip = parseCursor(cursor, asidePlace)?.[1] ?? 0;
      const found = await desk.listRejections(params.id, { skip, limit: limit + 1 });
      if (found === null) throw new HttpError("not_found");
      const nextCursor = found.length > limit ? toCursor(["aside", skip + limit]) : null;
      return { body: { items: found.slice(0, limit), nextCursor } };
    }),
  ];
}

/** An import decides nothing, so a token may bring it in; those who then adopt it are people. */
function toImporter(caller: Caller): string {
  if (caller.kind === "token") return `token:${caller.id}`;
  if (caller.kind === "person" && caller.roles.includes("editor")) return caller.id;
  throw new HttpError("not_allowed", { code: "importer_needed" });
}

/** What cannot be read is the sender's; what the body's stream came to (too large, cut off) is told as it is. */
function toHttpError(error: unknown): unknown {
  if (!(error instanceof IntakeError)) return error;
  return error.cause instanceof HttpError ? error.cause : new HttpError("malformed_body", error.message);
}

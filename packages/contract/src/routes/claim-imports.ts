import { z } from "zod";
import { id, instant, pageOf, pageQuery } from "../common.ts";
import { defineRoute, type Route } from "../route.ts";

/** What a request to `POST /v1/claims:import` may hold at most. */
export const claimImportLimits = {
  /** Unpacked. */
  bytesMax: 256 * 1024 * 1024,
  /** Of what was put aside, so many stand in the answer; ten thousand are kept and can be listed. */
  asideShownMax: 1000,
} as const;

/** A record that was not taken over (`rejected`), or fields that an entry goes without (`left_out`). */
export const claimImportAside = z
  .object({
    /** Line of a text, row of a table or number of a value, from 1. */
    position: z.int().min(0),
    what: z.enum(["rejected", "left_out"]),
    /** Of the entry; null where the record is none. */
    id: z.string().nullable(),
    reasons: z.array(z.object({ field: z.string(), code: z.string() })),
    /** How the record begins, numbers of people masked. */
    excerpt: z.string(),
  })
  .meta({ id: "ClaimImportAside" });

const counts = {
  id,
  at: instant,
  /** Who brought it in: a person's id, or `token:` and a token's. */
  by: z.string(),
  name: z.string(),
  records: z.int().min(0),
  added: z.int().min(0),
  /** A new version of an import that was here: it has to be adopted anew. */
  updated: z.int().min(0),
  unchanged: z.int().min(0),
  rejected: z.int().min(0),
  /** Fields that were left out of entries which stand. */
  leftOut: z.int().min(0),
};

export const claimImport = z.object(counts).meta({ id: "ClaimImport" });

export const claimImportAnswer = z
  .object({
    ...counts,
    aside: z.array(claimImportAside),
    /** What of it is not shown for its number. */
    asideOmitted: z.int().min(0),
    /** Verdict words that nobody explained: they became `unproven`, which is never matched with effect. The most frequent first. */
    unknownVerdicts: z.array(z.object({ word: z.string(), times: z.int().min(1) })),
    /** How many more such words there are. */
    unknownVerdictsOmitted: z.int().min(0),
  })
  .meta({ id: "ClaimImportAnswer" });
export type ClaimImportAnswer = z.infer<typeof claimImportAnswer>;

const tag = "claims";

export const importClaims = defineRoute({
  id: "importClaims",
  method: "POST",
  path: "/v1/claims:import",
  access: "claims:write",
  tag,
  summary:
    "Imports a file of determinations: NDJSON, JSON, CSV or a page; ClaimReview, Google's shape, or our own export; plain, gzip or zstd, recognised " +
    "by its content, as a stream. Each is suggested at most until three editors adopt it, whatever the file says of itself. A record that cannot be used is put " +
    "aside with its position and reasons, and the rest goes on. The same file again changes nothing: what broke off is sent again whole.",
  bodyTypes: ["application/x-ndjson", "text/csv", "text/html", "application/octet-stream"],
  query: z.strictObject({
    /** The file's name, for people. */
    name: z.string().min(1).max(200).default("import"),
  }),
  bodyBytesMax: claimImportLimits.bytesMax,
  status: 200,
  response: claimImportAnswer,
  errors: ["malformed_body", "body_too_large", "unsupported_media_type", "too_many_requests"],
});
export const listClaimImports = defineRoute({
  id: "listClaimImports",
  method: "GET",
  path: "/v1/claims/imports",
  access: "claims:read",
  tag,
  summary: "What was imported, newest first.",
  query: pageQuery,
  status: 200,
  response: pageOf(claimImport),
});
export const listClaimImportAside = defineRoute({
  id: "listClaimImportAside",
  method: "GET",
  path: "/v1/claims/imports/{id}/aside",
  access: "claims:read",
  tag,
  summary: "What an import put aside, in the order of the file; the first ten thousand are kept.",
  params: z.object({ id }),
  query: pageQuery,
  status: 200,
  response: pageOf(claimImportAside),
  errors: ["not_found"],
});

export const claimImportRoutes: readonly Route[] = [importClaims, listClaimImports, listClaimImportAside];

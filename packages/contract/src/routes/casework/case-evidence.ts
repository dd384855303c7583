import { z } from "zod";
import { id, instant, pageOf, pageQuery } from "../../common.ts";
import { defineRoute } from "../../route.ts";
import { objectParams } from "./object-routes.ts";
import { personId, refId, sha256 } from "./parts.ts";

const count = z.int().min(0);

export const evidenceView = z
  .object({
    id,
    kind: z.string(),
    sha256,
    /** The first 200; `accountCount` says how many there are. */
    accounts: z.array(z.string()),
    accountCount: count,
    capturedAt: instant,
    tool: z.string(),
    /** How many of the platform's own actions it names: `readCaseEvidence`. */
    actionCount: count,
    addedAt: instant,
    addedBy: personId,
    /** Its entry in the ledger; null until the ledger holds it. */
    entry: count.nullable(),
  })
  .meta({ id: "Evidence" });

export const listCaseEvidence = defineRoute({
  id: "listCaseEvidence",
  method: "GET",
  path: "/v1/cases/{id}/evidence",
  access: "cases:read",
  summary: "List a case's evidence in the order of its coming, each with its ledger entry.",
  tag: "cases",
  params: objectParams,
  query: pageQuery.extend({
    /** What shows acts of this account, alone or with others. */
    account: refId.optional(),
  }),
  status: 200,
  response: pageOf(evidenceView),
  errors: ["not_found", "refused"],
});

const evidenceActionStates = ["held", "gone", "of_others"] as const;

export const readCaseEvidence = defineRoute({
  id: "readCaseEvidence",
  method: "GET",
  path: "/v1/cases/{id}/evidence/{evidence}",
  access: "cases:read",
  summary: "Read what a piece of evidence shows, as far as it is still held. Who read it is written down.",
  tag: "cases",
  params: objectParams.extend({ evidence: id }),
  status: 200,
  response: z.object({
    id,
    items: z.array(
      z.object({
        id: z.string(),
        /**
         * `gone`: its time was over, or the platform or an erasure took it away. `of_others`: an act of none of the accounts that the evidence
         * is about; nothing of it is shown.
         */
        state: z.enum(evidenceActionStates),
        /** As it is held now, with the platform's edits; null where nothing is shown. */
        act: z
          .object({
            account: z.string(),
            at: instant,
            kind: z.string(),
            /** Null: an act without words. */
            text: z.string().nullable(),
            /** Media, by their ids. */
            media: z.array(z.string()),
          })
          .nullable(),
      }),
    ),
  }),
  errors: ["not_found", "refused"],
});

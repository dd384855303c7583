import { z } from "zod";
import { id, instant } from "../../common.ts";
import { casePriorities } from "../leads.ts";
import { refId, sha256, words } from "./parts.ts";
import { findingRole, grade, noActionReasons, proposalBody, severityFactors } from "./proposal.ts";

export const reopenCauses = ["new_evidence", "court_order", "appeal", "audit", "next_batch"] as const;

const kind = <const K extends string>(name: K): z.ZodLiteral<K> => z.literal(name);
const weight = z.strictObject({
  weight: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  reason: z.string().max(5_000),
});

/** What is held about one account: the part it played, on which evidence of its own. */
export const findingInput = z
  .strictObject({
    account: refId,
    role: findingRole,
    evidence: z.array(id).min(1).max(500),
    /** In plain words, as the person will read them. */
    allegation: words,
    grade,
    /** Each factor that weighs has its reason in words. */
    severity: z.strictObject(
      Object.fromEntries(severityFactors.map((factor) => [factor, weight.exactOptional()])) as {
        [F in (typeof severityFactors)[number]]: z.ZodExactOptional<typeof weight>;
      },
    ),
  })
  .meta({ id: "FindingInput" });

/** The platform's own actions that a piece of evidence may name. */
export const evidenceActionsMax = 50;

/** Every command that people give to a case. Ids of what comes into being are given by the server. */
export const caseCommand = z
  .discriminatedUnion("kind", [
    /** `conflict`: what the person declares about an interest of their own; null is "none". */
    z.strictObject({ kind: kind("assign"), conflict: words.nullable() }),
    z.strictObject({ kind: kind("set_priority"), priority: z.enum(casePriorities), reason: words }),
    z.strictObject({
      kind: kind("add_evidence"),
      item: z.strictObject({
        /** `screenshot`, `actions`, `report`, … */
        kind: z.string().regex(/^[a-z][a-z0-9_]{0,63}$/),
        sha256,
        /** The accounts whose own acts it shows. */
        accounts: z.array(refId).min(1).max(5_000),
        capturedAt: instant,
        tool: z.string().min(1).max(200),
        /** What the platform sent that it shows, by the ids that groups give their actions: read with it for as long as they are held. */
        actions: z.array(refId).max(evidenceActionsMax).optional(),
      }),
    }),
    z.strictObject({ kind: kind("record_finding"), finding: findingInput }),
    z.strictObject({
      kind: kind("ask_partner"),
      content: z.strictObject({
        desk: refId,
        purpose: words,
        question: words,
        /** Names of the case's fields that are shown: as few as the question needs. */
        fields: z.array(z.string().max(64)).min(1).max(20),
        returnBy: instant,
      }),
    }),
    z.strictObject({ kind: kind("start_hearing"), account: refId, declaredMedia: z.boolean().default(false) }),
    z.strictObject({ kind: kind("propose"), ...proposalBody }),
    z.strictObject({
      kind: kind("propose_no_action"),
      reason: z.enum(noActionReasons),
      /** Decisions of this case that are lifted by it, after a reopening. */
      supersedes: z.array(id).max(200).default([]),
    }),
    z.strictObject({ kind: kind("judge_blind"), account: refId, role: findingRole }),
    z.strictObject({ kind: kind("reject"), reason: words }),
    z.strictObject({ kind: kind("approve"), statement: words }),
    z.strictObject({ kind: kind("act_alone"), reason: words }),
    z.strictObject({ kind: kind("release_stage") }),
    z.strictObject({ kind: kind("undo_bulk"), reason: words }),
    z.strictObject({ kind: kind("reopen"), cause: z.enum(reopenCauses), reason: words }),
  ])
  .meta({ id: "CaseCommand" });

export const caseCommandKinds = [
  "assign",
  "set_priority",
  "add_evidence",
  "record_finding",
  "ask_partner",
  "start_hearing",
  "propose",
  "propose_no_action",
  "judge_blind",
  "reject",
  "approve",
  "act_alone",
  "release_stage",
  "undo_bulk",
  "reopen",
] as const;

/** What keeps the evidence of a case from being destroyed: asked for by one, confirmed by another; opens no content. */
export const legalHoldCommand = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: kind("request_legal_hold"), basis: words, owner: id }),
    z.strictObject({ kind: kind("confirm_legal_hold") }),
    z.strictObject({ kind: kind("release_legal_hold"), reason: words }),
  ])
  .meta({ id: "LegalHoldCommand" });

export const legalHoldCommandKinds = ["request_legal_hold", "confirm_legal_hold", "release_legal_hold"] as const;

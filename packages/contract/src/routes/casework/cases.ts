import { z } from "zod";
import { id, instant, pageOf, pageQuery } from "../../common.ts";
import { defineRoute, type Route } from "../../route.ts";
import { casePriorities, caseTypes, leadLine } from "../leads.ts";
import { caseCommand, caseCommandKinds, legalHoldCommand, legalHoldCommandKinds } from "./case-commands.ts";
import { evidenceView, listCaseEvidence, readCaseEvidence } from "./case-evidence.ts";
import { commandErrors, defineObjectRoutes, objectParams, objectQuery } from "./object-routes.ts";
import { clock, commandsOf, deadline, oneOrMore, personId, refId, version, viewParts, words } from "./parts.ts";
import {
  findingRole,
  grade,
  measureTypes,
  noActionReasons,
  proposalBody,
  ruleVersion,
  statementDraft,
  statementFields,
} from "./proposal.ts";

export const caseStatuses = [
  "case_open",
  "investigating",
  "waiting_partner",
  "hearing",
  "proposed",
  "decided_action",
  "decided_no_action",
  "closed",
  "purged",
] as const;
const status = z.enum(caseStatuses).meta({ id: "CaseStatus" });
const caseType = z.enum(caseTypes);
const priority = z.enum(casePriorities);
const count = z.int().min(0);

const line = {
  id,
  version,
  status,
  caseType,
  priority,
  /** A person under attack may be harmed by who knows of it: only people on the case, and auditors, open it. */
  sensitive: z.boolean(),
  lead: id,
  openedAt: instant,
  updatedAt: instant,
  /** Analysts who took it. */
  assignees: z.array(id),
  accounts: count,
  evidence: count,
  decisions: count,
  clocks: z.array(clock),
  /** What is next due, of clocks and deadlines. */
  dueAt: instant.nullable(),
};
export const caseLine = z.object(line).meta({ id: "CaseLine" });

export const strikeView = z.object({ measure: id, decision: id, level: count, at: instant, until: instant });

export const findingView = z
  .object({
    account: z.string(),
    role: findingRole,
    evidence: z.array(id),
    /** How many of these show this account alone; one at least is needed for a decision. */
    ownEvidence: count,
    allegation: z.string(),
    grade,
    severity: z.record(z.string(), z.object({ weight: count, reason: z.string() })),
    hearing: z
      .object({
        askedAt: instant,
        /** Null until the question reached the person. */
        dueAt: instant.nullable(),
        reply: z.string().nullable(),
        endedAt: instant.nullable(),
        /** Whether they were asked about what is held now. */
        isCurrent: z.boolean(),
      })
      .nullable(),
    /** What counts against the account today, by measure. */
    strikes: z.array(strikeView),
    /** The highest level that role and gravity bear. */
    levelMax: count,
  })
  .meta({ id: "Finding" });

const measureView = z.object({
  id,
  type: z.enum(measureTypes),
  target: z.object({ kind: z.enum(["item", "account"]), id: z.string() }),
  durationMs: count.nullable(),
  accountsAffected: count.optional(),
});

export const proposedView = z
  .object({
    decision: id,
    account: z.string(),
    role: findingRole,
    grade,
    rule: ruleVersion,
    measures: z.array(measureView),
    alternatives: z.string(),
    proportionality: z.string(),
    whyNotMoneyFirst: z.string().nullable(),
    strikesReliedOn: z.array(id),
    determination: id.nullable(),
    supersedes: id.nullable(),
    statement: statementFields.nullable(),
    /** What a person wrote for the statement: with the rest of the item the body of a preview, which shows the letters. */
    draft: statementDraft,
  })
  .meta({ id: "Proposed" });

const tally = z.record(z.string(), count);
export const bulkPreview = z
  .object({ accounts: count, byMeasure: tally, byRole: tally, byCategory: tally })
  .meta({ id: "BulkPreview" });

const proposalView = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("action"),
    by: personId,
    at: instant,
    bulk: z.boolean(),
    emergency: z.boolean(),
    hearingSkipped: z.string().nullable(),
    items: z.array(proposedView),
    preview: bulkPreview,
    /** Accounts that the approver judges before they see the proposal; null until drawn, and where it is not bulk. */
    sample: z.array(z.string()).nullable(),
    judgements: z.array(
      z.object({ by: personId, account: z.string(), role: findingRole, agrees: z.boolean().nullable() }),
    ),
  }),
  z.object({
    kind: z.literal("no_action"),
    by: personId,
    at: instant,
    reason: z.enum(noActionReasons),
    decision: id,
    supersedes: z.array(id),
  }),
]);

const legalHold = z.object({
  basis: z.string(),
  owner: id,
  reviewAt: instant,
  requestedBy: id,
  confirmedBy: id.nullable(),
});

export const caseView = z
  .object({
    ...line,
    source: z.enum(["reporter", "trusted_flagger", "authority", "own"]),
    /** The authority's request that it began with. */
    request: id.nullable(),
    reporters: count,
    people: z.array(id),
    /** The first 200 of each; `/evidence` and `/findings` give all. */
    evidenceItems: z.array(evidenceView),
    findings: z.array(findingView),
    transfer: id.nullable(),
    /** Null where nothing is proposed, or where the caller judges blind (see `hidden`). */
    proposal: proposalView.nullable(),
    /** For whoever judges the blind sample: accounts that they have still to judge. */
    toJudge: z.array(z.string()),
    rejections: count,
    decisionIds: z.array(z.object({ id, account: z.string().nullable(), mark: z.string() })),
    /** Decisions that wait for their stage. */
    waiting: count,
    selfReview: id.nullable(),
    legalHold: legalHold.nullable(),
    requestedHold: legalHold.nullable(),
    closedAt: instant.nullable(),
    retainUntil: instant.nullable(),
    ...viewParts,
    commands: commandsOf(caseCommandKinds),
  })
  .meta({ id: "Case" });

const routes = defineObjectRoutes({
  one: "Case",
  many: "Cases",
  noun: "a case",
  path: "/v1/cases",
  tag: "cases",
  read: "cases:read",
  write: "cases:write",
  query: objectQuery.extend({
    status: oneOrMore(status),
    caseType: caseType.optional(),
    priority: priority.optional(),
    /** Of one analyst; `me` is the caller. */
    assignee: id.optional(),
    /** With a finding about this account. */
    account: refId.optional(),
    /** With something that was to be done before this: `dueBefore` of now lists what is late. */
    dueBefore: z.coerce.number().pipe(instant).optional(),
    /** `urgent`: by priority, then by what is due first. */
    sort: z.enum(["newest", "due", "urgent"]).default("newest"),
  }),
  line: caseLine,
  view: caseView,
  command: caseCommand,
  // Two hundred accounts, each with its own texts.
  bodyBytesMax: 4_194_304,
});
export const { list: listCases, read: getCase, command: commandCase } = routes;

export const listCaseFindings = defineRoute({
  id: "listCaseFindings",
  method: "GET",
  path: "/v1/cases/{id}/findings",
  access: "cases:read",
  summary: "List what is held about each account of a case.",
  tag: "cases",
  params: objectParams,
  query: pageQuery,
  status: 200,
  response: pageOf(findingView),
  errors: ["not_found", "refused"],
});

const decidedLine = z
  .object({
    decision: id,
    case: id,
    status: z.string(),
    account: z.string().nullable(),
    role: findingRole.nullable(),
    grade: grade.nullable(),
    rule: ruleVersion.nullable(),
    measures: z.array(z.enum(measureTypes)),
    decidedAt: instant,
  })
  .meta({ id: "DecidedLine" });

export const getCaseContext = defineRoute({
  id: "getCaseContext",
  method: "GET",
  path: "/v1/cases/{id}/context",
  access: "cases:read",
  summary: "Read where a case came from, and what was decided before about its accounts and under its rules.",
  tag: "cases",
  params: objectParams,
  query: z.strictObject({
    /** Rules that are thought of, `id@version` with commas between them; those of the proposal are always there. */
    rules: z.string().max(2_000).optional(),
  }),
  status: 200,
  response: z.object({
    case: id,
    /** The lead, and by it the group that it came from. */
    lead: leadLine.nullable(),
    leadSignals: z.array(z.object({ family: z.string(), axis: z.string(), detectorVersion: z.string() })),
    leadReason: z.string(),
    /** `text` is null where no registry of rules knows the version. */
    rules: z.array(
      z.object({
        id: z.string(),
        version: z.string(),
        text: z.record(z.string(), z.string()).nullable(),
      }),
    ),
    /** The newest 50 about these accounts, in other cases. */
    priorDecisions: z.array(decidedLine),
    /** The newest 50 under the same rules, about other accounts. */
    similar: z.array(decidedLine),
  }),
  errors: ["not_found", "refused"],
});

const refusalView = z.object({ code: z.string(), about: z.array(z.string()), why: z.string(), next: z.string() });
const noticeView = z.object({
  language: z.string(),
  subject: z.string(),
  sections: z.array(z.object({ id: z.string(), heading: z.string(), lines: z.array(z.string()) })),
});

export const previewProposal = defineRoute({
  id: "previewProposal",
  method: "POST",
  path: "/v1/cases/{id}/preview",
  access: "cases:write",
  summary: "See what a proposal would do and say, before it is made: nothing changes.",
  tag: "cases",
  params: objectParams,
  body: z.strictObject(proposalBody),
  status: 200,
  response: z.object({
    /** Why it could not be proposed as it stands; null: it could. */
    refusal: refusalView.nullable(),
    /** How many people it takes, and whether one of them is a senior. */
    humans: z.int().min(1).max(2),
    senior: z.boolean(),
    effect: bulkPreview,
    /** How many accounts would be judged blind; 0 where it is not bulk. */
    sampleSize: count,
    items: z.array(
      z.object({
        account: z.string(),
        /** Of this account alone. */
        refusal: refusalView.nullable(),
        /** Null where nothing is restricted: then only a notice is owed. */
        statement: statementFields.nullable(),
        faults: z.array(z.object({ field: z.string(), message: z.string() })),
        /** As it would be published; null where it cannot be. */
        published: statementFields.nullable(),
        publishedRefusal: refusalView.nullable(),
        /** What the person would read, in each shipped language; gaps that are filled later read as `{name}`. */
        notices: z.array(noticeView),
        noticeRefusal: refusalView.nullable(),
      }),
    ),
  }),
  errors: ["not_found", "refused"],
  bodyBytesMax: 4_194_304,
});

export const secondOpinion = z
  .object({
    id,
    case: id,
    question: z.string(),
    askedBy: personId,
    askedAt: instant,
    /** Whose opinion is asked; null: anybody's who may. */
    of: id.nullable(),
    answer: z.string().nullable(),
    answeredBy: personId,
    answeredAt: instant.nullable(),
  })
  .meta({ id: "SecondOpinion" });

export const listSecondOpinions = defineRoute({
  id: "listSecondOpinions",
  method: "GET",
  path: "/v1/cases/{id}/second-opinions",
  access: "cases:read",
  summary: "List the opinions that were asked about a case.",
  tag: "cases",
  params: objectParams,
  status: 200,
  response: z.object({ items: z.array(secondOpinion) }),
  errors: ["not_found", "refused"],
});

export const askSecondOpinion = defineRoute({
  id: "askSecondOpinion",
  method: "POST",
  path: "/v1/cases/{id}/second-opinions",
  access: "cases:write",
  summary: "Ask a colleague's opinion. Whoever gives one took part, and neither approves nor judges an appeal later.",
  tag: "cases",
  params: objectParams,
  body: z.strictObject({ question: words, of: id.nullable().default(null) }),
  status: 201,
  response: secondOpinion,
  errors: ["not_found", "refused"],
  idempotent: true,
});

export const answerSecondOpinion = defineRoute({
  id: "answerSecondOpinion",
  method: "POST",
  path: "/v1/second-opinions/{id}/answer",
  access: "cases:write",
  summary: "Give the opinion that was asked.",
  tag: "cases",
  params: objectParams,
  body: z.strictObject({ answer: words }),
  status: 200,
  response: secondOpinion,
  errors: ["not_found", "refused"],
  idempotent: true,
});

const legalHoldView = z
  .object({
    case: id,
    version,
    legalHold: legalHold.nullable(),
    requestedHold: legalHold.nullable(),
    deadlines: z.array(deadline),
    commands: commandsOf(legalHoldCommandKinds),
  })
  .meta({ id: "CaseLegalHold" });

export const legalHoldStates = ["asked", "stands"] as const;
const legalHoldState = z.enum(legalHoldStates).meta({ id: "LegalHoldState" });

export const legalHoldLine = legalHold
  .extend({ case: id, version, state: legalHoldState })
  .meta({ id: "LegalHoldLine" });

export const listLegalHolds = defineRoute({
  id: "listLegalHolds",
  method: "GET",
  path: "/v1/legal-holds",
  access: "legal_holds:manage",
  summary: "List the legal holds that stand or are asked for, and nothing else of their cases; the newest case first.",
  tag: "cases",
  query: objectQuery.extend({ state: legalHoldState.optional() }),
  status: 200,
  response: pageOf(legalHoldLine),
});

export const getLegalHold = defineRoute({
  id: "getLegalHold",
  method: "GET",
  path: "/v1/legal-holds/{id}",
  access: "legal_holds:manage",
  summary: "Read a case's legal hold, and nothing else of the case.",
  tag: "cases",
  params: objectParams,
  status: 200,
  response: legalHoldView,
  errors: ["not_found"],
});

export const commandLegalHold = defineRoute({
  id: "commandLegalHold",
  method: "POST",
  path: "/v1/legal-holds/{id}/commands",
  access: "legal_holds:manage",
  summary: "Ask for a legal hold on a case, confirm one, or release it.",
  tag: "cases",
  params: objectParams,
  body: legalHoldCommand,
  status: 200,
  response: legalHoldView,
  errors: commandErrors,
  idempotent: true,
});

export const casesRoutes: readonly Route[] = [
  listCases,
  getCase,
  commandCase,
  listCaseEvidence,
  readCaseEvidence,
  listCaseFindings,
  getCaseContext,
  previewProposal,
  listSecondOpinions,
  askSecondOpinion,
  answerSecondOpinion,
  listLegalHolds,
  getLegalHold,
  commandLegalHold,
];

import { z } from "zod";
import { id, instant, language } from "../common.ts";
import { defineRoute, type Route } from "../route.ts";
import { claimObstacles, claimVerdicts } from "./claims.ts";

/** Why a match that looks certain is only suggested. */
export const claimHolds = [
  ...claimObstacles,
  "post_too_short",
  "claim_too_short",
  "claim_too_long",
  "shared_too_little",
  "claim_is_refutation",
  "claim_is_explanation",
  "other_quantity",
  "other_negation",
  "outside_validity",
  "stance_unclear",
  "speaks_about_it",
  "nearer_match_differs",
] as const;

const relation = z.enum(["repeats", "mentions", "none"]).meta({ id: "ClaimRelation" });
const band = z.enum(["recognised", "suggest", "nothing"]).meta({ id: "ClaimBand" });
/** A stretch of a text in UTF-16 code units: `start` is in it, `end` behind it. */
const span = z.object({ start: z.int(), end: z.int() }).meta({ id: "TextSpan" });
/** What a caller does when there is no answer in time is theirs to choose; it is sent back as it came. */
const onLate = z.enum(["publish", "hold"]);

const matchedEntry = z
  .object({
    id: z.string(),
    claim: z.string(),
    verdict: z.enum(claimVerdicts),
    title: z.string().nullable(),
    /** Where everybody can read the debunk. */
    url: z.string().nullable(),
    languages: z.array(z.string()),
  })
  .meta({ id: "MatchedClaim" });

export const checkRequest = z
  .strictObject({
    /** As its author wrote it. Nothing of it is kept unless `insert` is given. */
    text: z.string().max(65_536),
    /** The author's, as a BCP 47 tag: of the prompt. Chosen by the text where it is left out. */
    language: z.string().max(35).optional(),
    account: id.optional(),
    /** The platform's id of the post. */
    id: id.optional(),
    /** When it was written; now where it is left out. */
    at: instant.optional(),
    /** How long the caller waits, from the arrival of the request. */
    deadlineMs: z.int().min(1).max(60_000).optional(),
    onLate: onLate.default("publish"),
    /** An action as `POST /v1/actions` takes it, appended in the same call: of copies at once each counts those before it. */
    insert: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: "CheckRequest" });

export const checkAnswer = z
  .object({
    relation,
    /** `recognised` is no order to block: it says that the author may be shown the prompt. */
    band,
    /** Calibrated chance, 0 to 1, that the post carries the claim. */
    confidence: z.number(),
    entry: matchedEntry.nullable(),
    /** Best first; those whose band is `nothing` are left out. */
    matches: z.array(
      z.object({
        entry: matchedEntry,
        relation,
        band,
        confidence: z.number(),
        field: z.enum(["claim", "wording", "title", "explanation"]),
        fieldText: z.string(),
        spans: z.object({ post: z.array(span), entry: z.array(span) }),
        /** What keeps it from `recognised`. */
        holds: z.array(z.enum(claimHolds)),
      }),
    ),
    /** Posts of the last hours that say nearly the same, this one left out; null where there is none. */
    sample: z.object({ accounts: z.int(), posts: z.int(), firstAt: instant }).nullable(),
    /** Numbers of people that stand in the text: of what type, and where. Never the number. */
    exposed: z.array(z.object({ kind: z.enum(["resident_id", "bank_card", "phone"]), start: z.int(), end: z.int() })),
    /** What the author alone may be shown before publishing; publishing stays their choice. */
    prompt: z.object({ language, title: z.string(), text: z.string(), link: z.string().nullable() }).nullable(),
    /** The deadline passed before it was found out: nothing is said of the post. */
    late: z.boolean(),
    onLate,
    /** Of a long text the beginning was compared. */
    isCut: z.boolean(),
    /** What became of `insert`; `pending` where the deadline passed before it was durable. */
    insert: z.object({ status: z.string(), reason: z.string().optional() }).nullable(),
  })
  .meta({ id: "CheckAnswer" });

export const checkPost = defineRoute({
  id: "checkPost",
  method: "POST",
  path: "/v1/check",
  access: "check",
  tag: "check",
  summary:
    "Says before a post is published what it has to do with known rumours. It never says that a post must not be published.",
  body: checkRequest,
  bodyBytesMax: 512 << 10,
  status: 200,
  response: checkAnswer,
});

export const checkRoutes: readonly Route[] = [checkPost];

import { z } from "zod";
import { instant, pageOf, pageQuery } from "../common.ts";
import { defineRoute, type Route } from "../route.ts";
import { availability } from "./leads.ts";
import { claimImportRoutes } from "./claim-imports.ts";

export const claimVerdicts = [
  "false",
  "misleading",
  "missing_context",
  "outdated",
  "mixed",
  "unproven",
  "satire",
  "true",
] as const;
export const claimStatuses = ["draft", "reviewed", "published", "corrected", "withdrawn"] as const;
export const claimActions = [
  "added",
  "imported",
  "edited",
  "reviewed",
  "published",
  "corrected",
  "adopted",
  "withdrawn",
] as const;

export const claimOrigins = ["own", "imported"] as const;
export const claimSourceKinds = [
  "document",
  "measurement",
  "witness",
  "expert",
  "press",
  "official_statement",
  "fact_check",
] as const;
export const claimSteps = ["complete", "review", "publish", "adopt"] as const;
export const claimGaps = ["too_few_sources", "one_publisher", "official_only", "no_right_of_reply"] as const;
export const claimObstacles = [
  "not_published",
  "not_adopted",
  "not_false_side",
  "no_public_url",
  "too_few_people",
] as const;

const verdict = z.enum(claimVerdicts).meta({ id: "ClaimVerdict" });
const status = z.enum(claimStatuses).meta({ id: "ClaimStatus" });
const action = z.enum(claimActions).meta({ id: "ClaimAction" });
const claimId = z.string().min(1).max(200);
const item = z.string().min(1).max(2000);
const items = z.array(item).max(500);
const wordings = z
  .array(
    z.strictObject({
      text: z.string().min(1).max(20_000),
      /** When it was seen, ISO 8601. */
      date: item.optional(),
      /** Where it was seen. */
      source: item.optional(),
    }),
  )
  .max(1000);

const source = z
  .strictObject({
    /** An address, or in words what it is. */
    text: item,
    kind: z.enum(claimSourceKinds).optional(),
    /** Who stands for it; where it is left out, the host of the address. */
    publisher: item.optional(),
    /** Address of a kept copy. */
    archive: item.optional(),
  })
  .meta({ id: "ClaimSource" });
const sources = z.array(source).max(500);
/** A text alone is a source of which no more is told. */
const givenSources = z.array(z.union([item, source])).max(500);

const needed = {
  /** The assertion itself, a sentence or two. */
  claim: z.string().min(1).max(20_000),
  verdict,
};
const texts = {
  /** Headline of the debunk. */
  title: item,
  /** The debunk's own words. */
  explanation: z.string().min(1).max(200_000),
  /** What was asked of whoever made the claim and what they said, or why that was not possible. */
  rightOfReply: z.string().min(1).max(20_000),
  /** Where everybody can read it. */
  url: item,
  /** The time that the claim is about, ISO 8601. */
  validFrom: item,
  validTo: item,
  /** When it was published, ISO 8601. */
  date: item,
};
const lists = {
  /** How the rumour was worded in the wild. */
  wordings,
  languages: items,
  regions: items,
  tags: items,
  /** Hashes or addresses of pictures and films that carry the rumour. */
  media: items,
};

/** What an editor writes. Standing and people follow from what people do. */
export const claimContent = z
  .strictObject({ ...needed, ...optional(texts), ...optional(lists), sources: givenSources.optional() })
  .meta({ id: "ClaimContent" });
/** Fields to change; `null` takes an optional text away. */
export const claimChanges = z
  .strictObject({
    ...optional(needed),
    ...nullable(texts),
    ...optional(lists),
    sources: givenSources.optional(),
  })
  .meta({ id: "ClaimChanges" });

/** An entry of the registry in one of its versions. */
export const claimEntry = z
  .object({
    id: z.string(),
    claim: z.string(),
    verdict,
    ...optional(texts),
    ...lists,
    /** On what the determination rests. */
    sources,
    origin: z.enum(claimOrigins),
    /** Ids of people, or for imports the names that the file gives. The first wrote the present text. */
    authors: items,
    reviewers: items,
    adoptedBy: items,
    status,
  })
  .meta({ id: "ClaimEntry" });

export const claimVersion = z
  .object({
    version: z.int(),
    at: instant,
    /** Who did it, by id. */
    by: z.string(),
    action,
    reason: z.string().optional(),
    entry: claimEntry,
  })
  .meta({ id: "ClaimVersion" });

export const claim = z
  .object({
    id: z.string(),
    /** Number of the newest version: its ETag. */
    version: z.int(),
    changedAt: instant,
    changedBy: z.string(),
    /** The newest version. */
    entry: claimEntry,
    /** Which version posts are checked against: while a correction waits for review, what was published. */
    inForceVersion: z.int(),
    /** What keeps the version in force from being recognised; without any a post may be matched with effect. */
    obstacles: z.array(z.enum(claimObstacles)),
    /** What the newest version waits for; null where nobody has to do anything. */
    next: z
      .object({
        /** `complete`: its text lacks what `gaps` says, and nobody can review it yet. */
        step: z.enum(claimSteps),
        /** How many people more have to do that. */
        people: z.int().min(1),
        /** Ids of those who have had their turn: the author of this text, and who stands behind it already. */
        notBy: z.array(z.string()),
        gaps: z.array(z.enum(claimGaps)),
      })
      .nullable(),
    /** Whether each command is open to the caller. */
    commands: z.object({
      edit: availability,
      review: availability,
      publish: availability,
      correct: availability,
      adopt: availability,
      withdraw: availability,
    }),
  })
  .meta({ id: "Claim" });

const params = z.object({ id: claimId });
const reason = z.string().min(1).max(20_000);
const tag = "claims";
const read = { access: "claims:read", tag } as const;
const write = { access: "claims:write", tag } as const;
const change = {
  ...write,
  method: "POST",
  params,
  status: 200,
  response: claim,
  idempotent: true,
  errors: ["not_found", "refused", "precondition_failed", "precondition_required"],
} as const;
/** A whole entry may be long. */
const contentBytesMax = 4 << 20;

export const listClaims = defineRoute({
  ...read,
  id: "listClaims",
  method: "GET",
  path: "/v1/claims",
  summary: "Lists claims, newest first; narrowed by their newest version, by words, and by what waits for the caller.",
  query: pageQuery.extend({
    status: status.optional(),
    verdict: verdict.optional(),
    origin: z.enum(claimOrigins).optional(),
    /** Only those that wait for this, and for which the caller has not yet had their turn. */
    turn: z.enum(claimSteps).optional(),
    /** Words of claim, title, explanation or tags. Texts of posts are not searched. */
    words: z.string().min(1).max(200).optional(),
  }),
  status: 200,
  response: pageOf(claim),
});
export const getClaim = defineRoute({
  ...read,
  id: "getClaim",
  method: "GET",
  path: "/v1/claims/{id}",
  summary: "One claim as it stands.",
  params,
  status: 200,
  response: claim,
  errors: ["not_found"],
});
export const listClaimVersions = defineRoute({
  ...read,
  id: "listClaimVersions",
  method: "GET",
  path: "/v1/claims/{id}/versions",
  summary: "All versions of a claim, oldest first. None is ever changed or removed.",
  params,
  query: pageQuery,
  status: 200,
  response: pageOf(claimVersion),
  errors: ["not_found"],
});
export const createClaim = defineRoute({
  ...write,
  id: "createClaim",
  method: "POST",
  path: "/v1/claims",
  summary: "Writes down a determination: a draft by whoever calls, until two others have reviewed it.",
  body: claimContent,
  status: 201,
  response: claim,
  idempotent: true,
  bodyBytesMax: contentBytesMax,
  errors: ["refused"],
});
export const editClaim = defineRoute({
  ...change,
  id: "editClaim",
  method: "PATCH",
  path: "/v1/claims/{id}",
  summary: "Changes a draft or an import. Its reviews or adoptions start anew.",
  body: z.strictObject({ changes: claimChanges, reason: reason.optional() }),
  bodyBytesMax: contentBytesMax,
});
export const reviewClaim = defineRoute({
  ...change,
  id: "reviewClaim",
  path: "/v1/claims/{id}/review",
  summary:
    "Stands for the very text that If-Match names. Author, first and second reviewer are three people. The text needs two sources of different " +
    "publishers, not official statements alone, and the right of reply.",
});
export const publishClaim = defineRoute({
  ...change,
  id: "publishClaim",
  path: "/v1/claims/{id}/publish",
  summary: "Puts a reviewed claim in force.",
  body: z.strictObject({ url: texts.url.optional(), date: texts.date.optional() }),
});
export const correctClaim = defineRoute({
  ...change,
  id: "correctClaim",
  path: "/v1/claims/{id}/correct",
  summary: "Begins the correction of a published claim. What was published stays in force until the correction is.",
  body: z.strictObject({ changes: claimChanges, reason }),
  bodyBytesMax: contentBytesMax,
});
export const adoptClaim = defineRoute({
  ...change,
  id: "adoptClaim",
  path: "/v1/claims/{id}/adopt",
  summary: "Takes over an imported claim as it stands. Three editors make it effective.",
});
export const withdrawClaim = defineRoute({
  ...change,
  id: "withdrawClaim",
  path: "/v1/claims/{id}/withdraw",
  summary: "Takes a claim out of force at once. It stays readable. If-Match may be left out.",
  body: z.strictObject({ reason }),
});
export const deleteClaim = defineRoute({
  ...change,
  id: "deleteClaim",
  method: "DELETE",
  path: "/v1/claims/{id}",
  summary: "The same as withdraw: nothing is ever removed.",
  query: z.strictObject({ reason }),
});
export const exportClaims = defineRoute({
  ...read,
  id: "exportClaims",
  method: "GET",
  path: "/v1/claims/export",
  summary: "All claims in force, one in a line (NDJSON), in the fields of the registry file.",
  status: 200,
  responseType: "application/x-ndjson",
});

/** Google's names and shapes, so that what reads its Fact Check Tools API reads this. */
export const searchClaims = defineRoute({
  id: "searchClaims",
  method: "GET",
  path: "/v1/claims:search",
  access: "public",
  tag,
  summary: "Published determinations in the shape of Google's Fact Check Tools `claims:search`.",
  // What else Google's clients send (a key, an offset) is no fault here.
  query: z.looseObject({
    query: z.string().max(200).optional(),
    languageCode: z.string().max(35).optional(),
    /** A host name, or an address of which the host counts. */
    reviewPublisherSiteFilter: z.string().max(2000).optional(),
    maxAgeDays: z.coerce.number().int().min(1).max(36_500).optional(),
    pageSize: z.coerce.number().int().min(1).max(100).default(10),
    pageToken: z.string().max(512).optional(),
  }),
  status: 200,
  response: z
    .object({
      claims: z.array(
        z.object({
          text: z.string(),
          claimReview: z.array(
            z.object({
              publisher: z.object({ name: z.string().optional(), site: z.string().optional() }).optional(),
              url: z.string().optional(),
              title: z.string().optional(),
              reviewDate: z.string().optional(),
              textualRating: z.string(),
              languageCode: z.string().optional(),
            }),
          ),
        }),
      ),
      nextPageToken: z.string().optional(),
    })
    .meta({ id: "ClaimSearchAnswer" }),
});

/** Static paths stand before those with an id. */
export const claimsRoutes: readonly Route[] = [
  searchClaims,
  exportClaims,
  ...claimImportRoutes,
  listClaims,
  createClaim,
  getClaim,
  listClaimVersions,
  editClaim,
  reviewClaim,
  publishClaim,
  correctClaim,
  adoptClaim,
  withdrawClaim,
  deleteClaim,
];

type Shape = Readonly<Record<string, z.ZodType>>;

function optional<T extends Shape>(shape: T): { [K in keyof T]: z.ZodOptional<T[K]> } {
  return Object.fromEntries(Object.entries(shape).map(([name, type]) => [name, type.optional()])) as {
    [K in keyof T]: z.ZodOptional<T[K]>;
  };
}

function nullable<T extends Shape>(shape: T): { [K in keyof T]: z.ZodOptional<z.ZodNullable<T[K]>> } {
  return Object.fromEntries(Object.entries(shape).map(([name, type]) => [name, type.nullable().optional()])) as {
    [K in keyof T]: z.ZodOptional<z.ZodNullable<T[K]>>;
  };
}

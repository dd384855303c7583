import { z } from "zod";
import { scopes, staffRoles } from "../access.ts";
import { id, instant, language, pageOf, pageQuery } from "../common.ts";
import { defineRoute, type Route } from "../route.ts";

const tag = "Access";
const scope = z.enum(scopes).meta({ id: "Scope" });
const role = z.enum(staffRoles).meta({ id: "StaffRole" });
const idParams = z.object({ id });

/** What a program sends and reads with. The token itself is shown once, when it is made. */
export const accessToken = z
  .object({
    id,
    /** The source under which its actions are filed. Two tokens may share a name while one takes over from the other. */
    name: z.string(),
    scopes: z.array(scope),
    createdAt: instant,
    createdBy: id.nullable(),
    expiresAt: instant.nullable(),
    /** A day, never finer. */
    lastUsedOn: z.iso.date().nullable(),
    revokedAt: instant.nullable(),
  })
  .meta({ id: "AccessToken" });

export const newAccessToken = z
  .strictObject({
    name: z
      .string()
      .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/)
      .describe("Lower-case letters, digits, `.`, `_`, `-`."),
    scopes: z.array(scope).min(1).max(scopes.length),
    /** Null: until it is revoked. */
    expiresInDays: z.int().min(1).max(3650).nullable(),
  })
  .meta({ id: "NewAccessToken" });

export const listTokens = defineRoute({
  id: "listTokens",
  method: "GET",
  path: "/v1/tokens",
  access: "access:read",
  summary: "Tokens that were made, without what they are",
  tag,
  query: pageQuery,
  status: 200,
  response: pageOf(accessToken),
});

export const createToken = defineRoute({
  id: "createToken",
  method: "POST",
  path: "/v1/tokens",
  access: "access:manage",
  summary: "Make a token; it is shown in this answer and never again",
  tag,
  body: newAccessToken,
  status: 201,
  response: z.object({ token: accessToken, secret: z.string() }),
  errors: ["invalid_request", "refused"],
});

export const revokeToken = defineRoute({
  id: "revokeToken",
  method: "DELETE",
  path: "/v1/tokens/{id}",
  access: "access:manage",
  summary: "Revoke a token; within five seconds it opens nothing",
  tag,
  params: idParams,
  status: 204,
  errors: ["not_found"],
});

/** Who is asking: what the console builds its menu from. */
export const me = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("token"), id, name: z.string(), scopes: z.array(scope) }),
    z.object({
      kind: z.literal("person"),
      id,
      name: z.string(),
      login: z.string(),
      language,
      roles: z.array(role),
      scopes: z.array(scope),
      /** After how much reading the operator suggests a break; null: never. What somebody makes of it is their own, and kept nowhere here. */
      breaks: z.object({ items: z.int().min(1).nullable(), minutes: z.int().min(1).nullable() }),
    }),
  ])
  .meta({ id: "Me" });

export const getMe = defineRoute({
  id: "getMe",
  method: "GET",
  path: "/v1/me",
  access: "public",
  summary: "Who the caller is and what they may do",
  tag,
  status: 200,
  response: me,
  errors: ["not_signed_in"],
});

/** Somebody of the operator's. */
export const person = z
  .object({
    id,
    name: z.string(),
    login: z.string(),
    roles: z.array(role),
    language,
    disabled: z.boolean(),
    /** `oidc`: signs in by the operator's identity provider, which also says their roles, `admin` excepted. */
    origin: z.enum(["local", "oidc"]),
    /** Not yet joined: the invitation has not been used. */
    joined: z.boolean(),
    createdAt: instant,
    changedAt: instant,
    version: z.int().min(1),
  })
  .meta({ id: "Person" });

/** Somebody one works with: no more than one has to know to hand something over, or to see whose word it is. */
export const colleague = z
  .object({
    id,
    name: z.string(),
    roles: z.array(role),
    /** No longer here, or not yet: their name still stands beside what they did. */
    away: z.boolean(),
  })
  .meta({ id: "Colleague" });

export const listColleagues = defineRoute({
  id: "listColleagues",
  method: "GET",
  path: "/v1/colleagues",
  access: "public",
  summary:
    "Names and roles of the operator's people, for somebody of them who has signed in; of these ids, where some are given",
  tag,
  query: pageQuery.extend({
    /** With commas between them, 100 at most. Ids that are nobody's are left out. */
    ids: z
      .string()
      .max(10_000)
      .transform((text) => text.split(","))
      .pipe(z.array(id).min(1).max(100))
      .optional(),
  }),
  status: 200,
  response: pageOf(colleague),
  errors: ["not_signed_in", "not_allowed"],
});

const personName = z.string().trim().min(1).max(100);
export const login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._@+-]{1,99}$/)
  .describe("What they sign in with: 2 to 100 of `a-z 0-9 . _ @ + -`, whatever case it is typed in.");
const roles = z.array(role).max(staffRoles.length);

export const newPerson = z
  .strictObject({ name: personName, login, roles, language: language.default("en") })
  .meta({ id: "NewPerson" });

export const personChange = z
  .strictObject({
    name: personName.optional(),
    language: language.optional(),
    roles: roles.optional(),
    disabled: z.boolean().optional(),
  })
  .meta({ id: "PersonChange" });

/** A link that works once. It is shown in one answer and kept only as a hash; hand it over in person or by a channel that you trust. */
const link = z.object({ url: z.string(), expiresAt: instant }).meta({ id: "OneTimeLink" });

export const listPeople = defineRoute({
  id: "listPeople",
  method: "GET",
  path: "/v1/people",
  access: "access:read",
  summary: "The operator's people and their roles",
  tag,
  query: pageQuery,
  status: 200,
  response: pageOf(person),
});

export const getPerson = defineRoute({
  id: "getPerson",
  method: "GET",
  path: "/v1/people/{id}",
  access: "access:read",
  summary: "One of the operator's people, with an ETag",
  tag,
  params: idParams,
  status: 200,
  response: person,
  errors: ["not_found"],
});

export const invitePerson = defineRoute({
  id: "invitePerson",
  method: "POST",
  path: "/v1/people",
  access: "access:manage",
  summary: "Invite somebody by a link that works once",
  tag,
  body: newPerson,
  status: 201,
  response: z.object({ person, link }),
  errors: ["invalid_request", "conflict", "refused"],
});

export const changePerson = defineRoute({
  id: "changePerson",
  method: "PATCH",
  path: "/v1/people/{id}",
  access: "access:manage",
  summary: "Change name, language, roles, or disable (needs If-Match); nobody gives themselves a role",
  tag,
  params: idParams,
  body: personChange,
  status: 200,
  response: person,
  errors: ["not_found", "refused", "conflict", "precondition_failed", "precondition_required"],
});

export const renewInvitation = defineRoute({
  id: "renewInvitation",
  method: "POST",
  path: "/v1/people/{id}/invitation",
  access: "access:manage",
  summary: "A new invitation for somebody who has not joined; the one before stops working",
  tag,
  params: idParams,
  status: 201,
  response: link,
  errors: ["not_found", "refused"],
});

/** What a reset takes away. `password` still asks for a code of their app, `totp` for their password, `both` for neither. */
const resetParts = z.enum(["password", "totp", "both"]);

export const accessReset = z
  .object({
    id,
    personId: id,
    parts: resetParts,
    proposedBy: id,
    createdAt: instant,
    expiresAt: instant,
  })
  .meta({ id: "AccessReset" });

const resetOutcome = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("waiting"), reset: accessReset }),
    z.object({ kind: z.literal("issued"), link }),
  ])
  .meta({ id: "ResetOutcome" });

export const proposeReset = defineRoute({
  id: "proposeReset",
  method: "POST",
  path: "/v1/people/{id}/resets",
  access: "access:manage",
  summary: "Reset somebody's password or TOTP; waits for a second administrator where there is one",
  tag,
  params: idParams,
  body: z.strictObject({ parts: resetParts }),
  status: 201,
  response: resetOutcome,
  errors: ["not_found", "refused"],
});

export const listResets = defineRoute({
  id: "listResets",
  method: "GET",
  path: "/v1/resets",
  access: "access:read",
  summary: "Resets that wait for a second administrator",
  tag,
  status: 200,
  response: z.object({ items: z.array(accessReset) }),
});

export const confirmReset = defineRoute({
  id: "confirmReset",
  method: "POST",
  path: "/v1/resets/{id}/confirm",
  access: "access:manage",
  summary: "Confirm what another administrator proposed; the link is in this answer",
  tag,
  params: idParams,
  status: 201,
  response: resetOutcome,
  errors: ["not_found", "refused"],
});

export const withdrawReset = defineRoute({
  id: "withdrawReset",
  method: "DELETE",
  path: "/v1/resets/{id}",
  access: "access:manage",
  summary: "Withdraw or turn down a reset that waits",
  tag,
  params: idParams,
  status: 204,
  errors: ["not_found"],
});

/** Nothing of the browser or the network is kept with a session. */
export const session = z
  .object({
    id,
    createdAt: instant,
    /** To the minute. */
    seenAt: instant,
    expiresAt: instant,
    current: z.boolean(),
  })
  .meta({ id: "Session" });

export const listSessions = defineRoute({
  id: "listSessions",
  method: "GET",
  path: "/v1/sessions",
  access: "public",
  summary: "One's own sessions",
  tag,
  status: 200,
  response: z.object({ items: z.array(session) }),
  errors: ["not_signed_in", "not_allowed"],
});

export const endSession = defineRoute({
  id: "endSession",
  method: "DELETE",
  path: "/v1/sessions/{id}",
  access: "public",
  summary: "End one of one's own sessions",
  tag,
  params: idParams,
  status: 204,
  errors: ["not_signed_in", "not_allowed", "not_found"],
});

/** What the log of access knows, and nothing else. */
export const accessEvents = [
  "person.set_up",
  "person.invited",
  "person.joined",
  "person.provisioned",
  "person.changed",
  "person.disabled",
  "person.enabled",
  "invitation.renewed",
  "token.created",
  "token.revoked",
  "session.ended",
  "sign_in.succeeded",
  "sign_in.failed",
  "sign_in.locked",
  "password.changed",
  "recovery_codes.renewed",
  "recovery_code.used",
  "reset.proposed",
  "reset.confirmed",
  "reset.withdrawn",
  "reset.issued",
  "reset.completed",
  "account.read",
  "account.erased",
] as const;
export type AccessEvent = (typeof accessEvents)[number];

export const accessLogEntry = z
  .object({
    /** Rises with each. */
    sequence: z.int().min(1),
    at: instant,
    event: z.enum(accessEvents),
    /** `operator`: on the machine itself. `nobody`: not signed in. */
    actor: z.object({ kind: z.enum(["person", "token", "operator", "nobody"]), id: id.nullable() }),
    /** `account`: of the platform, whose records somebody asked for or erased. */
    subject: z.object({ kind: z.enum(["person", "token", "session", "reset", "account"]), id: id.nullable() }),
    /** What of it changed, never a secret. */
    facts: z.record(z.string(), z.unknown()),
  })
  .meta({ id: "AccessLogEntry" });

export const listAccessLog = defineRoute({
  id: "listAccessLog",
  method: "GET",
  path: "/v1/access-log",
  access: "access:read",
  summary: "Who changed whose access, or asked for whose records, and when, newest first",
  tag,
  query: pageQuery,
  status: 200,
  response: pageOf(accessLogEntry),
});

export const accessRoutes: readonly Route[] = [
  getMe,
  listPeople,
  listColleagues,
  invitePerson,
  getPerson,
  changePerson,
  renewInvitation,
  proposeReset,
  listResets,
  confirmReset,
  withdrawReset,
  listTokens,
  createToken,
  revokeToken,
  listSessions,
  endSession,
  listAccessLog,
];

import { z } from "zod";
import { id, instant } from "../../common.ts";
import { defineRoute, type Route } from "../../route.ts";
import { defineObjectRoutes, objectQuery } from "./object-routes.ts";
import { commandsOf, oneOrMore, refId, version, viewParts, words } from "./parts.ts";

/** What readers say is wrong with a published determination, by its id, and what they were answered. Its text is a claim (`/v1/claims`). */
export const correctionStatuses = ["asked", "answered", "unasked"] as const;
const status = z.enum(correctionStatuses).meta({ id: "CorrectionStatus" });

export const correctionCommand = z
  .discriminatedUnion("kind", [z.strictObject({ kind: z.literal("answer_correction"), request: refId, answer: words })])
  .meta({ id: "CorrectionCommand" });
export const correctionCommandKinds = ["answer_correction"] as const;

const line = {
  id,
  version,
  openedAt: instant,
  updatedAt: instant,
  /** When the first answer is due; null: all are answered. */
  dueAt: instant.nullable(),
  /** `asked`: some request waits for an answer; `unasked`, which a list shows only where it is asked for: there never was one. */
  status,
  /** The assertion that was determined. */
  claim: z.string(),
  open: z.int().min(0),
  answered: z.int().min(0),
};
export const correctionView = z
  .object({
    ...line,
    /** Oldest first. Who asked is not known here. */
    requests: z.array(
      z.object({ id, text: z.string(), askedAt: instant, dueAt: instant, answer: z.string().nullable() }),
    ),
    ...viewParts,
    commands: commandsOf(correctionCommandKinds),
  })
  .meta({ id: "Correction" });

const routes = defineObjectRoutes({
  one: "Correction",
  many: "Corrections",
  noun: "a determination with its readers' requests",
  path: "/v1/corrections",
  tag: "corrections",
  read: "corrections:read",
  write: "corrections:write",
  query: objectQuery.extend({
    status: oneOrMore(status),
    sort: z.enum(["newest", "due"]).default("newest"),
  }),
  line: z.object(line).meta({ id: "CorrectionLine" }),
  view: correctionView,
  command: correctionCommand,
});
export const { list: listCorrections, read: getCorrection, command: commandCorrection } = routes;

export const correctionTextMax = 4_000;

export const askCorrection = defineRoute({
  id: "askCorrection",
  method: "POST",
  path: "/v1/claims/{id}/corrections",
  access: "public",
  summary:
    "Say what is wrong with a published determination. Nobody needs an account; whoever has the link reads the answer, within a week.",
  tag: "corrections",
  params: z.object({ id: z.string().min(1).max(200) }),
  /** Numbers of people (telephone, card, identity document) are masked before it is kept. */
  body: z.strictObject({ text: z.string().trim().min(1).max(correctionTextMax) }),
  status: 201,
  response: z.object({ request: id, dueAt: instant, link: z.url() }).meta({ id: "AskedCorrection" }),
  errors: ["not_found", "refused"],
});

export const correctionRoutes: readonly Route[] = [askCorrection, listCorrections, getCorrection, commandCorrection];

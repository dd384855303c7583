import { z } from "zod";
import { id, instant, pageOf, pageQuery } from "../../common.ts";
import { defineRoute, type Route } from "../../route.ts";
import { sha256, words } from "./parts.ts";

export const effectStates = ["asked", "confirmed", "failed"] as const;

/** Something that the platform was asked to do. Each comes from a decision or a hold. */
export const effect = z
  .object({
    /** `<measure>.apply`, `<measure>.reverse`, `<hold>.place` or `<hold>.release`. */
    id,
    kind: z.enum(["measure.apply", "measure.reverse", "hold.place", "hold.release"]),
    decision: id.nullable(),
    hold: id.nullable(),
    measure: id.nullable(),
    type: z.string(),
    target: z.object({ kind: z.string(), id: z.string() }),
    account: z.string().nullable(),
    state: z.enum(effectStates),
    askedAt: instant,
    /** When it was last confirmed or failed. */
    answeredAt: instant.nullable(),
    /** How often the platform said that it failed. */
    failures: z.int().min(0),
    /** What the platform said last. */
    reason: z.string().nullable(),
    /** When it will be asked again; null where it need not be. */
    retryAt: instant.nullable(),
  })
  .meta({ id: "Effect" });

const params = z.object({ id });

export const listEffects = defineRoute({
  id: "listEffects",
  method: "GET",
  path: "/v1/effects",
  access: "effects:read",
  summary: "List what the platform was asked to do, the newest first, with what came of it.",
  tag: "effects",
  query: pageQuery.extend({
    state: z.enum(effectStates).optional(),
    decision: id.optional(),
  }),
  status: 200,
  response: pageOf(effect),
});

export const getEffect = defineRoute({
  id: "getEffect",
  method: "GET",
  path: "/v1/effects/{id}",
  access: "effects:read",
  summary: "Read what the platform was asked to do, and what came of it.",
  tag: "effects",
  params,
  status: 200,
  response: effect,
  errors: ["not_found"],
});

export const confirmEffect = defineRoute({
  id: "confirmEffect",
  method: "POST",
  path: "/v1/effects/{id}/confirm",
  access: "effects:write",
  summary: "Say, as the platform, that it is done. Said twice, it is done once.",
  tag: "effects",
  params,
  body: z.strictObject({
    /** The account's keyed pseudonym; asked of the register alone. */
    registerKey: sha256.nullable().default(null),
  }),
  status: 200,
  response: effect,
  errors: ["not_found", "refused"],
  idempotent: true,
});

export const failEffect = defineRoute({
  id: "failEffect",
  method: "POST",
  path: "/v1/effects/{id}/fail",
  access: "effects:write",
  summary: "Say, as the platform, that it could not be done; it will be asked again.",
  tag: "effects",
  params,
  body: z.strictObject({ reason: words }),
  status: 200,
  response: effect,
  errors: ["not_found", "refused"],
  idempotent: true,
});

export const effectsRoutes: readonly Route[] = [listEffects, getEffect, confirmEffect, failEffect];

import { z } from "zod";
import { id, instant, pageOf, pageQuery } from "../common.ts";
import { webhookKind } from "../events.ts";
import { defineRoute, type Route } from "../route.ts";

const kinds = z
  .array(z.union([z.literal("*"), webhookKind]))
  .min(1)
  .max(64)
  .describe(
    "Which kinds are delivered; `*` is all that name no account, also those of later versions. Those that do (`measure.…`, `hold.place`, `hold.release`, `notice.send`) are listed by a token with their permission; what people work on goes to none.",
  );
const url = z.string().min(1).max(2_048);
const description = z.string().max(500);

export const webhookSecretState = z
  .object({
    id,
    createdAt: instant,
    /** Until when it signs too; null for the newest. */
    expiresAt: instant.nullable(),
  })
  .meta({ id: "WebhookSecretState" });

export const webhook = z
  .object({
    id,
    url,
    kinds,
    description,
    disabled: z.boolean(),
    /** `by_hand`; `gone`: it answered 410; `failing`: too many deliveries in a row were given up. */
    disabledReason: z.enum(["by_hand", "gone", "failing"]).nullable(),
    version: z.int().min(1),
    createdAt: instant,
    updatedAt: instant,
    /** Behind this sequence of what happens it stands. */
    cursor: z.int().min(0),
    /** How many notices were forgotten before they could be delivered: it was disabled or behind for too long. */
    missed: z.int().min(0),
    /** Attempts that failed since the last that did not. */
    failures: z.int().min(0),
    /** Deliveries that were given up since the last success. */
    givenUp: z.int().min(0),
    secrets: z.array(webhookSecretState),
  })
  .meta({ id: "Webhook" });
export type WebhookView = z.infer<typeof webhook>;

const withSecret = z
  .object({
    webhook,
    /** `whsec_…`. Shown here and never again. */
    secret: z.string(),
  })
  .meta({ id: "WebhookWithSecret" });

export const deliveryStatus = z.enum(["pending", "delivered", "failed"]);

export const deliveryAttempt = z
  .object({
    number: z.int().min(1),
    at: instant,
    durationMs: z.int().min(0),
    /** HTTP status; null where there was no answer. */
    status: z.int().nullable(),
    /** Why it failed, by a word; null where it did not. */
    fault: z.string().nullable(),
    /** How the answer's body began. Written by whoever runs the endpoint: not to be trusted. */
    excerpt: z.string(),
  })
  .meta({ id: "DeliveryAttempt" });

export const delivery = z
  .object({
    /** The `webhook-id` that it carries, the same at every attempt. */
    id,
    webhook: id,
    kind: webhookKind,
    /** Of the notice; null for a ping. */
    sequence: z.int().min(1).nullable(),
    status: deliveryStatus,
    createdAt: instant,
    /** Attempts since it was made or replayed. */
    attempts: z.int().min(0),
    lastStatus: z.int().nullable(),
    lastFault: z.string().nullable(),
    lastAt: instant.nullable(),
    nextTryAt: instant.nullable(),
  })
  .meta({ id: "Delivery" });
export type DeliveryView = z.infer<typeof delivery>;

const deliveryWithLog = delivery
  .extend({
    /** The newest 50, oldest first. */
    log: z.array(deliveryAttempt),
  })
  .meta({ id: "DeliveryWithLog" });

const common = { access: "webhooks:manage", tag: "webhooks" } as const;
const params = z.object({ id });

export const listWebhooks = defineRoute({
  ...common,
  id: "listWebhooks",
  method: "GET",
  path: "/v1/webhooks",
  summary: "All webhooks, the oldest first.",
  query: pageQuery,
  status: 200,
  response: pageOf(webhook),
});

/** Takes no Idempotency-Key, and neither does a rotation: an answer that is kept would keep the secret. */
export const createWebhook = defineRoute({
  ...common,
  id: "createWebhook",
  method: "POST",
  path: "/v1/webhooks",
  summary: "Makes a webhook. It gets what happens from now on. The secret is in this answer alone.",
  body: z.strictObject({ url, kinds, description: description.default(""), disabled: z.boolean().default(false) }),
  status: 201,
  response: withSecret,
  errors: ["limit_reached"],
});

export const readWebhook = defineRoute({
  ...common,
  id: "readWebhook",
  method: "GET",
  path: "/v1/webhooks/{id}",
  summary: "One webhook.",
  params,
  status: 200,
  response: webhook,
  errors: ["not_found"],
});

export const updateWebhook = defineRoute({
  ...common,
  id: "updateWebhook",
  method: "PATCH",
  path: "/v1/webhooks/{id}",
  summary:
    "Changes a webhook. Enabling one goes on where it stopped, as far as what happened is still kept. Needs If-Match.",
  params,
  body: z.strictObject({
    url: url.optional(),
    kinds: kinds.optional(),
    description: description.optional(),
    disabled: z.boolean().optional(),
  }),
  status: 200,
  response: webhook,
  errors: ["not_found", "precondition_required", "precondition_failed"],
});

export const deleteWebhook = defineRoute({
  ...common,
  id: "deleteWebhook",
  method: "DELETE",
  path: "/v1/webhooks/{id}",
  summary: "Deletes a webhook with its secrets and its delivery log.",
  params,
  status: 204,
  errors: ["not_found"],
});

export const rotateWebhookSecret = defineRoute({
  ...common,
  id: "rotateWebhookSecret",
  method: "POST",
  path: "/v1/webhooks/{id}/rotate",
  summary:
    "Makes a new secret, shown in this answer alone. The old ones go on signing too for a day, or not at all where they leaked.",
  params,
  body: z.strictObject({
    /** True: the old secrets sign nothing from here on. */
    revokeOld: z.boolean().default(false),
  }),
  status: 200,
  response: withSecret,
  errors: ["not_found"],
});

export const pingWebhook = defineRoute({
  ...common,
  id: "pingWebhook",
  method: "POST",
  path: "/v1/webhooks/{id}/ping",
  summary: "Sends a `webhook.ping`, once, also to a disabled webhook. What came of it stands in the delivery.",
  params,
  status: 202,
  response: delivery,
  errors: ["not_found"],
});

export const listDeliveries = defineRoute({
  ...common,
  id: "listDeliveries",
  method: "GET",
  path: "/v1/webhooks/{id}/deliveries",
  summary: "The delivery log of a webhook, the newest first.",
  params,
  query: pageQuery.extend({ status: deliveryStatus.optional() }),
  status: 200,
  response: pageOf(delivery),
  errors: ["not_found"],
});

export const replayWebhook = defineRoute({
  ...common,
  id: "replayWebhook",
  method: "POST",
  path: "/v1/webhooks/{id}/replay",
  summary: "Tries all failed deliveries of notices since a time again.",
  params,
  body: z.strictObject({ since: instant }),
  status: 202,
  response: z.object({ replayed: z.int().min(0) }),
  errors: ["not_found"],
});

export const readDelivery = defineRoute({
  ...common,
  id: "readDelivery",
  method: "GET",
  path: "/v1/deliveries/{id}",
  summary: "One delivery with its attempts.",
  params,
  status: 200,
  response: deliveryWithLog,
  errors: ["not_found"],
});

export const replayDelivery = defineRoute({
  ...common,
  id: "replayDelivery",
  method: "POST",
  path: "/v1/deliveries/{id}/replay",
  summary: "Tries a delivery again, also one that arrived; its `webhook-id` stays the same.",
  params,
  status: 202,
  response: delivery,
  errors: ["not_found"],
});

export const webhooksRoutes: readonly Route[] = [
  listWebhooks,
  createWebhook,
  readWebhook,
  updateWebhook,
  deleteWebhook,
  rotateWebhookSecret,
  pingWebhook,
  listDeliveries,
  replayWebhook,
  readDelivery,
  replayDelivery,
];

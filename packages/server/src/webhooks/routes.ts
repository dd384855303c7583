import {
  createWebhook,
  deleteWebhook,
  listDeliveries,
  listWebhooks,
  pingWebhook,
  readDelivery,
  readWebhook,
  replayDelivery,
  replayWebhook,
  rotateWebhookSecret,
  updateWebhook,
} from "@breakwater/contract";
import { HttpError } from "../http/http-error.ts";
import { bindRoute, type BoundRoute, type Caller, type RouteAnswer } from "../http/route.ts";
import type { Outcome, Webhooks } from "./webhooks.ts";

export function createWebhooksRoutes({ webhooks }: { readonly webhooks: Webhooks }): readonly BoundRoute[] {
  return [
    bindRoute(listWebhooks, async ({ query, at }) => ({ body: unwrap(await webhooks.list({ ...query, at })) })),
    bindRoute(createWebhook, async ({ body, at, caller }) => {
      const made = unwrap(await webhooks.create(body, { at, by: idOf(caller) }));
      return {
        body: made,
        headers: { ...noStore, etag: etagOf(made.webhook), location: `/v1/webhooks/${made.webhook.id}` },
      };
    }),
    bindRoute(readWebhook, async ({ params, at }) => withEtag(unwrap(await webhooks.find(params.id, at)))),
    bindRoute(updateWebhook, async ({ params, body, at, caller, headers }) => {
      const version = parseIfMatch(headers["if-match"]);
      const { url, kinds, description, disabled } = body;
      const change = {
        ...(url === undefined ? {} : { url }),
        ...(kinds === undefined ? {} : { kinds }),
        ...(description === undefined ? {} : { description }),
        ...(disabled === undefined ? {} : { disabled }),
      };
      return withEtag(unwrap(await webhooks.update(params.id, change, { at, by: idOf(caller), version })));
    }),
    bindRoute(deleteWebhook, async ({ params, at, caller }) => {
      unwrap(await webhooks.delete(params.id, { at, by: idOf(caller) }));
      return {};
    }),
    bindRoute(rotateWebhookSecret, async ({ params, body, at, caller }) => {
      const made = unwrap(await webhooks.rotate(params.id, { at, by: idOf(caller), revokeOld: body.revokeOld }));
      return { body: made, headers: { ...noStore, etag: etagOf(made.webhook) } };
    }),
    bindRoute(pingWebhook, async ({ params, at, caller }) => ({
      body: unwrap(await webhooks.ping(params.id, { at, by: idOf(caller) })),
    })),
    bindRoute(listDeliveries, async ({ params, query }) => ({
      body: unwrap(await webhooks.listDeliveries(params.id, query)),
    })),
    bindRoute(replayWebhook, async ({ params, body, at }) => ({
      body: unwrap(await webhooks.replaySince(params.id, body.since, at)),
    })),
    bindRoute(readDelivery, async ({ params }) => ({ body: unwrap(await webhooks.findDelivery(params.id)) })),
    bindRoute(replayDelivery, async ({ params, at }) => ({
      body: unwrap(await webhooks.replayDelivery(params.id, at)),
    })),
  ];
}

/** An answer with a secret stays in no cache. */
const noStore = { "cache-control": "no-store" } as const;

function unwrap<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  const { code, detail, pointer } = outcome;
  throw new HttpError(code, detail, pointer === undefined ? {} : { faults: [{ pointer, message: detail }] });
}

function idOf(caller: Caller): string | null {
  return caller.kind === "anonymous" ? null : caller.id;
}

function etagOf({ version }: { readonly version: number }): string {
  return `"${version}"`;
}

function withEtag(webhook: { readonly version: number }): RouteAnswer {
  return { body: webhook, headers: { etag: etagOf(webhook) } };
}

function parseIfMatch(header: string | readonly string[] | undefined): number {
  if (header === undefined) throw new HttpError("precondition_required");
  const version = typeof header === "string" ? /^"(\d{1,15})"$/.exec(header.trim())?.[1] : undefined;
  if (version === undefined) throw new HttpError("precondition_failed", "If-Match is not the ETag of a webhook.");
  return Number(version);
}

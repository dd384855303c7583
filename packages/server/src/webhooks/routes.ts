import { z } from "zod";
import {
  createWebhook,
  deleteWebhook,
  findPlatformScope,
  listDeliveries,
  listWebhooks,
  pingWebhook,
  readDelivery,
  readWebhook,
  replayDelivery,
  replayWebhook,
  rotateWebhookSecret,
  toReasonSentence,
  updateWebhook,
  type NoticeKind,
  type Scope,
} from "@breakwater/contract";
import { parseCursor, toCursor } from "../http/cursor.ts";
import { requireIfMatch, toEtag } from "../http/etag.ts";
import { HttpError } from "../http/http-error.ts";
import { bindRoute, type BoundRoute, type Caller, type RouteAnswer } from "../http/route.ts";
import type { Outcome, Page, Webhooks } from "./webhooks.ts";

export function createWebhooksRoutes({ webhooks }: { readonly webhooks: Webhooks }): readonly BoundRoute[] {
  return [
    bindRoute(listWebhooks, async ({ query: { cursor, limit }, at }) => ({
      body: toPage(await webhooks.list({ from: parseCursor(cursor, place), limit, at })),
    })),
    bindRoute(createWebhook, async ({ body, at, caller }) => {
      requirePlatform(body.kinds, caller);
      const made = unwrap(await webhooks.create(body, { at, by: idOf(caller) }));
      return {
        body: made,
        headers: { ...noStore, etag: toEtag(made.webhook.version), location: `/v1/webhooks/${made.webhook.id}` },
      };
    }),
    bindRoute(readWebhook, async ({ params, at }) => withEtag(unwrap(await webhooks.find(params.id, at)))),
    bindRoute(updateWebhook, async ({ params, body, at, caller, headers }) => {
      const found = unwrap(await webhooks.find(params.id, at));
      const { version } = found;
      requireIfMatch(headers, version);
      const { url, kinds, description, disabled } = body;
      if (url !== undefined || kinds !== undefined) requirePlatform(kinds ?? found.kinds, caller);
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
      return { body: made, headers: { ...noStore, etag: toEtag(made.webhook.version) } };
    }),
    bindRoute(pingWebhook, async ({ params, at, caller }) => ({
      body: unwrap(await webhooks.ping(params.id, { at, by: idOf(caller) })),
    })),
    bindRoute(listDeliveries, async ({ params, query: { cursor, status, limit } }) => {
      const from = parseCursor(cursor, place);
      return { body: toPage(unwrap(await webhooks.listDeliveries(params.id, { from, status, limit }))) };
    }),
    bindRoute(replayWebhook, async ({ params, body, at }) => ({
      body: unwrap(await webhooks.replaySince(params.id, body.since, at)),
    })),
    bindRoute(readDelivery, async ({ params }) => ({ body: unwrap(await webhooks.findDelivery(params.id)) })),
    bindRoute(replayDelivery, async ({ params, at }) => ({
      body: unwrap(await webhooks.replayDelivery(params.id, at)),
    })),
  ];
}

/** What names accounts goes nowhere but where the platform itself has it sent: also not to whoever manages webhooks. */
function requirePlatform(kinds: readonly (NoticeKind | "*")[], caller: Caller): void {
  const scopes: readonly Scope[] = caller.kind === "anonymous" ? [] : caller.scopes;
  for (const kind of kinds) {
    const scope = kind === "*" ? null : findPlatformScope(kind);
    if (scope === null || scopes.includes(scope)) continue;
    throw new HttpError("not_allowed", { code: "kind_names_accounts", about: [kind, scope] });
  }
}

/** An answer with a secret stays in no cache. */
const noStore = { "cache-control": "no-store" } as const;

function unwrap<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  const { code, reason, pointer } = outcome;
  const faults = pointer === undefined ? undefined : [{ pointer, message: toReasonSentence(reason, "en") }];
  throw new HttpError(code, reason, { faults });
}

function idOf(caller: Caller): string | null {
  return caller.kind === "anonymous" ? null : caller.id;
}

function withEtag(webhook: { readonly version: number }): RouteAnswer {
  return { body: webhook, headers: { etag: toEtag(webhook.version) } };
}

const place = z.int().min(0);

function toPage<T>({ items, next }: Page<T>): { readonly items: readonly T[]; readonly nextCursor: string | null } {
  return { items, nextCursor: next === null ? null : toCursor(next) };
}

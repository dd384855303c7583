import formbody from "@fastify/formbody";
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import type { Remote } from "../threads/remote.ts";
import type { LinkDesk } from "../casework/notices/link-desk.ts";
import type { PublishedStatements } from "../casework/notices/published-statements.ts";
import type { ClaimDesk } from "../claims/desk/claim-desk.ts";
import type { PostChecker } from "../claims/check/check-post.ts";
import { HttpError } from "../http/http-error.ts";
import { createAddressGuard } from "../http/rate-limit.ts";
import { addCheckPages } from "./check-pages.ts";
import { addClaimPages } from "./claim-pages.ts";
import { addLinkPages } from "./link-pages.ts";
import { limits } from "./limits.ts";
import { addReportPages } from "./report-pages.ts";
import { addStatementPages } from "./statement-pages.ts";
import type { PageLink } from "./views/layout.ts";
import { createVisits, toFailure, type Visits } from "./visits.ts";

export type PublicPagesDeps = {
  readonly links: Remote<LinkDesk>;
  /** Null where the operator publishes none. */
  readonly statements: Remote<PublishedStatements> | null;
  /** What was determined here. */
  readonly claims: Pick<Remote<ClaimDesk>, "versions" | "listPublic">;
  /** Null where the operator offers none. */
  readonly checker: PostChecker | null;
  /** Whether anybody may report without a token. */
  readonly takesReports: boolean;
  readonly publicUrl: string;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  readonly randomBytes: (count: number) => Uint8Array;
};

export type Pages = PublicPagesDeps & { readonly app: FastifyInstance; readonly visits: Visits };

const headers: Readonly<Record<string, string>> = {
  "content-security-policy":
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "cache-control": "no-store",
  // An address of ours can be a key: no other site learns it, and no search engine keeps it.
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex, nofollow, noarchive",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
};

/** Pages for people who have no account: what concerns them, how they answer, what they report, what is published. Plain HTML, no script, no cookie. */
export function createPublicPages(deps: PublicPagesDeps): FastifyPluginAsync {
  return async (app) => {
    const formType = "application/x-www-form-urlencoded";
    if (!app.hasContentTypeParser(formType)) await app.register(formbody, { bodyLimit: limits.formBytesMax });
    const links: readonly PageLink[] = [
      ...(deps.takesReports ? (["report"] as const) : []),
      ...(deps.checker === null ? [] : (["check"] as const)),
      ...(deps.statements === null ? [] : (["statements"] as const)),
      "claims",
    ];
    const visits = createVisits({ ...deps, links });
    const key = deps.randomBytes(32);
    const countView = await createAddressGuard(app, { perMinute: limits.viewsPerMinute, key });
    const countForm = await createAddressGuard(app, { perMinute: limits.formsPerMinute, key });
    app.addHook("onRequest", async (request, reply) => {
      reply.headers(headers);
      await (request.method === "POST" ? countForm : countView)(request);
      if (request.method === "POST") assertFromHere(request, deps.publicUrl);
    });
    app.setErrorHandler((error, request, reply) => sendError(error, { request, reply, visits }));
    const pages: Pages = { ...deps, app, visits };
    addLinkPages(pages);
    addClaimPages(pages);
    if (deps.takesReports) addReportPages(pages);
    if (deps.statements !== null) addStatementPages({ ...pages, statements: deps.statements });
    if (deps.checker !== null) addCheckPages({ ...pages, checker: deps.checker });
  };
}

/**
 * Refuses a form that a page of another site sends. Nobody's cookie speaks for them here, so this guards against a nuisance and not against theft;
 * with `no-referrer` browsers send `Origin: null` with our own forms, and say by `Sec-Fetch-Site` whose they are.
 */
function assertFromHere({ headers: { "sec-fetch-site": site, origin } }: FastifyRequest, publicUrl: string): void {
  const isOwn =
    site === undefined
      ? origin === undefined || origin === "null" || origin === new URL(publicUrl).origin
      : site === "same-origin";
  if (!isOwn) throw new HttpError("csrf_refused");
}

/** A page that says what went wrong, and nothing of how it is made. */
function sendError(
  error: unknown,
  {
    request,
    reply,
    visits,
  }: { readonly request: FastifyRequest; readonly reply: FastifyReply; readonly visits: Visits },
): FastifyReply {
  const { status, words, retryAfter } = toFailure(error);
  if (status >= 500) request.log.error({ err: error }, "A page failed.");
  if (retryAfter !== null) reply.header("retry-after", String(retryAfter));
  return visits.sendMessage(request, reply.code(status), words);
}

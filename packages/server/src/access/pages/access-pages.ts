import cookie from "@fastify/cookie";
import formbody from "@fastify/formbody";
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import { HttpError } from "../../http/http-error.ts";
import { createSite } from "../site.ts";
import { addAccountPages } from "./account-pages.ts";
import { addHomePage } from "./home-page.ts";
import { createPageKit, sendPage, toSentence, type AccessPagesDeps, type PageKit } from "./kit.ts";
import { addLinkPages } from "./link-pages.ts";
import { addOidcPages } from "./oidc-pages.ts";
import { addSignInPages } from "./sign-in-pages.ts";
import { style, stylePath } from "./style.ts";
import { addTokenPages } from "./token-pages.ts";
import { showMessage } from "./views/sign-in-views.ts";
import { chooseLanguage, words } from "./words/words.ts";

const formBytesMax = 16_384;

/** Pages run nothing and load one stylesheet of ours; nobody frames them; their forms go to us. */
const policy = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const headers: Readonly<Record<string, string>> = {
  "content-security-policy": policy,
  "cache-control": "no-store",
  // With `no-referrer` browsers send `Origin: null` with our own forms.
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
};

/** The pages that people need before there is a console: set-up, links, signing in and out, their own account, tokens. Plain HTML, no script. */
export function createAccessPages(deps: AccessPagesDeps): FastifyPluginAsync {
  return async (app) => {
    if (!app.hasRequestDecorator("cookies")) await app.register(cookie);
    const formType = "application/x-www-form-urlencoded";
    if (!app.hasContentTypeParser(formType)) await app.register(formbody, { bodyLimit: formBytesMax });
    const kit = createPageKit(deps);
    app.addHook("onRequest", async (_request, reply) => {
      reply.headers(headers);
    });
    app.addHook("preHandler", async (request) => {
      if (request.method === "POST") kit.assertOwnForm(request);
    });
    app.setErrorHandler((error, request, reply) => sendError(error, { request, reply, deps }));
    app.get(stylePath, async (_request, reply) =>
      reply.header("cache-control", "public, max-age=31536000, immutable").type("text/css; charset=utf-8").send(style),
    );
    addPages(app, deps, kit);
  };
}

function addPages(app: FastifyInstance, deps: AccessPagesDeps, kit: PageKit): void {
  addHomePage(app, deps, kit);
  addSignInPages(app, deps, kit);
  addLinkPages(app, deps, kit);
  addAccountPages(app, deps, kit);
  addTokenPages(app, deps, kit);
  if (deps.oidc !== null) addOidcPages(app, { ...deps, oidc: deps.oidc }, kit);
}

/** A page that says what went wrong, and nothing of how it is made. */
function sendError(
  error: unknown,
  {
    request,
    reply,
    deps,
  }: { readonly request: FastifyRequest; readonly reply: FastifyReply; readonly deps: AccessPagesDeps },
): FastifyReply {
  const language = chooseLanguage(request.headers["accept-language"]);
  const w = words[language];
  const { origin } = createSite(deps.publicUrl);
  const known = error instanceof HttpError ? error : null;
  const status = known === null ? readStatus(error) : 422;
  if (known === null && status >= 500) request.log.error({ err: error }, "A page failed.");
  const texts: Readonly<Record<string, string>> = {
    csrf_refused: `${w.formStale} ${w.openAt(origin)}`,
    not_allowed: w.notAllowed,
    not_signed_in: w.notAllowed,
  };
  const refusal = { code: known?.code ?? "internal", reason: null } as const;
  const text =
    texts[refusal.code] ?? (status < 500 && known === null ? w.missing : toSentence({ words: w, language }, refusal));
  const view = { language, words: w, formToken: "", toLanguage: null };
  const page = showMessage(view, { title: w.problem, text, href: "/", link: w.back, isError: true });
  if (known !== null) return sendPage(reply, page, refusal);
  return sendPage(reply.code(status), page);
}

/** What fastify says of a broken request; whatever else is our fault. */
function readStatus(error: unknown): number {
  const status = typeof error === "object" && error !== null && "statusCode" in error ? error.statusCode : 500;
  return typeof status === "number" && status >= 400 && status < 500 ? status : 500;
}

import type { FastifyInstance } from "fastify";
import { oidcCallbackPath, type OidcDoor, type OidcErrand } from "../oidc/oidc-door.ts";
import { seal, sealNonceBytes, unseal } from "../secrets/seal.ts";
import { readCookie } from "../site.ts";
import { html } from "./html.ts";
import { sendPage, type AccessPagesDeps, type PageKit } from "./kit.ts";
import { showMessage } from "./views/sign-in-views.ts";

const errandS = 600;
const context = "oidc errand";

/** Signing in by the operator's identity provider. */
export function addOidcPages(
  app: FastifyInstance,
  deps: AccessPagesDeps & { readonly oidc: OidcDoor },
  kit: PageKit,
): void {
  const { access, oidc, randomBytes } = deps;
  const { cookies, isSecure } = kit.site;
  const key = randomBytes(32);
  // The browser comes back from another site: a strict cookie would not come along. It holds nothing but this errand, sealed.
  const options = { path: "/", httpOnly: true, secure: isSecure, sameSite: "lax" } as const;

  app.get("/login/provider", async (request, reply) => {
    const { view } = await kit.visit(request, reply);
    try {
      const { url, errand } = await oidc.begin();
      const nonce = randomBytes(sealNonceBytes);
      const sealed = seal(Buffer.from(JSON.stringify({ ...errand, at: deps.now() })), { key, nonce, context });
      reply.setCookie(cookies.oidc, Buffer.from(sealed).toString("base64url"), { ...options, maxAge: errandS });
      return await reply.redirect(url, 303);
    } catch (error) {
      request.log.error({ reason: toReason(error) }, "The identity provider does not answer.");
      const { problem: title, providerFailed: text, signIn: link } = view.words;
      return sendPage(reply.code(502), showMessage(view, { title, text, href: "/login", link, isError: true }));
    }
  });

  const read = (cookie: string | null): OidcErrand | null => {
    const opened = unseal(Uint8Array.from(Buffer.from(cookie ?? "", "base64url")), { key, context });
    if (opened === null) return null;
    const { at, ...errand } = JSON.parse(Buffer.from(opened).toString("utf8")) as OidcErrand & { readonly at: number };
    return Math.abs(deps.now() - at) < errandS * 1000 ? errand : null;
  };

  app.get(oidcCallbackPath, async (request, reply) => {
    const { view, at } = await kit.visit(request, reply);
    const w = view.words;
    const errand = read(readCookie(request.headers, cookies.oidc));
    reply.clearCookie(cookies.oidc, options);
    const fail = (text: string, status: number) =>
      sendPage(
        reply.code(status),
        showMessage(view, { title: w.problem, text, href: "/login", link: w.signIn, isError: true }),
      );
    if (errand === null) return fail(w.sessionGone, 410);
    const query = new URLSearchParams(request.url.split("?").slice(1).join("?"));
    const identity = await oidc.finish(query, errand).catch((error: unknown) => {
      request.log.warn({ reason: toReason(error) }, "The identity provider's answer was refused.");
      return null;
    });
    if (identity === null) return fail(w.providerFailed, 422);
    const signedIn = await access.signInByProvider({ ...identity, language: view.language, at });
    if (!signedIn.ok) return fail(w.noRole, 403);
    kit.setSession(reply, signedIn.value.session);
    // A redirect would still count as coming from the other site, and the strict cookie would stay away. A page of ours that moves on does not.
    const onward = html`<!doctype html><meta charset="utf-8" /><meta http-equiv="refresh" content="0; url=/" /><title>
        ${w.product}
      </title>
      <p><a href="/">${w.next}</a></p>`;
    return sendPage(reply, onward.markup);
  });
}

/** Why, without what the provider said about anybody. */
function toReason(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}

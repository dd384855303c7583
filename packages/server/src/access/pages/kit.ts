import type { FastifyReply, FastifyRequest } from "fastify";
import type { Access } from "../access.ts";
import type { Authenticator } from "../authenticator.ts";
import type { Caller } from "../../http/route.ts";
import { toReasonSentence } from "@breakwater/contract";
import { HttpError } from "../../http/http-error.ts";
import type { Origin } from "../guard.ts";
import type { OidcDoor } from "../oidc/oidc-door.ts";
import type { Refusal } from "../outcome.ts";
import { hashSecret, isCode, secretBytes, toCode } from "../secrets/codes.ts";
import { isSameSecret, keyedHash } from "../secrets/keyed-hash.ts";
import { assertOwnOrigin, createSite, readCookie, type Site } from "../site.ts";
import { createNetworkPseudonyms } from "./network.ts";
import type { View } from "./views/layout.ts";
import { chooseLanguage, readLanguage, words } from "./words/words.ts";

export type AccessPagesDeps = {
  readonly access: Access;
  readonly authenticator: Authenticator;
  /** Where people reach the service: `https://breakwater.example`. */
  readonly publicUrl: string;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  readonly randomBytes: (bytes: number) => Uint8Array;
  readonly version: string;
  /** Where the API is described: `/v1/openapi.json`. */
  readonly apiDescriptionPath: string;
  /** Where the console is: people who have signed in are led there. Null where there is none. */
  readonly consolePath: string | null;
  /** The operator's identity provider; null where there is none. */
  readonly oidc: OidcDoor | null;
};

/** One request for a page. */
export type Visit = {
  readonly view: View;
  readonly caller: Caller;
  readonly origin: Origin;
  readonly at: number;
  /** Of the session's cookie, whatever its stage; null where there is none. */
  readonly sessionHash: string | null;
};

export interface PageKit {
  readonly site: Site;
  /** Reads who comes and in which language, and gives their browser what forms need. */
  visit(request: FastifyRequest, reply: FastifyReply): Promise<Visit>;
  /** Throws `csrf_refused` unless the form was made by us for this very browser. */
  assertOwnForm(request: FastifyRequest): void;
  setSession(reply: FastifyReply, secret: string): void;
  setDevice(reply: FastifyReply, secret: string): void;
  setLanguage(reply: FastifyReply, language: View["language"]): void;
  clearSession(reply: FastifyReply): void;
}

const dayS = 86_400;

export function createPageKit({ authenticator, publicUrl, now, randomBytes }: AccessPagesDeps): PageKit {
  const site = createSite(publicUrl);
  const formKey = randomBytes(secretBytes);
  const toNetwork = createNetworkPseudonyms({ randomBytes, now });
  const strict = { path: "/", httpOnly: true, secure: site.isSecure, sameSite: "strict" } as const;
  const toFormToken = (browser: string, session: string | null): string =>
    keyedHash(formKey, `${browser} ${session ?? ""}`);

  const readBrowser = (request: FastifyRequest, reply: FastifyReply): string => {
    const known = readCookie(request.headers, site.cookies.form);
    if (known !== null && isCode(known)) return known;
    const made = toCode(randomBytes(secretBytes));
    reply.setCookie(site.cookies.form, made, strict);
    return made;
  };

  return {
    site,
    async visit(request, reply) {
      const { headers, method } = request;
      const caller = await authenticator.authenticate({ method, headers });
      const session = readCookie(headers, site.cookies.session);
      const named = readLanguage(readParameter(request, "lang"));
      if (named !== null) reply.setCookie(site.cookies.language, named, { ...strict, maxAge: 365 * dayS });
      const language =
        named ?? readLanguage(readCookie(headers, site.cookies.language)) ?? chooseLanguage(headers["accept-language"]);
      const view: View = {
        language,
        words: words[language],
        formToken: toFormToken(readBrowser(request, reply), session),
        toLanguage: method === "GET" ? (other) => withLanguage(request.url, other) : null,
      };
      const origin = { network: toNetwork(request.ip), device: readCookie(headers, site.cookies.device) };
      return { view, caller, origin, at: now(), sessionHash: session === null ? null : hashSecret(session) };
    },
    assertOwnForm(request) {
      assertOwnOrigin(site, request.headers);
      const browser = readCookie(request.headers, site.cookies.form);
      const session = readCookie(request.headers, site.cookies.session);
      const isOwn = browser !== null && isSameSecret(readField(request.body, "form"), toFormToken(browser, session));
      if (!isOwn) throw new HttpError("csrf_refused");
    },
    setSession: (reply, secret) => void reply.setCookie(site.cookies.session, secret, strict),
    setDevice: (reply, secret) => void reply.setCookie(site.cookies.device, secret, { ...strict, maxAge: 180 * dayS }),
    setLanguage: (reply, language) =>
      void reply.setCookie(site.cookies.language, language, { ...strict, maxAge: 365 * dayS }),
    clearSession: (reply) => void reply.clearCookie(site.cookies.session, strict),
  };
}

/** A field of a form; empty where it is missing or came twice. */
export function readField(body: unknown, name: string): string {
  const value = isFields(body) && Object.hasOwn(body, name) ? body[name] : undefined;
  return typeof value === "string" ? value : "";
}

/** Every value of a field that may come more than once. */
export function readFields(body: unknown, name: string): readonly string[] {
  const value = isFields(body) && Object.hasOwn(body, name) ? body[name] : undefined;
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((one) => typeof one === "string");
}

export function readParameter({ query }: FastifyRequest, name: string): string {
  return readField(query, name);
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function withLanguage(url: string, language: string): string {
  const { pathname, searchParams } = new URL(url, "http://localhost");
  searchParams.set("lang", language);
  return `${pathname}?${searchParams.toString()}`;
}

/** What a page says to a refusal that has no words of its own there. */
export function toSentence(
  { words: w, language }: Pick<View, "words" | "language">,
  { code, reason, retryAfter = 0 }: Refusal,
): string {
  if (code === "too_many_requests") return retryAfter > 2 ? w.wait(retryAfter) : retryAfter > 1 ? w.busy : w.wait(1);
  if (code === "gone") return w.linkGone;
  if (reason !== null) return toReasonSentence(reason, language);
  return code === "not_allowed" || code === "refused" ? w.notAllowed : w.internal;
}

/** Sends a page. Nothing of it is kept on the way or in the browser. */
export function sendPage(reply: FastifyReply, page: string, refusal?: Refusal): FastifyReply {
  const statuses: Readonly<Partial<Record<Refusal["code"], number>>> = {
    too_many_requests: 429,
    gone: 410,
    not_allowed: 403,
    csrf_refused: 403,
  };
  if (refusal !== undefined) {
    reply.code(statuses[refusal.code] ?? 422);
    if (refusal.retryAfter !== undefined) reply.header("retry-after", String(refusal.retryAfter));
  }
  return reply.type("text/html; charset=utf-8").send(page);
}

import { newAccessToken, tokenScopes } from "@breakwater/contract";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { HttpError } from "../../http/http-error.ts";
import { toActor } from "../routes/route-parts.ts";
import {
  readField,
  readFields,
  readParameter,
  sendPage,
  toSentence,
  type AccessPagesDeps,
  type PageKit,
  type Visit,
} from "./kit.ts";
import { showNewToken, showTokens, tokenLives } from "./views/token-views.ts";

const pageSize = 50;

/** Tokens for those who manage access, until the console is there. */
export function addTokenPages(app: FastifyInstance, { access, authenticator }: AccessPagesDeps, kit: PageKit): void {
  const enter = async (request: FastifyRequest, reply: FastifyReply): Promise<Visit | null> => {
    const visit = await kit.visit(request, reply);
    const { caller } = visit;
    if (caller.kind !== "person") {
      reply.redirect("/login", 303);
      return null;
    }
    if (!caller.scopes.includes("access:manage")) throw new HttpError("not_allowed");
    return visit;
  };

  const show = async (
    reply: FastifyReply,
    { view, at }: Visit,
    said: {
      readonly after?: string;
      readonly error?: string;
      readonly typed?: { name: string; scopes: readonly string[]; life: string };
    },
  ): Promise<FastifyReply> => {
    const { after = "", error = null, typed = { name: "", scopes: ["actions:write", "check"], life: "365" } } = said;
    const found = await access.listTokens({ after, limit: pageSize + 1 });
    const tokens = found.slice(0, pageSize);
    const next = found.length > pageSize ? (tokens.at(-1)?.id ?? null) : null;
    const page = showTokens(view, { tokens, next, error, typed, at });
    return sendPage(reply, page, error === null ? undefined : { code: "invalid_request", reason: null });
  };

  app.get("/tokens", async (request, reply) => {
    const visit = await enter(request, reply);
    return visit === null ? reply : show(reply, visit, { after: readParameter(request, "after") });
  });

  app.post("/tokens", async (request, reply) => {
    const visit = await enter(request, reply);
    if (visit === null) return reply;
    const { view, caller, at } = visit;
    const [name, life] = [readField(request.body, "name").trim(), readField(request.body, "life")];
    const chosen = readFields(request.body, "scopes");
    const scopes = tokenScopes.filter((scope) => chosen.includes(scope));
    const again = (error: string): Promise<FastifyReply> =>
      show(reply, visit, { error, typed: { name, scopes, life } });
    const expiresInDays = life === "never" ? null : Number(life);
    const read = newAccessToken.safeParse({ name, scopes, expiresInDays });
    if (!read.success || !tokenLives.some((one) => one === life)) return again(view.words.badToken);
    const made = await access.createToken({ ...read.data, actor: toActor(caller), at });
    if (!made.ok) return again(toSentence(view, made.refusal));
    return sendPage(reply, showNewToken(view, { name, secret: made.value.secret }));
  });

  app.post("/tokens/revoke", async (request, reply) => {
    const visit = await enter(request, reply);
    if (visit === null) return reply;
    const { caller, at } = visit;
    await access.revokeToken({ id: readField(request.body, "id"), actor: toActor(caller), at });
    authenticator.forget();
    return reply.redirect("/tokens", 303);
  });
}

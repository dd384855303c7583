import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Caller } from "../../http/route.ts";
import type { Refusal } from "../outcome.ts";
import {
  readField,
  readParameter,
  sendPage,
  toSentence,
  type AccessPagesDeps,
  type PageKit,
  type Visit,
} from "./kit.ts";
import { showAccount } from "./views/account-view.ts";
import { showRecoveryCodes } from "./views/link-views.ts";

type Own = Visit & { readonly caller: Extract<Caller, { readonly kind: "person" }> };

/** What people may change about themselves. */
export function addAccountPages(app: FastifyInstance, { access, authenticator }: AccessPagesDeps, kit: PageKit): void {
  /** Null, and on the way to the login, where nobody is signed in. */
  const enter = async (request: FastifyRequest, reply: FastifyReply): Promise<Own | null> => {
    const visit = await kit.visit(request, reply);
    const { caller } = visit;
    if (caller.kind === "person") return { ...visit, caller };
    reply.redirect("/login", 303);
    return null;
  };

  const show = async (
    reply: FastifyReply,
    { view, caller, sessionHash, at }: Own,
    said: { readonly error?: string; readonly notice?: string | null; readonly refusal?: Refusal } = {},
  ): Promise<FastifyReply> => {
    const account = await access.getAccount({ personId: caller.id });
    if (account === null) return reply.redirect("/login", 303);
    const sessions = await access.listSessions({ personId: caller.id, currentHash: sessionHash, at });
    const { login, origin, recoveryCodesLeft } = account;
    const { error = null, notice = null, refusal } = said;
    const page = showAccount(view, { login, isLocal: origin === "local", recoveryCodesLeft, sessions, error, notice });
    return sendPage(reply, page, refusal);
  };

  app.get("/account", async (request, reply) => {
    const own = await enter(request, reply);
    if (own === null) return reply;
    const isChanged = readParameter(request, "changed") === "1";
    return show(reply, own, { notice: isChanged ? own.view.words.passwordChanged : null });
  });

  app.post("/account/password", async (request, reply) => {
    const own = await enter(request, reply);
    if (own === null) return reply;
    const { view, caller, origin, at } = own;
    const [next, password] = [readField(request.body, "next"), readField(request.body, "password")];
    const invalid: Refusal = { code: "invalid_request", reason: null };
    if (next !== readField(request.body, "repeat")) {
      return show(reply, own, { error: view.words.mismatch, refusal: invalid });
    }
    const changed = await access.changePassword({ personId: caller.id, password, next, origin, at });
    if (!changed.ok) return show(reply, own, { error: toProof(own, changed.refusal), refusal: changed.refusal });
    if (changed.value.kind === "password_fault") {
      return show(reply, own, { error: view.words.passwordFaults[changed.value.fault], refusal: invalid });
    }
    authenticator.forget();
    kit.setSession(reply, changed.value.session);
    return reply.redirect("/account?changed=1", 303);
  });

  app.post("/account/codes", async (request, reply) => {
    const own = await enter(request, reply);
    if (own === null) return reply;
    const { view, caller, origin, at } = own;
    const password = readField(request.body, "own");
    const renewed = await access.renewRecoveryCodes({ personId: caller.id, password, origin, at });
    if (!renewed.ok) return show(reply, own, { error: toProof(own, renewed.refusal), refusal: renewed.refusal });
    const { recoveryCodes: codes } = renewed.value;
    return sendPage(reply, showRecoveryCodes(view, { codes, href: "/account", link: view.words.back }));
  });

  app.post("/account/app", async (request, reply) => {
    const own = await enter(request, reply);
    if (own === null) return reply;
    const issued = await access.issueOwnTotpReset({ personId: own.caller.id, at: own.at });
    if (!issued.ok) return show(reply, own, { error: toSentence(own.view, issued.refusal), refusal: issued.refusal });
    return reply.redirect(`/reset?code=${issued.value.code}`, 303);
  });

  app.post("/account/sessions", async (request, reply) => {
    const own = await enter(request, reply);
    if (own === null) return reply;
    const { caller, at } = own;
    const actor = { kind: "person", id: caller.id } as const;
    // One that has ended meanwhile is what was wished for.
    await access.endSession({ personId: caller.id, id: readField(request.body, "id"), actor, at });
    authenticator.forget();
    return reply.redirect("/account", 303);
  });
}

function toProof({ view }: Own, refusal: Refusal): string {
  return refusal.code === "not_signed_in" ? view.words.wrongOwnPassword : toSentence(view, refusal);
}

import { login as loginSchema } from "@breakwater/contract";
import type { FastifyInstance } from "fastify";
import { readField, sendPage, toSentence, type AccessPagesDeps, type PageKit } from "./kit.ts";
import { showCode, showLogin, showMessage } from "./views/sign-in-views.ts";

export function addSignInPages(
  app: FastifyInstance,
  { access, authenticator, oidc }: AccessPagesDeps,
  kit: PageKit,
): void {
  const hasProvider = oidc !== null;

  app.get("/login", async (request, reply) => {
    const { view, caller } = await kit.visit(request, reply);
    if (caller.kind === "person") return reply.redirect("/", 303);
    return sendPage(reply, showLogin(view, { error: null, login: "", hasProvider }));
  });

  app.post("/login", async (request, reply) => {
    const { view, origin, at } = await kit.visit(request, reply);
    const typed = readField(request.body, "login");
    // What cannot be a login is tried like one: the answer and its time are the same.
    const login = loginSchema.safeParse(typed).data ?? "";
    const password = readField(request.body, "password");
    const first = await access.signInByPassword({ login, password, origin, at });
    if (first.ok) {
      kit.setSession(reply, first.value.pending);
      return reply.redirect("/login/code", 303);
    }
    const { refusal } = first;
    const error = refusal.code === "not_signed_in" ? view.words.wrongPassword : toSentence(view, refusal);
    return sendPage(reply, showLogin(view, { error, login: typed.slice(0, 100), hasProvider }), refusal);
  });

  app.get("/login/code", async (request, reply) => {
    const { view, caller, sessionHash } = await kit.visit(request, reply);
    if (caller.kind === "person") return reply.redirect("/", 303);
    if (sessionHash === null) return reply.redirect("/login", 303);
    return sendPage(reply, showCode(view, null));
  });

  app.post("/login/code", async (request, reply) => {
    const { view, origin, at, sessionHash } = await kit.visit(request, reply);
    const w = view.words;
    const code = readField(request.body, "code");
    const second = await access.signInByCode({ pendingHash: sessionHash ?? "", code, origin, at });
    if (second.ok) {
      const { session, device, language, recoveryCodesLeft } = second.value;
      kit.setSession(reply, session);
      kit.setDevice(reply, device);
      kit.setLanguage(reply, language);
      return reply.redirect(recoveryCodesLeft === null ? "/" : "/?recovered=1", 303);
    }
    const { refusal } = second;
    if (refusal.code === "gone") {
      const message = { title: w.problem, text: w.sessionGone, href: "/login", link: w.startAgain, isError: true };
      return sendPage(reply, showMessage(view, message), refusal);
    }
    const error = refusal.code === "not_signed_in" ? w.wrongCode : toSentence(view, refusal);
    return sendPage(reply, showCode(view, error), refusal);
  });

  app.post("/logout", async (request, reply) => {
    const { sessionHash, at } = await kit.visit(request, reply);
    if (sessionHash !== null) await access.endSessionByHash({ hash: sessionHash, at });
    authenticator.forget();
    kit.clearSession(reply);
    return reply.redirect("/login", 303);
  });
}

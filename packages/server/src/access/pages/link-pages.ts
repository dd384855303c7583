import { login as loginSchema, newPerson, staffRoles, type StaffRole } from "@breakwater/contract";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { EnrolmentEntry, OpenLink } from "../enrolment.ts";
import type { Refusal } from "../outcome.ts";
import type { LinkKind } from "../ports/link-store.ts";
import {
  readField,
  readFields,
  readParameter,
  sendPage,
  toSentence,
  type AccessPagesDeps,
  type PageKit,
} from "./kit.ts";
import type { View } from "./views/layout.ts";
import { showApp, showEntry, showRecoveryCodes } from "./views/link-views.ts";
import { showMessage } from "./views/sign-in-views.ts";

const kinds: Readonly<Record<string, LinkKind>> = { "/setup": "setup", "/join": "invitation", "/reset": "reset" };

/** What the links that work once lead to: both steps, for set-up, invitation and reset alike. */
export function addLinkPages(app: FastifyInstance, deps: AccessPagesDeps, kit: PageKit): void {
  for (const [path, kind] of Object.entries(kinds)) addEntry(app, deps, { kit, path, kind });
}

type Place = { readonly kit: PageKit; readonly path: string; readonly kind: LinkKind };

function addEntry(app: FastifyInstance, { access, authenticator }: AccessPagesDeps, { kit, path, kind }: Place): void {
  const findLink = async (code: string, at: number): Promise<OpenLink | null> => {
    const opened = await access.openLink({ code, at });
    return opened.ok && opened.value.kind === kind ? opened.value : null;
  };
  const nothingTyped = { name: "", login: "", roles: [] } as const;
  const appPath = (code: string): string => `${path}/app?code=${encodeURIComponent(code)}`;

  app.get(path, async (request, reply) => {
    const { view, at } = await kit.visit(request, reply);
    const code = readParameter(request, "code");
    const link = await findLink(code, at);
    if (link === null) return sendGone(reply, view);
    // Who is invited chose no language here yet; who invited them did.
    const typed = { link, action: path, code, error: null, typed: nothingTyped };
    return sendPage(reply, showEntry(view, typed));
  });

  app.post(path, async (request, reply) => {
    const { view, origin, at } = await kit.visit(request, reply);
    const { body } = request;
    const code = readField(body, "code");
    const link = await findLink(code, at);
    if (link === null) return sendGone(reply, view);
    const typed = {
      name: readField(body, "name"),
      login: readField(body, "login"),
      roles: readFields(body, "roles"),
    };
    const again = (error: string, refusal: Refusal): FastifyReply =>
      sendPage(reply, showEntry(view, { link, action: path, code, error, typed }), refusal);
    const read = readEntry(view, link, body);
    if (typeof read === "string") return again(read, { code: "invalid_request", reason: null });
    const entered = await access.enterEnrolment({ ...read, code, origin, at });
    if (!entered.ok) return again(toProofSentence(view, link, entered.refusal), entered.refusal);
    const outcome = entered.value;
    if (outcome.kind === "password_fault") {
      return again(view.words.passwordFaults[outcome.fault], { code: "invalid_request", reason: null });
    }
    if (outcome.kind === "totp") return reply.redirect(appPath(code), 303);
    authenticator.forget();
    const { doneTitle: title, doneIntro: text, signIn } = view.words;
    return sendPage(reply, showMessage(view, { title, text, href: "/login", link: signIn, isError: false }));
  });

  app.get(`${path}/app`, async (request, reply) => {
    const { view, at } = await kit.visit(request, reply);
    const code = readParameter(request, "code");
    const offered = await access.getTotpOffer({ code, at });
    if (!offered.ok) return sendGone(reply, view);
    return sendPage(reply, showApp(view, { offer: offered.value, action: `${path}/app`, code, error: null }));
  });

  app.post(`${path}/app`, async (request, reply) => {
    const { view, at } = await kit.visit(request, reply);
    const code = readField(request.body, "code");
    const finished = await access.finishEnrolment({ code, totp: readField(request.body, "totp"), at });
    if (finished.ok) {
      authenticator.forget();
      const { recoveryCodes: codes } = finished.value;
      return sendPage(reply, showRecoveryCodes(view, { codes, href: "/login", link: view.words.codesDone }));
    }
    const offered = await access.getTotpOffer({ code, at });
    if (!offered.ok) return sendGone(reply, view);
    const error = view.words.wrongCode;
    return sendPage(
      reply,
      showApp(view, { offer: offered.value, action: `${path}/app`, code, error }),
      finished.refusal,
    );
  });
}

/** What was typed, or what is wrong with it. */
function readEntry(
  view: View,
  { kind, parts }: OpenLink,
  body: unknown,
): Pick<EnrolmentEntry, "person" | "password" | "proof"> | string {
  const w = view.words;
  const password = readField(body, "password");
  if (parts !== "totp" && password !== readField(body, "repeat")) return w.mismatch;
  const secrets = {
    ...(parts === "totp" ? {} : { password }),
    ...(kind === "reset" ? { proof: readField(body, "proof") } : {}),
  };
  if (kind !== "setup") return secrets;
  const login = loginSchema.safeParse(readField(body, "login"));
  if (!login.success) return w.badLogin;
  const name = newPerson.shape.name.safeParse(readField(body, "name"));
  if (!name.success) return w.badName;
  const chosen = readFields(body, "roles");
  const roles: readonly StaffRole[] = staffRoles.filter((role) => chosen.includes(role));
  return { ...secrets, person: { name: name.data, login: login.data, language: view.language, roles } };
}

function toProofSentence(view: View, { parts }: OpenLink, refusal: Refusal): string {
  if (refusal.code !== "not_signed_in") return toSentence(view, refusal);
  return parts === "totp" ? view.words.wrongOwnPassword : view.words.wrongCode;
}

function sendGone(reply: FastifyReply, view: View): FastifyReply {
  const { problem: title, linkGone: text, signIn } = view.words;
  const message = { title, text, href: "/login", link: signIn, isError: true };
  return sendPage(reply, showMessage(view, message), { code: "gone", reason: null });
}

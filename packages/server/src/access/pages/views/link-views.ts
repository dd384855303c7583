import { staffRoles } from "@breakwater/contract";
import type { OpenLink, TotpOffer } from "../../enrolment.ts";
import { html, type Html } from "../html.ts";
import { toQrCode } from "../qr-code.ts";
import { toChoice, toError, toField, toForm, toPage, type View } from "./layout.ts";

export type EntryForm = {
  readonly link: OpenLink;
  readonly action: string;
  readonly code: string;
  readonly error: string | null;
  readonly typed: { readonly name: string; readonly login: string; readonly roles: readonly string[] };
};

/** First step of a link: who they are, and their password. */
export function showEntry(view: View, { link, action, code, error, typed }: EntryForm): string {
  const w = view.words;
  const { kind, parts, name, login } = link;
  const titles = { setup: w.setupTitle, invitation: w.joinTitle, reset: w.resetTitle };
  const intros = {
    setup: w.setupIntro,
    invitation: w.joinIntro(name ?? "", login ?? ""),
    reset: w.resetIntro(login ?? ""),
  };
  const isSetup = kind === "setup";
  const body = html`${isSetup && toPersonFields(view, typed)}
    ${kind === "reset" && parts === "password" && toField({ name: "proof", label: w.proofCode, autocomplete: "one-time-code", isCode: true })}
    ${kind === "reset" && parts === "totp" && toField({ name: "proof", label: w.proofPassword, type: "password", autocomplete: "current-password" })}
    ${!isSetup && html`<input type="text" name="username" value="${login ?? ""}" autocomplete="username" hidden />`}
    ${
      parts !== "totp" &&
      html`${toField({ name: "password", label: w.newPassword, hint: w.passwordHint, type: "password", autocomplete: "new-password" })}
      ${toField({ name: "repeat", label: w.repeat, type: "password", autocomplete: "new-password" })}`
    }
    ${isSetup && toRoleChoices(view, typed.roles)} <button type="submit">${w.next}</button>`;
  return toPage(view, {
    title: titles[kind],
    body: html`${toError(error)}
      <p>${intros[kind]}</p>
      ${toForm(view, { action, hidden: { code }, body })}`,
  });
}

function toPersonFields({ words: w }: View, { name, login }: EntryForm["typed"]): Html {
  return html`${toField({ name: "name", label: w.name, hint: w.nameHint, autocomplete: "name", value: name, isFirst: name === "" })}
  ${toField({ name: "login", label: w.login, hint: w.loginHint, autocomplete: "username", value: login })}`;
}

function toRoleChoices({ words: w }: View, chosen: readonly string[]): Html {
  const others = staffRoles.filter((role) => role !== "admin");
  return html`<fieldset>
    <legend>${w.otherRoles}</legend>
    <span class="hint">${w.otherRolesHint}</span>
    ${others.map((role) => toChoice({ name: "roles", value: role, label: w.roleNames[role], isChosen: chosen.includes(role) }))}
  </fieldset>`;
}

/** Second step: the app takes the secret, and shows that it has it. */
export function showApp(
  view: View,
  {
    offer,
    action,
    code,
    error,
  }: { readonly offer: TotpOffer; readonly action: string; readonly code: string; readonly error: string | null },
): string {
  const w = view.words;
  const grouped = offer.text.match(/.{1,4}/g)?.join(" ") ?? "";
  const field = { name: "totp", label: w.appCode, autocomplete: "one-time-code", isCode: true, isFirst: true } as const;
  return toPage(view, {
    title: w.appTitle,
    body: html`${toError(error)}
      <p>${w.appIntro}</p>
      ${toQrCode(offer.uri, w.appQr)}
      <h2>${w.appKey}</h2>
      <p class="secret" id="totp-key">${grouped}</p>
      <p class="hint">${w.appDetails}</p>
      <p><a href="${offer.uri}" id="totp-uri">${w.appOpen}</a></p>
      ${toForm(view, {
        action,
        hidden: { code },
        body: html`${toField(field)} <button type="submit">${w.appFinish}</button>`,
      })}`,
  });
}

export function showRecoveryCodes(
  view: View,
  { codes, href, link }: { readonly codes: readonly string[]; readonly href: string; readonly link: string },
): string {
  const w = view.words;
  return toPage(view, {
    title: w.codesTitle,
    body: html`<p>${w.codesIntro}</p>
      <ol class="codes">
        ${codes.map((code) => html`<li>${code}</li>`)}
      </ol>
      <p><a class="button" href="${href}">${link}</a></p>`,
  });
}

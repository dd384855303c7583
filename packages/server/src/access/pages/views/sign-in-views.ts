import { html } from "../html.ts";
import { toError, toField, toForm, toPage, type View } from "./layout.ts";

export function showLogin(
  view: View,
  {
    error,
    login,
    hasProvider,
  }: { readonly error: string | null; readonly login: string; readonly hasProvider: boolean },
): string {
  const w = view.words;
  const body = html`${toField({ name: "login", label: w.login, autocomplete: "username", value: login, isFirst: login === "" })}
    ${toField({ name: "password", label: w.password, type: "password", autocomplete: "current-password", isFirst: login !== "" })}
    <button type="submit">${w.next}</button>`;
  return toPage(view, {
    title: w.signInTitle,
    body: html`${toError(error)} ${toForm(view, { action: "/login", body })}
    ${
      hasProvider &&
      html`<p>${w.or}</p>
        <p><a class="button" href="/login/provider">${w.signInWithProvider}</a></p>`
    }`,
  });
}

export function showCode(view: View, error: string | null): string {
  const w = view.words;
  const field = { name: "code", label: w.code, hint: w.codeHint, autocomplete: "one-time-code" } as const;
  const body = html`${toField({ ...field, isCode: true, isFirst: true })} <button type="submit">${w.signIn}</button>`;
  return toPage(view, {
    title: w.codeTitle,
    body: html`${toError(error)} ${toForm(view, { action: "/login/code", body })}
      <p><a href="/login">${w.startAgain}</a></p>`,
  });
}

/** A sentence and a way on: what is left where nothing can be filled in. */
export function showMessage(
  view: View,
  message: {
    readonly title: string;
    readonly text: string;
    readonly href: string;
    readonly link: string;
    readonly isError: boolean;
  },
): string {
  const { title, text, href, link, isError } = message;
  return toPage(view, {
    title,
    body: html`${isError ? toError(text) : html`<p>${text}</p>`}
      <p><a class="button" href="${href}">${link}</a></p>`,
  });
}

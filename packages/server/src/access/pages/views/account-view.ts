import { html, type Html } from "../html.ts";
import { toError, toField, toForm, toNotice, toPage, toTime, type View } from "./layout.ts";
import type { SessionView } from "../../sessions.ts";

export type AccountPage = {
  readonly login: string;
  readonly isLocal: boolean;
  readonly recoveryCodesLeft: number;
  readonly sessions: readonly SessionView[];
  readonly error: string | null;
  readonly notice: string | null;
};

export function showAccount(view: View, page: AccountPage): string {
  const w = view.words;
  return toPage(view, {
    title: w.yourAccount,
    body: html`${toError(page.error)}${toNotice(page.notice)}
      ${page.isLocal ? toCredentials(view, page) : html`<p>${w.byProvider}</p>`}
      <h2>${w.sessions}</h2>
      <p>${w.sessionsIntro}</p>
      ${toSessions(view, page.sessions)}
      <p><a href="/">${w.back}</a></p>`,
  });
}

function toCredentials(view: View, { login, recoveryCodesLeft }: AccountPage): Html {
  const w = view.words;
  const username = html`<input type="text" name="username" value="${login}" autocomplete="username" hidden />`;
  const current = (name: string): Html =>
    toField({ name, label: w.currentPassword, type: "password", autocomplete: "current-password" });
  const change = html`${username}${current("password")}
    ${toField({ name: "next", label: w.newPassword, hint: w.passwordHint, type: "password", autocomplete: "new-password" })}
    ${toField({ name: "repeat", label: w.repeat, type: "password", autocomplete: "new-password" })}
    <button type="submit">${w.changePassword}</button>`;
  const renew = html`${username}${current("own")} <button type="submit" class="quiet">${w.renewCodes}</button>`;
  return html`<h2>${w.changePassword}</h2>
    ${toForm(view, { action: "/account/password", body: change })}
    <h2>${w.recoveryCodes}</h2>
    <p>${w.codesLeft(recoveryCodesLeft)} ${w.renewCodesIntro}</p>
    ${toForm(view, { action: "/account/codes", body: renew })}
    <h2>${w.newApp}</h2>
    <p>${w.newAppIntro}</p>
    ${toForm(view, { action: "/account/app", body: html`<button type="submit" class="quiet">${w.newApp}</button>` })}`;
}

function toSessions(view: View, sessions: readonly SessionView[]): Html {
  const w = view.words;
  const end = html`<button type="submit" class="quiet small">${w.sessionEnd}</button>`;
  return html`<div class="wide">
    <table>
      <thead>
        <tr>
          <th scope="col">${w.sessionBegan}</th>
          <th scope="col">${w.sessionSeen}</th>
          <th scope="col"></th>
        </tr>
      </thead>
      <tbody>
        ${sessions.map(
          ({ id, createdAt, seenAt, current }) =>
            html`<tr>
              <td>${toTime(createdAt)}</td>
              <td>${toTime(seenAt)}</td>
              <td>
                ${current ? w.sessionCurrent : toForm(view, { action: "/account/sessions", hidden: { id }, body: end })}
              </td>
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}

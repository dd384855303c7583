import type { StaffRole } from "@breakwater/contract";
import { html } from "../html.ts";
import { toForm, toNotice, toPage, type View } from "./layout.ts";

export function showHome(
  view: View,
  home: {
    readonly name: string;
    readonly roles: readonly string[];
    readonly version: string;
    readonly apiDescriptionPath: string;
    readonly consolePath: string | null;
    readonly maySeeTokens: boolean;
    readonly notice: string | null;
  },
): string {
  const w = view.words;
  const names = home.roles.map((role) => w.roleNames[role as StaffRole]);
  return toPage(view, {
    title: w.homeTitle,
    body: html`${toNotice(home.notice)}
      <p>${w.homeIntro(home.name)}</p>
      <h2>${w.roles}</h2>
      ${
        names.length === 0
          ? html`<p>${w.noRoles}</p>`
          : html`<ul>
              ${names.map((name) => html`<li>${name}</li>`)}
            </ul>`
      }
      <h2>${w.goOn}</h2>
      <ul>
        ${home.consolePath !== null && html`<li><a href="${home.consolePath}">${w.console}</a></li>`}
        <li><a href="${home.apiDescriptionPath}">${w.apiDescription}</a></li>
        <li><a href="/account">${w.yourAccount}</a></li>
        ${home.maySeeTokens && html`<li><a href="/tokens">${w.tokens}</a></li>`}
      </ul>
      ${home.maySeeTokens && html`<p class="hint">${w.peopleWhere}</p>`}
      ${toForm(view, { action: "/logout", body: html`<button type="submit" class="quiet">${w.signOut}</button>` })}
      <p class="faint">${w.version(home.version)}</p>`,
  });
}

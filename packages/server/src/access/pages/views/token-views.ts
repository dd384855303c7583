import { tokenScopes } from "@breakwater/contract";
import type { TokenView } from "../../tokens.ts";
import { html, type Html } from "../html.ts";
import { toChoice, toDay, toError, toField, toForm, toPage, type View } from "./layout.ts";

export const tokenLives = ["90", "365", "730", "never"] as const;

export type TokensPage = {
  readonly tokens: readonly TokenView[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
  readonly error: string | null;
  readonly typed: { readonly name: string; readonly scopes: readonly string[]; readonly life: string };
  readonly at: number;
};

export function showTokens(view: View, page: TokensPage): string {
  const w = view.words;
  const { name, scopes, life } = page.typed;
  const body = html`${toField({ name: "name", label: w.tokenName, hint: w.tokenNameHint, autocomplete: "off", value: name })}
    <fieldset>
      <legend>${w.tokenScopes}</legend>
      ${tokenScopes.map((scope) => toChoice({ name: "scopes", value: scope, label: scope, isChosen: scopes.includes(scope) }))}
    </fieldset>
    <div class="field">
      <label for="life">${w.tokenLife}</label>
      <select id="life" name="life">
        ${tokenLives.map((one) => html`<option value="${one}" ${one === life && html` selected`}>${w.tokenLives[one]}</option>`)}
      </select>
    </div>
    <button type="submit">${w.makeToken}</button>`;
  return toPage(view, {
    title: w.tokens,
    body: html`${toError(page.error)}
      <p>${w.tokensIntro}</p>
      ${page.tokens.length === 0 ? html`<p>${w.tokenNone}</p>` : toTable(view, page)}
      ${page.next !== null && html`<p><a href="/tokens?after=${encodeURIComponent(page.next)}">${w.more}</a></p>`}
      <h2>${w.newToken}</h2>
      ${toForm(view, { action: "/tokens", body })}
      <p><a href="/">${w.back}</a></p>`,
  });
}

function toTable(view: View, { tokens, at }: TokensPage): Html {
  const w = view.words;
  return html`<table class="stacked">
    <thead>
      <tr>
        <th scope="col">${w.tokenName}</th>
        <th scope="col">${w.tokenScopes}</th>
        <th scope="col">${w.tokenUsed}</th>
        <th scope="col">${w.tokenExpires}</th>
        <th scope="col"></th>
      </tr>
    </thead>
    <tbody>
      ${tokens.map(
        (token) =>
          html`<tr>
            <td data-label="${w.tokenName}">${token.name}</td>
            <td data-label="${w.tokenScopes}">${token.scopes.join(", ")}</td>
            <td data-label="${w.tokenUsed}">${token.lastUsedOn ?? w.tokenNever}</td>
            <td data-label="${w.tokenExpires}">${token.expiresAt === null ? w.tokenNever : toDay(token.expiresAt)}</td>
            <td>${toState(view, token, at)}</td>
          </tr> `,
      )}
    </tbody>
  </table>`;
}

function toState(view: View, { id, revokedAt, expiresAt }: TokenView, at: number): Html {
  const w = view.words;
  if (revokedAt !== null) return html`<span class="faint">${w.tokenRevoked}</span>`;
  if (expiresAt !== null && expiresAt <= at) return html`<span class="faint">${w.tokenExpired}</span>`;
  const body = html`<button type="submit" class="quiet small">${w.tokenRevoke}</button>`;
  return toForm(view, { action: "/tokens/revoke", hidden: { id }, body });
}

export function showNewToken(view: View, { name, secret }: { readonly name: string; readonly secret: string }): string {
  const w = view.words;
  return toPage(view, {
    title: w.tokenMade,
    body: html`<p>${w.tokenMadeIntro}</p>
      <h2>${name}</h2>
      <p class="secret" id="token">${secret}</p>
      <p><a class="button" href="/tokens">${w.back}</a></p>`,
  });
}

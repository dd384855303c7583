import type { OpenedTokens } from "@breakwater/server/lifecycle";
import { say } from "../words/catalogue.ts";
import type { Lang, Phrase } from "../words/phrase.ts";
import { toPhrase } from "../words/phrase.ts";
import { toMoment } from "../words/values.ts";
import { toPlainLine } from "./plain-line.ts";

type Token = Awaited<ReturnType<OpenedTokens["listTokens"]>>[number];

/** A token a line, those in force first. Nobody can read out what a token is. */
export function renderTokens(tokens: readonly Token[], lang: Lang, at: number): string {
  if (tokens.length === 0) return `${say("token_none")[lang]}\n`;
  const isOver = ({ revokedAt, expiresAt }: Token): boolean => revokedAt !== null || (expiresAt ?? Infinity) <= at;
  const sorted = [...tokens.filter((token) => !isOver(token)), ...tokens.filter(isOver)];
  return sorted
    .map((token) => `${toPlainLine(say("token_line", { ...describe(token, at), id: token.id })[lang])}\n`)
    .join("");
}

function describe(token: Token, at: number): Readonly<Record<string, string | Phrase>> {
  const { name, scopes, createdAt, lastUsedOn } = token;
  const used = lastUsedOn === null ? say("token_never_used") : say("token_used", { day: lastUsedOn });
  return { name, scopes: scopes.join(","), made: toMoment(createdAt), used, until: sayEnd(token, at) };
}

function sayEnd({ revokedAt, expiresAt }: Token, at: number): Phrase {
  if (revokedAt !== null) return say("token_ended_revoked", { when: toPhrase(toMoment(revokedAt)) });
  if (expiresAt === null) return say("token_until_revoked");
  return say(expiresAt <= at ? "token_ended" : "token_until", { when: toPhrase(toMoment(expiresAt)) });
}

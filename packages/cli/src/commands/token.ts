import { errors, toReasonSentence } from "@breakwater/contract";
import { openTokens, type OpenedTokens } from "@breakwater/server/lifecycle";
import { CliError } from "../cli-error.ts";
import { renderTokens } from "../outputs/tokens.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { say } from "../words/catalogue.ts";
import { toPhrase } from "../words/phrase.ts";
import { toMoment } from "../words/values.ts";
import { tellingFailures } from "./tell-failure.ts";
import type { TokenOptions, TokenVerb } from "./token-options.ts";

const operator = { kind: "operator", id: null } as const;
const pageSize = 200;

type Ran = { readonly options: TokenOptions; readonly terminal: Terminal; readonly at: number };

/** `breakwater token VERB …`, on the machine itself. False where there is no such token. */
export function runToken(options: TokenOptions, terminal: Terminal, at: number): Promise<boolean> {
  return tellingFailures(options, terminal, async () => {
    const tokens = openTokens(options.config);
    const ran = { options, terminal, at };
    try {
      switch (options.verb.kind) {
        case "create":
          await create(tokens, options.verb, ran);
          return true;
        case "list":
          await list(tokens, ran);
          return true;
        case "revoke":
          return await revoke(tokens, options.verb.id, ran);
      }
    } finally {
      tokens.close();
    }
  });
}

/** The secret goes alone to the standard output, so that it can be kept without being seen; what is to be said, to the other. */
async function create(
  tokens: OpenedTokens,
  { name, scopes, expiresInDays }: Extract<TokenVerb, { kind: "create" }>,
  { options: { lang, isJson, isQuiet }, terminal, at }: Ran,
): Promise<void> {
  const made = await tokens.createToken({ name, scopes, expiresInDays, actor: operator, at });
  if (!made.ok) {
    const { code, reason } = made.refusal;
    const why =
      reason === null ? errors[code] : { en: toReasonSentence(reason, "en"), zh: toReasonSentence(reason, "zh-Hans") };
    throw new CliError(why);
  }
  const { token, secret } = made.value;
  if (isJson) return terminal.out(`${JSON.stringify({ token, secret })}\n`);
  terminal.out(`${secret}\n`);
  if (isQuiet) return;
  const until = token.expiresAt === null ? say("token_until_revoked") : toPhrase(toMoment(token.expiresAt));
  terminal.err(`${say("token_made", { id: token.id, name, scopes: token.scopes.join(", "), until })[lang]}\n`);
}

async function list(tokens: OpenedTokens, { options, terminal, at }: Ran): Promise<void> {
  const all = [];
  for (let after = ""; ; after = all.at(-1)?.id ?? "") {
    const page = await tokens.listTokens({ after, limit: pageSize });
    all.push(...page);
    if (page.length < pageSize) break;
  }
  if (options.isJson) for (const token of all) terminal.out(`${JSON.stringify(token)}\n`);
  else terminal.out(renderTokens(all, options.lang, at));
}

async function revoke(
  tokens: OpenedTokens,
  id: string,
  { options: { lang, isJson, isQuiet }, terminal, at }: Ran,
): Promise<boolean> {
  const { ok } = await tokens.revokeToken({ id, actor: operator, at });
  if (isJson) terminal.out(`${JSON.stringify({ id, revoked: ok })}\n`);
  else if (!ok) terminal.err(`${say("token_unknown", { id })[lang]}\n`);
  else if (!isQuiet) terminal.out(`${say("token_revoked", { id })[lang]}\n`);
  return ok;
}

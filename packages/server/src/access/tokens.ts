import { tokenScopes, type Scope } from "@breakwater/contract";
import type { Caller } from "../http/route.ts";
import { recordChange, type AccessDeps, type By } from "./deps.ts";
import { accept, refuse, type Outcome } from "./outcome.ts";
import type { TokenRecord } from "./ports/token-store.ts";
import { hashSecret, secretBytes, toToken } from "./secrets/codes.ts";

const dayMs = 86_400_000;

/** A token for those who may see that it exists. */
export type TokenView = Omit<TokenRecord, "hash">;

export type NewToken = {
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Null: until it is revoked. */
  readonly expiresInDays: number | null;
};

/** A caller that was looked up, and until when what was found can hold at the longest. */
export type FoundCaller = { readonly caller: Caller; readonly until: number };

export interface Tokens {
  /** `secret` is shown once: nobody can read it out again. */
  createToken(input: NewToken & By): Promise<Outcome<{ readonly token: TokenView; readonly secret: string }>>;
  revokeToken(input: { readonly id: string } & By): Promise<Outcome<null>>;
  listTokens(input: { readonly after: string; readonly limit: number }): Promise<readonly TokenView[]>;
  /** Whose token has this hash; null where none, expired or revoked. Notes the day. */
  findTokenCaller(input: { readonly hash: string; readonly at: number }): Promise<FoundCaller | null>;
}

type TokensDeps = Pick<AccessDeps, "store" | "transactor" | "outbox" | "newId" | "randomBytes" | "limits">;

export function createTokens(deps: TokensDeps): Tokens {
  const { store, transactor } = deps;
  return {
    createToken: (input) => transactor.run(() => create(deps, input)),
    revokeToken: ({ id, actor, at }) =>
      transactor.run(async () => {
        if (!(await store.tokens.revoke(id, at))) return refuse("not_found", "token_unknown");
        const subject = { kind: "token", id } as const;
        await recordChange(deps, { at, event: "token.revoked", actor, subject, facts: {} });
        return accept(null);
      }),
    listTokens: ({ after, limit }) => transactor.run(async () => (await store.tokens.list(after, limit)).map(toView)),
    findTokenCaller: ({ hash, at }) => transactor.run(() => findCaller(deps, hash, at)),
  };
}

async function create(deps: TokensDeps, input: NewToken & By): ReturnType<Tokens["createToken"]> {
  const { name, scopes, expiresInDays, actor, at } = input;
  const refused = scopes.find((scope) => !tokenScopes.includes(scope));
  if (refused !== undefined) return refuse("not_allowed", { code: "token_scope", about: [refused] });
  const { tokens } = deps.store;
  if ((await tokens.list("", deps.limits.tokensMax)).length >= deps.limits.tokensMax) {
    return refuse("refused", { code: "tokens_max", about: [deps.limits.tokensMax] });
  }
  const secret = toToken(deps.randomBytes(secretBytes));
  const token: TokenRecord = {
    id: deps.newId(),
    hash: hashSecret(secret),
    name,
    scopes: [...new Set(scopes)],
    createdAt: at,
    createdBy: actor.kind === "person" ? actor.id : null,
    expiresAt: expiresInDays === null ? null : at + expiresInDays * dayMs,
    lastUsedOn: null,
    revokedAt: null,
  };
  await tokens.insert(token);
  const facts = { name, scopes: token.scopes, expiresAt: token.expiresAt };
  await recordChange(deps, { at, event: "token.created", actor, subject: { kind: "token", id: token.id }, facts });
  return accept({ token: toView(token), secret });
}

async function findCaller({ store }: Pick<AccessDeps, "store">, hash: string, at: number): Promise<FoundCaller | null> {
  const token = await store.tokens.findByHash(hash);
  if (token === null || token.revokedAt !== null) return null;
  const until = token.expiresAt ?? Number.MAX_SAFE_INTEGER;
  if (until <= at) return null;
  const today = new Date(at).toISOString().slice(0, 10);
  if (token.lastUsedOn !== today) await store.tokens.touch(token.id, today);
  const { id, name, scopes } = token;
  return { caller: { kind: "token", id, name, scopes }, until };
}

function toView({ id, name, scopes, createdAt, createdBy, expiresAt, lastUsedOn, revokedAt }: TokenRecord): TokenView {
  return { id, name, scopes, createdAt, createdBy, expiresAt, lastUsedOn, revokedAt };
}

import type { Caller } from "../http/route.ts";
import { hashSecret, isCode, isToken } from "./secrets/codes.ts";
import type { Sessions } from "./sessions.ts";
import { assertOwnOrigin, createSite, readCookie, type RequestHeaders } from "./site.ts";
import type { FoundCaller, Tokens } from "./tokens.ts";

const anonymous: Caller = { kind: "anonymous" };
const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

export type AuthenticatorDeps = {
  readonly access: Pick<Tokens, "findTokenCaller"> & Pick<Sessions, "findSessionCaller">;
  readonly publicUrl: string;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** How old a remembered caller may be; 5 s unless stated. */
  readonly rememberedMs?: number;
  readonly rememberedMax?: number;
};

export interface Authenticator {
  /**
   * On whose behalf a request comes. A bearer token counts before a cookie; a token or session that is unknown or has ended is nobody's. Throws
   * `csrf_refused` for a changing request by cookie that did not come from a page of this service. Costs one SHA-256 where the caller
   * is remembered.
   */
  authenticate(request: { readonly method: string; readonly headers: RequestHeaders }): Promise<Caller>;
  /** Forgets everybody: to be called on each `access.changed`. */
  forget(): void;
}

/** Callers by the hash of what they showed, remembered for seconds so that a stream of requests asks the store once. */
export function createAuthenticator(deps: AuthenticatorDeps): Authenticator {
  const { access, now, rememberedMs = 5_000, rememberedMax = 10_000 } = deps;
  const site = createSite(deps.publicUrl);
  let remembered = new Map<string, FoundCaller & { readonly checkedAt: number }>();
  let asked = new Map<string, Promise<FoundCaller | null>>();

  const forget = (): void => {
    // New maps: what is being asked right now may be from before the change, and finds nowhere to stay.
    remembered = new Map();
    asked = new Map();
  };

  const ask = (hash: string, find: () => Promise<FoundCaller | null>): Promise<FoundCaller | null> => {
    const running = asked.get(hash);
    if (running !== undefined) return running;
    const [memory, questions] = [remembered, asked];
    const checkedAt = now();
    const answer = find()
      .then((found) => {
        if (found === null) return null;
        const [oldest] = memory.keys();
        if (memory.size >= rememberedMax && oldest !== undefined) memory.delete(oldest);
        memory.set(hash, { ...found, checkedAt });
        return found;
      })
      .finally(() => questions.delete(hash));
    questions.set(hash, answer);
    return answer;
  };

  const lookUp = async (hash: string, find: () => Promise<FoundCaller | null>): Promise<Caller | null> => {
    const at = now();
    const known = remembered.get(hash);
    if (known !== undefined) {
      const age = at - known.checkedAt;
      // A clock that stepped back makes nobody younger.
      if (age >= 0 && age < rememberedMs && known.until > at) return known.caller;
      remembered.delete(hash);
    }
    return (await ask(hash, find))?.caller ?? null;
  };

  return {
    forget,
    async authenticate({ method, headers }) {
      const { authorization } = headers;
      if (authorization !== undefined) {
        const token = readBearer(authorization);
        const hash = token === null ? null : hashSecret(token);
        const caller = hash && (await lookUp(hash, () => access.findTokenCaller({ hash, at: now() })));
        return caller || anonymous;
      }
      const secret = readCookie(headers, site.cookies.session);
      if (secret === null || !isCode(secret)) return anonymous;
      const hash = hashSecret(secret);
      const caller = await lookUp(hash, () => access.findSessionCaller({ hash, at: now() }));
      if (caller === null) return anonymous;
      if (!safeMethods.has(method)) assertOwnOrigin(site, headers);
      return caller;
    },
  };
}

function readBearer(header: string | readonly string[]): string | null {
  const [, token] = typeof header === "string" ? (/^bearer +(\S+)$/i.exec(header) ?? []) : [];
  return token !== undefined && isToken(token) ? token : null;
}

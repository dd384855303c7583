import { roleScopes, type Scope, type StaffRole } from "@breakwater/contract";
import { recordChange, type AccessDeps, type By } from "./deps.ts";
import { accept, refuse, type Outcome } from "./outcome.ts";
import type { Person } from "./ports/person-store.ts";
import type { SessionRecord } from "./ports/session-store.ts";
import { hashSecret, secretBytes, toCode } from "./secrets/codes.ts";
import type { FoundCaller } from "./tokens.ts";

const minuteMs = 60_000;

export type SessionView = {
  readonly id: string;
  readonly createdAt: number;
  readonly seenAt: number;
  readonly expiresAt: number;
  readonly current: boolean;
};

export interface Sessions {
  /** Who has signed in with the session of this hash; null where it has ended, or waits for its second factor. */
  findSessionCaller(input: { readonly hash: string; readonly at: number }): Promise<FoundCaller | null>;
  /** `currentHash` marks the one in use. */
  listSessions(input: {
    readonly personId: string;
    readonly currentHash: string | null;
    readonly at: number;
  }): Promise<readonly SessionView[]>;
  /** Ends one of the person's own. */
  endSession(input: { readonly personId: string; readonly id: string } & By): Promise<Outcome<null>>;
  /** Logs out: whatever its stage, it is gone. */
  endSessionByHash(input: { readonly hash: string; readonly at: number }): Promise<void>;
}

export function createSessions(deps: AccessDeps): Sessions {
  const { store, transactor, limits } = deps;
  return {
    findSessionCaller: ({ hash, at }) =>
      transactor.run(async () => {
        const found = await findLiveSession(deps, hash, at);
        if (found === null || found.session.stage !== "full") return null;
        const { session, person } = found;
        if (at - session.seenAt >= minuteMs) await store.sessions.touch(session.id, at - (at % minuteMs));
        const { id, roles } = person;
        return { caller: { kind: "person", id, roles, scopes: scopesOf(roles) }, until: session.expiresAt };
      }),
    listSessions: ({ personId, currentHash, at }) =>
      transactor.run(async () =>
        (await store.sessions.listOfPerson(personId))
          .filter((session) => session.stage === "full" && isLive(session, at, limits.sessionIdleMs))
          .map(({ id, createdAt, seenAt, expiresAt, hash }) => ({
            id,
            createdAt,
            seenAt,
            expiresAt,
            current: hash === currentHash,
          })),
      ),
    endSession: ({ personId, id, actor, at }) =>
      transactor.run(async () => {
        const own = (await store.sessions.listOfPerson(personId)).some((session) => session.id === id);
        if (!own) return refuse("not_found", "session_unknown");
        await store.sessions.delete(id);
        const subject = { kind: "session", id } as const;
        await recordChange(deps, { at, event: "session.ended", actor, subject, facts: {} });
        return accept(null);
      }),
    endSessionByHash: ({ hash, at }) =>
      transactor.run(async () => {
        const session = await store.sessions.findByHash(hash);
        if (session === null) return;
        await store.sessions.delete(session.id);
        const actor = { kind: "person", id: session.personId } as const;
        const subject = { kind: "session", id: session.id } as const;
        await recordChange(deps, { at, event: "session.ended", actor, subject, facts: {} });
      }),
  };
}

/** The union of what the roles reach. */
export function scopesOf(roles: readonly StaffRole[]): readonly Scope[] {
  return [...new Set(roles.flatMap((role) => roleScopes[role]))];
}

/** The session and its person, where both are still good; called in a unit. */
export async function findLiveSession(
  { store, limits }: AccessDeps,
  hash: string,
  at: number,
): Promise<{ readonly session: SessionRecord; readonly person: Person } | null> {
  const session = await store.sessions.findByHash(hash);
  if (session === null || !isLive(session, at, limits.sessionIdleMs)) return null;
  const person = await store.people.find(session.personId);
  return person === null || person.disabled ? null : { session, person };
}

function isLive({ expiresAt, seenAt }: SessionRecord, at: number, idleMs: number): boolean {
  return expiresAt > at && seenAt + idleMs > at;
}

/** A new session; what is returned goes into the cookie and is kept nowhere. Called in a unit. */
export async function startSession(
  deps: AccessDeps,
  { personId, stage, at }: { readonly personId: string; readonly stage: SessionRecord["stage"]; readonly at: number },
): Promise<string> {
  const { sessions } = deps.store;
  const others = await sessions.listOfPerson(personId);
  const tooMany = others.length - deps.limits.sessionsPerPersonMax + 1;
  for (const { id } of others.slice(0, Math.max(0, tooMany))) await sessions.delete(id);
  const secret = toCode(deps.randomBytes(secretBytes));
  const lifeMs = stage === "full" ? deps.limits.sessionMs : deps.limits.secondFactorMs;
  await sessions.insert({
    id: deps.newId(),
    hash: hashSecret(secret),
    personId,
    stage,
    createdAt: at,
    seenAt: at,
    expiresAt: at + lifeMs,
  });
  return secret;
}

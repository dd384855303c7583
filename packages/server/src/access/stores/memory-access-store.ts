import type { AccessStore } from "../ports/access-store.ts";
import type { AttemptStore, Attempts } from "../ports/attempt-store.ts";
import type { AuditEntry, AuditStore } from "../ports/audit-store.ts";
import type { CredentialStore, SealedTotp } from "../ports/credential-store.ts";
import type { LinkRecord, LinkStore, ResetRecord } from "../ports/link-store.ts";
import type { Person, PersonStore } from "../ports/person-store.ts";
import type { SessionRecord, SessionStore } from "../ports/session-store.ts";
import type { TokenRecord, TokenStore } from "../ports/token-store.ts";

/** The obvious reference: everything in maps. */
export function createMemoryAccessStore(): AccessStore {
  return {
    people: createPeople(),
    credentials: createCredentials(),
    tokens: createTokens(),
    sessions: createSessions(),
    links: createLinks(),
    attempts: createMemoryAttemptStore(),
    audit: createAudit(),
  };
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

/** Removes what `isGone` says of a map's values; returns how many. */
function removeWhere<V>(map: Map<string, V>, isGone: (value: V) => boolean): number {
  const gone = [...map].filter(([, value]) => isGone(value));
  for (const [key] of gone) map.delete(key);
  return gone.length;
}

function createPeople(): PersonStore {
  const people = new Map<string, Person>();
  const sorted = (): readonly Person[] => [...people.values()].sort(byId);
  const findByLogin = (login: string): Person | null => sorted().find((person) => person.login === login) ?? null;
  return {
    insert: async (person) => {
      if (findByLogin(person.login) !== null) return false;
      people.set(person.id, person);
      return true;
    },
    find: async (id) => people.get(id) ?? null,
    findByLogin: async (login) => findByLogin(login),
    update: async (person) => {
      const before = people.get(person.id);
      if (before?.version !== person.version - 1) return false;
      const { login, origin, createdAt } = before;
      people.set(person.id, { ...person, login, origin, createdAt });
      return true;
    },
    list: async (after, limit) =>
      sorted()
        .filter(({ id }) => id > after)
        .slice(0, limit),
    count: async () => people.size,
    listHolders: async (role) =>
      sorted().filter(({ disabled, joined, roles }) => !disabled && joined && roles.includes(role)),
  };
}

function createCredentials(): CredentialStore {
  const passwords = new Map<string, string>();
  const totps = new Map<string, SealedTotp>();
  const codes = new Map<string, Set<string>>();
  const identities = new Map<string, string>();
  return {
    setPassword: async (personId, hash) => void passwords.set(personId, hash),
    getPassword: async (personId) => passwords.get(personId) ?? null,
    setTotp: async (personId, totp) => void totps.set(personId, totp),
    getTotp: async (personId) => totps.get(personId) ?? null,
    advanceTotp: async (personId, step) => {
      const totp = totps.get(personId);
      if (totp === undefined || totp.lastStep >= step) return false;
      totps.set(personId, { ...totp, lastStep: step });
      return true;
    },
    setRecoveryCodes: async (personId, hashes) => void codes.set(personId, new Set(hashes)),
    takeRecoveryCode: async (personId, hash) => codes.get(personId)?.delete(hash) ?? false,
    countRecoveryCodes: async (personId) => codes.get(personId)?.size ?? 0,
    addIdentity: async (identity, personId) => void identities.set(identity, personId),
    findByIdentity: async (identity) => identities.get(identity) ?? null,
  };
}

function createTokens(): TokenStore {
  const tokens = new Map<string, TokenRecord>();
  return {
    insert: async (token) => void tokens.set(token.id, token),
    find: async (id) => tokens.get(id) ?? null,
    findByHash: async (hash) => [...tokens.values()].find((token) => token.hash === hash) ?? null,
    list: async (after, limit) =>
      [...tokens.values()]
        .sort(byId)
        .filter(({ id }) => id > after)
        .slice(0, limit),
    revoke: async (id, at) => {
      const token = tokens.get(id);
      if (token === undefined || token.revokedAt !== null) return false;
      tokens.set(id, { ...token, revokedAt: at });
      return true;
    },
    touch: async (id, day) => {
      const token = tokens.get(id);
      if (token !== undefined) tokens.set(id, { ...token, lastUsedOn: day });
    },
  };
}

function createSessions(): SessionStore {
  const sessions = new Map<string, SessionRecord>();
  return {
    insert: async (session) => void sessions.set(session.id, session),
    findByHash: async (hash) => [...sessions.values()].find((session) => session.hash === hash) ?? null,
    touch: async (id, seenAt) => {
      const session = sessions.get(id);
      if (session !== undefined) sessions.set(id, { ...session, seenAt });
    },
    delete: async (id) => sessions.delete(id),
    deleteOfPerson: async (personId) => removeWhere(sessions, (session) => session.personId === personId),
    listOfPerson: async (personId) =>
      [...sessions.values()]
        .filter((session) => session.personId === personId)
        .sort((a, b) => a.createdAt - b.createdAt || byId(a, b)),
    deleteStale: async (at, seenBefore) =>
      removeWhere(sessions, (session) => session.expiresAt < at || session.seenAt < seenBefore),
  };
}

function createLinks(): LinkStore {
  const links = new Map<string, LinkRecord>();
  const resets = new Map<string, ResetRecord>();
  return {
    insert: async (link) => void links.set(link.hash, link),
    find: async (hash) => links.get(hash) ?? null,
    setDraft: async (hash, draft) => {
      const link = links.get(hash);
      if (link !== undefined) links.set(hash, { ...link, draft });
    },
    take: async (hash) => links.delete(hash),
    deleteOf: async (kind, personId) =>
      void removeWhere(links, (link) => link.kind === kind && link.personId === personId),
    insertReset: async (reset) => void resets.set(reset.id, reset),
    findReset: async (id) => resets.get(id) ?? null,
    deleteReset: async (id) => resets.delete(id),
    deleteResetsOf: async (personId) => void removeWhere(resets, (reset) => reset.personId === personId),
    listResets: async () => [...resets.values()].sort((a, b) => a.createdAt - b.createdAt || byId(a, b)),
    deleteExpired: async (at) =>
      removeWhere(links, ({ expiresAt }) => expiresAt < at) + removeWhere(resets, ({ expiresAt }) => expiresAt < at),
  };
}

/** Also what counts networks, which are never written anywhere else. Beyond `keysMax` the one that came first is forgotten. */
export function createMemoryAttemptStore(keysMax = Infinity): AttemptStore {
  const attempts = new Map<string, Attempts>();
  return {
    get: async (key) => attempts.get(key) ?? null,
    put: async (key, value) => {
      const [first] = attempts.keys();
      if (attempts.size >= keysMax && first !== undefined && !attempts.has(key)) attempts.delete(first);
      attempts.set(key, value);
    },
    delete: async (key) => void attempts.delete(key),
    deleteBefore: async (at) => removeWhere(attempts, ({ lastAt }) => lastAt < at),
  };
}

function createAudit(): AuditStore {
  let entries: readonly (AuditEntry & { readonly sequence: number })[] = [];
  let latest = 0;
  return {
    append: async (entry) => {
      latest += 1;
      entries = [...entries, { ...structuredClone(entry), sequence: latest }];
    },
    listBefore: async (before, limit) =>
      entries
        .filter(({ sequence }) => sequence < before)
        .reverse()
        .slice(0, limit),
    deleteBefore: async (at) => {
      const before = entries.length;
      entries = entries.filter((entry) => entry.at >= at);
      return before - entries.length;
    },
  };
}

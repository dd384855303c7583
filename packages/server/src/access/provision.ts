import type { StaffRole } from "@breakwater/contract";
import { recordChange, type AccessDeps } from "./deps.ts";
import { accept, refuse, type Outcome } from "./outcome.ts";
import type { Language, Person } from "./ports/person-store.ts";
import { toSubject } from "./people.ts";
import { deriveKey } from "./secrets/derive-key.ts";
import { keyedHash } from "./secrets/keyed-hash.ts";
import { startSession } from "./sessions.ts";

export interface Provision {
  /**
   * Somebody whom the identity provider vouches for. Their roles are what it says now; `admin` is never its to give, and what another administrator
   * gave stays. Who has no role here does not come in.
   */
  signInByProvider(input: {
    readonly issuer: string;
    readonly subject: string;
    readonly name: string;
    readonly roles: readonly StaffRole[];
    readonly language: Language;
    readonly at: number;
  }): Promise<Outcome<{ readonly session: string; readonly language: Language }>>;
}

export function createProvision(deps: AccessDeps): Provision {
  const identityKey = deriveKey(deps.sealKey, "identity");
  const { store, transactor } = deps;
  return {
    signInByProvider: (input) =>
      transactor.run(async () => {
        const { issuer, subject, at } = input;
        const identity = keyedHash(identityKey, JSON.stringify([issuer, subject]));
        const knownId = await store.credentials.findByIdentity(identity);
        const known = knownId === null ? null : await store.people.find(knownId);
        const given = [...new Set(input.roles)].filter((role) => role !== "admin");
        const kept = known?.roles.filter((role) => role === "admin") ?? [];
        const roles = [...kept, ...given];
        if (known?.disabled === true || roles.length === 0) {
          return refuse("not_allowed", "no_role_here");
        }
        const person =
          known === null ? await insert(deps, { ...input, identity, roles }) : await update(deps, known, { roles, at });
        if (person === null) return refuse("refused", { code: "people_max", about: [deps.limits.peopleMax] });
        const session = await startSession(deps, { personId: person.id, stage: "full", at });
        const actor = { kind: "person", id: person.id } as const;
        await store.audit.append({
          at,
          event: "sign_in.succeeded",
          actor,
          subject: toSubject(person),
          facts: { by: "oidc" },
        });
        return accept({ session, language: person.language });
      }),
  };
}

type NewProvisioned = Parameters<Provision["signInByProvider"]>[0] & { readonly identity: string };

async function insert(deps: AccessDeps, input: NewProvisioned): Promise<Person | null> {
  const { name, roles, language, identity, at } = input;
  const { store } = deps;
  if ((await store.people.count()) >= deps.limits.peopleMax) return null;
  const short = Buffer.from(identity, "base64url").toString("hex").slice(0, 16);
  const states = { disabled: false, origin: "oidc", joined: true, version: 1 } as const;
  const login = `oidc-${short}`;
  const person: Person = { id: deps.newId(), name, login, roles, language, ...states, createdAt: at, changedAt: at };
  if (!(await store.people.insert(person))) return null;
  await store.credentials.addIdentity(identity, person.id);
  const actor = { kind: "person", id: person.id } as const;
  await recordChange(deps, { at, event: "person.provisioned", actor, subject: toSubject(person), facts: { roles } });
  return person;
}

async function update(
  deps: AccessDeps,
  known: Person,
  { roles, at }: { readonly roles: readonly StaffRole[]; readonly at: number },
): Promise<Person> {
  const gained = roles.filter((role) => !known.roles.includes(role));
  const lost = known.roles.filter((role) => !roles.includes(role));
  if (gained.length + lost.length === 0) return known;
  const person: Person = { ...known, roles, changedAt: at, version: known.version + 1 };
  await deps.store.people.update(person);
  const actor = { kind: "nobody", id: null } as const;
  const facts = { by: "oidc", gained, lost };
  await recordChange(deps, { at, event: "person.changed", actor, subject: toSubject(person), facts });
  return person;
}

import type { ReasonCode, StaffRole } from "@breakwater/contract";
import { recordChange, type AccessDeps, type By } from "./deps.ts";
import { issueLink, type IssuedLink } from "./links.ts";
import { accept, refuse, type Outcome } from "./outcome.ts";
import type { Language, Person } from "./ports/person-store.ts";

export type PersonChange = {
  readonly name?: string | undefined;
  readonly language?: Language | undefined;
  readonly roles?: readonly StaffRole[] | undefined;
  readonly disabled?: boolean | undefined;
};

export interface People {
  /** While there is nobody: a link to make the first administrator, and the one before stops working. Null once there is somebody. */
  openSetup(input: { readonly at: number }): Promise<IssuedLink | null>;
  invitePerson(
    input: {
      readonly name: string;
      readonly login: string;
      readonly roles: readonly StaffRole[];
      readonly language: Language;
    } & By,
  ): Promise<Outcome<{ readonly person: Person; readonly link: IssuedLink }>>;
  renewInvitation(input: { readonly id: string } & By): Promise<Outcome<IssuedLink>>;
  /** Only over version `ifVersion`. Nobody gives themselves a role, and the last administrator stays one. */
  changePerson(
    input: { readonly id: string; readonly ifVersion: number; readonly change: PersonChange } & By,
  ): Promise<Outcome<Person>>;
  findPerson(input: { readonly id: string }): Promise<Person | null>;
  listPeople(input: { readonly after: string; readonly limit: number }): Promise<readonly Person[]>;
}

export function createPeople(deps: AccessDeps): People {
  const { store, transactor } = deps;
  return {
    openSetup: ({ at }) =>
      transactor.run(async () => {
        if ((await store.people.count()) > 0) return null;
        const { url, expiresAt } = await issueLink(deps, { kind: "setup", personId: null, parts: "both", at });
        return { url, expiresAt };
      }),
    invitePerson: (input) => transactor.run(() => invite(deps, input)),
    renewInvitation: (input) => transactor.run(() => renew(deps, input)),
    changePerson: (input) => transactor.run(() => change(deps, input)),
    findPerson: ({ id }) => transactor.run(() => store.people.find(id)),
    listPeople: ({ after, limit }) => transactor.run(() => store.people.list(after, limit)),
  };
}

async function invite(
  deps: AccessDeps,
  input: Parameters<People["invitePerson"]>[0],
): ReturnType<People["invitePerson"]> {
  const { store, limits } = deps;
  const { name, login, language, actor, at } = input;
  if ((await store.people.count()) >= limits.peopleMax) {
    return refuse("refused", { code: "people_max", about: [limits.peopleMax] });
  }
  const roles = [...new Set(input.roles)];
  const states = { disabled: false, origin: "local", joined: false, version: 1 } as const;
  const person: Person = { id: deps.newId(), name, login, roles, language, ...states, createdAt: at, changedAt: at };
  if (!(await store.people.insert(person))) return refuse("conflict", "login_taken");
  const { url, expiresAt } = await issueLink(deps, { kind: "invitation", personId: person.id, parts: "both", at });
  await recordChange(deps, { at, event: "person.invited", actor, subject: toSubject(person), facts: { roles } });
  return accept({ person, link: { url, expiresAt } });
}

async function renew(
  deps: AccessDeps,
  { id, actor, at }: Parameters<People["renewInvitation"]>[0],
): ReturnType<People["renewInvitation"]> {
  const person = await deps.store.people.find(id);
  if (person === null) return refuse("not_found", "person_unknown");
  if (person.joined) return refuse("refused", "person_joined");
  if (person.disabled) return refuse("refused", "person_disabled");
  const { url, expiresAt } = await issueLink(deps, { kind: "invitation", personId: id, parts: "both", at });
  await recordChange(deps, { at, event: "invitation.renewed", actor, subject: toSubject(person), facts: {} });
  return accept({ url, expiresAt });
}

async function change(
  deps: AccessDeps,
  input: Parameters<People["changePerson"]>[0],
): ReturnType<People["changePerson"]> {
  const { store } = deps;
  const { id, ifVersion, actor, at } = input;
  const before = await store.people.find(id);
  if (before === null) return refuse("not_found", "person_unknown");
  if (before.version !== ifVersion)
    return refuse("precondition_failed", { code: "version_now", about: [before.version] });
  const { name = before.name, language = before.language, disabled = before.disabled } = input.change;
  const roles = input.change.roles === undefined ? before.roles : [...new Set(input.change.roles)];
  const after: Person = { ...before, name, language, disabled, roles, changedAt: at, version: ifVersion + 1 };
  const no = (await findObjection(deps, { before, after, isSelf: actor.kind === "person" && actor.id === id })) ?? null;
  if (no !== null) return refuse("refused", no);
  if (!(await store.people.update(after))) return refuse("conflict");
  if (disabled && !before.disabled) {
    await store.sessions.deleteOfPerson(id);
    await store.links.deleteOf("invitation", id);
    await store.links.deleteOf("reset", id);
    await store.links.deleteResetsOf(id);
  }
  const switched = disabled === before.disabled ? null : disabled ? "person.disabled" : "person.enabled";
  const facts = toFacts(before, after);
  const entry = { at, actor, subject: toSubject(after) };
  if (switched !== null) await recordChange(deps, { ...entry, event: switched, facts: {} });
  if (switched === null || Object.keys(facts).length > 0) {
    await recordChange(deps, { ...entry, event: "person.changed", facts });
  }
  return accept(after);
}

type Step = { readonly before: Person; readonly after: Person; readonly isSelf: boolean };

async function findObjection({ store }: AccessDeps, { before, after, isSelf }: Step): Promise<ReasonCode | null> {
  const added = after.roles.filter((role) => !before.roles.includes(role));
  if (isSelf && added.length > 0) return "own_role";
  const removed = before.roles.filter((role) => !after.roles.includes(role));
  if (before.origin === "oidc" && [...added, ...removed].some((role) => role !== "admin")) {
    return "roles_of_provider";
  }
  const loses =
    before.roles.includes("admin") && !before.disabled && (after.disabled || !after.roles.includes("admin"));
  if (loses && (await store.people.listHolders("admin")).every(({ id }) => id === before.id)) {
    return "last_administrator";
  }
  return null;
}

/** What changed, without names of people. */
function toFacts(before: Person, after: Person): Readonly<Record<string, unknown>> {
  const gained = after.roles.filter((role) => !before.roles.includes(role));
  const lost = before.roles.filter((role) => !after.roles.includes(role));
  return {
    ...(gained.length > 0 ? { gained } : {}),
    ...(lost.length > 0 ? { lost } : {}),
    ...(before.name === after.name ? {} : { name: "changed" }),
    ...(before.language === after.language ? {} : { language: after.language }),
  };
}

export function toSubject({ id }: Person): { readonly kind: "person"; readonly id: string } {
  return { kind: "person", id };
}

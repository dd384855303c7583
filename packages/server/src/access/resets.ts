import type { ReasonCode } from "@breakwater/contract";
import { recordChange, type AccessDeps, type By } from "./deps.ts";
import { issueLink, type IssuedLink } from "./links.ts";
import { accept, refuse, type Outcome } from "./outcome.ts";
import type { ResetParts, ResetRecord } from "./ports/link-store.ts";
import type { Person } from "./ports/person-store.ts";
import { toSubject } from "./people.ts";

export type ResetOutcome =
  | { readonly kind: "waiting"; readonly reset: ResetRecord }
  | { readonly kind: "issued"; readonly link: IssuedLink };

export interface Resets {
  /**
   * An administrator takes somebody's password or TOTP away. Who can set another's password can act in their name, so where there is a
   * second administrator beside the two concerned, it waits for them.
   */
  proposeReset(input: { readonly personId: string; readonly parts: ResetParts } & By): Promise<Outcome<ResetOutcome>>;
  confirmReset(input: { readonly id: string } & By): Promise<Outcome<ResetOutcome>>;
  withdrawReset(input: { readonly id: string } & By): Promise<Outcome<null>>;
  listResets(input: { readonly at: number }): Promise<readonly ResetRecord[]>;
  /** By the operator, on the machine itself: what is left where the only administrator cannot sign in. */
  issueOperatorReset(input: { readonly login: string; readonly at: number }): Promise<Outcome<IssuedLink>>;
  /** A person's own: the link asks for their password, and then for a new app. */
  issueOwnTotpReset(input: {
    readonly personId: string;
    readonly at: number;
  }): Promise<Outcome<{ readonly code: string }>>;
}

export function createResets(deps: AccessDeps): Resets {
  const { store, transactor } = deps;
  return {
    proposeReset: (input) => transactor.run(() => propose(deps, input)),
    confirmReset: (input) => transactor.run(() => confirm(deps, input)),
    withdrawReset: ({ id, actor, at }) =>
      transactor.run(async () => {
        const reset = await findWaiting(deps, id, at);
        if (reset === null) return refuse("not_found", "reset_unknown");
        await store.links.deleteReset(id);
        const facts = { personId: reset.personId, parts: reset.parts };
        await recordChange(deps, { at, event: "reset.withdrawn", actor, subject: { kind: "reset", id }, facts });
        return accept(null);
      }),
    listResets: ({ at }) =>
      transactor.run(async () => (await store.links.listResets()).filter(({ expiresAt }) => expiresAt > at)),
    issueOperatorReset: ({ login, at }) =>
      transactor.run(async () => {
        const person = await store.people.findByLogin(login);
        if (person === null || person.origin !== "local") return refuse("not_found", "login_unknown");
        if (person.disabled) return refuse("refused", "person_disabled");
        return accept(await issue(deps, person, { parts: "both", actor: { kind: "operator", id: null }, at }));
      }),
    issueOwnTotpReset: ({ personId, at }) =>
      transactor.run(async () => {
        const person = await store.people.find(personId);
        if (person === null || person.disabled || person.origin !== "local") return refuse("refused");
        const { code } = await issueLink(deps, { kind: "reset", personId, parts: "totp", at });
        const actor = { kind: "person", id: personId } as const;
        const facts = { parts: "totp" };
        await recordChange(deps, { at, event: "reset.issued", actor, subject: toSubject(person), facts });
        return accept({ code });
      }),
  };
}

async function propose(
  deps: AccessDeps,
  { personId, parts, actor, at }: Parameters<Resets["proposeReset"]>[0],
): ReturnType<Resets["proposeReset"]> {
  const { store, limits } = deps;
  if (actor.kind !== "person" || actor.id === null) return refuse("not_allowed", "person_only");
  const proposedBy = actor.id;
  if (proposedBy === personId) return refuse("refused", "own_reset");
  const person = await store.people.find(personId);
  if (person === null) return refuse("not_found", "person_unknown");
  const no = findObjection(person);
  if (no !== null) return refuse("refused", no);
  const others = (await store.people.listHolders("admin")).filter(({ id }) => id !== proposedBy && id !== personId);
  if (others.length === 0) return accept({ kind: "issued", link: await issue(deps, person, { parts, actor, at }) });
  await store.links.deleteResetsOf(personId);
  const expiresAt = at + limits.resetWaitMs;
  const reset: ResetRecord = { id: deps.newId(), personId, parts, proposedBy, createdAt: at, expiresAt };
  await store.links.insertReset(reset);
  const facts = { personId, parts };
  await recordChange(deps, { at, event: "reset.proposed", actor, subject: { kind: "reset", id: reset.id }, facts });
  return accept({ kind: "waiting", reset });
}

async function confirm(
  deps: AccessDeps,
  { id, actor, at }: Parameters<Resets["confirmReset"]>[0],
): ReturnType<Resets["confirmReset"]> {
  const { store } = deps;
  const reset = await findWaiting(deps, id, at);
  if (reset === null) return refuse("not_found", "reset_unknown");
  if (actor.kind !== "person") return refuse("not_allowed", "person_only");
  if (actor.id === reset.proposedBy || actor.id === reset.personId) {
    return refuse("refused", "reset_needs_another");
  }
  const person = await store.people.find(reset.personId);
  const no = person === null ? "person_unknown" : findObjection(person);
  if (person === null || no !== null) return refuse("refused", no);
  await store.links.deleteReset(id);
  const { personId, parts, proposedBy } = reset;
  const facts = { personId, parts, proposedBy };
  await recordChange(deps, { at, event: "reset.confirmed", actor, subject: { kind: "reset", id }, facts });
  return accept({ kind: "issued", link: await issue(deps, person, { parts, actor, at }) });
}

async function issue(
  deps: AccessDeps,
  person: Person,
  { parts, actor, at }: { readonly parts: ResetParts } & By,
): Promise<IssuedLink> {
  const { url, expiresAt } = await issueLink(deps, { kind: "reset", personId: person.id, parts, at });
  await recordChange(deps, { at, event: "reset.issued", actor, subject: toSubject(person), facts: { parts } });
  return { url, expiresAt };
}

function findObjection(person: Person): ReasonCode | null {
  if (person.origin === "oidc") return "person_of_provider";
  if (person.disabled) return "person_disabled";
  return person.joined ? null : "person_not_joined";
}

async function findWaiting({ store }: AccessDeps, id: string, at: number): Promise<ResetRecord | null> {
  const reset = await store.links.findReset(id);
  return reset === null || reset.expiresAt <= at ? null : reset;
}

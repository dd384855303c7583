import { recordChange } from "./deps.ts";
import { hashOr, toRecoveryHashes, type EnrolmentDeps } from "./enrolment.ts";
import type { Origin } from "./guard.ts";
import { accept, refuse, type Outcome } from "./outcome.ts";
import type { Language, Person } from "./ports/person-store.ts";
import { toRecoveryCode } from "./secrets/codes.ts";
import { findPasswordFault, type PasswordFault } from "./secrets/password-rules.ts";
import { startSession } from "./sessions.ts";
import { verifyOr } from "./sign-in.ts";
import { toSubject } from "./people.ts";

const recoveryCodes = 10;
const recoveryBytes = 25;

type Proven = {
  readonly personId: string;
  /** The one that holds now. */
  readonly password: string;
  readonly origin: Origin;
  readonly at: number;
};

export interface Account {
  /** All of the person's sessions end, and one begins. */
  changePassword(
    input: Proven & { readonly next: string },
  ): Promise<
    Outcome<
      | { readonly kind: "changed"; readonly session: string }
      | { readonly kind: "password_fault"; readonly fault: PasswordFault }
    >
  >;
  /** The codes before no longer work. */
  renewRecoveryCodes(input: Proven): Promise<Outcome<{ readonly recoveryCodes: readonly string[] }>>;
  /** For pages: in which language, and whether credentials are ours to change. */
  getAccount(input: { readonly personId: string }): Promise<{
    readonly name: string;
    readonly login: string;
    readonly language: Language;
    readonly origin: Person["origin"];
    readonly recoveryCodesLeft: number;
  } | null>;
}

export function createAccount(deps: EnrolmentDeps): Account {
  const { store, transactor, hasher } = deps;
  return {
    async changePassword(input) {
      const proven = await prove(deps, input);
      if (!proven.ok) return proven;
      const { person, stored } = proven.value;
      const fault = findPasswordFault(input.next, [person.login, person.name]);
      if (fault !== null) return accept({ kind: "password_fault", fault });
      const hashed = await hashOr(hasher, input.next);
      if (hashed === "busy") return refuse("too_many_requests", "sign_in_busy", 2);
      return transactor.run(async () => {
        if ((await store.credentials.getPassword(person.id)) !== stored) return refuse("conflict");
        await store.credentials.setPassword(person.id, hashed.hash);
        await store.sessions.deleteOfPerson(person.id);
        const { at } = input;
        const actor = { kind: "person", id: person.id } as const;
        await recordChange(deps, { at, event: "password.changed", actor, subject: toSubject(person), facts: {} });
        return accept({
          kind: "changed",
          session: await startSession(deps, { personId: person.id, stage: "full", at }),
        });
      });
    },
    async renewRecoveryCodes(input) {
      const proven = await prove(deps, input);
      if (!proven.ok) return proven;
      const { person } = proven.value;
      const codes = Array.from({ length: recoveryCodes }, () => toRecoveryCode(deps.randomBytes(recoveryBytes)));
      return transactor.run(async () => {
        await store.credentials.setRecoveryCodes(person.id, toRecoveryHashes(codes));
        const actor = { kind: "person", id: person.id } as const;
        const { at } = input;
        await recordChange(deps, { at, event: "recovery_codes.renewed", actor, subject: toSubject(person), facts: {} });
        return accept({ recoveryCodes: codes });
      });
    },
    getAccount: ({ personId }) =>
      transactor.run(async () => {
        const person = await store.people.find(personId);
        if (person === null) return null;
        const { name, login, language, origin } = person;
        const recoveryCodesLeft = await store.credentials.countRecoveryCodes(personId);
        return { name, login, language, origin, recoveryCodesLeft };
      }),
  };
}

/** A stolen session is not enough to change what the account is proven by. */
async function prove(
  deps: EnrolmentDeps,
  { personId, password, origin, at }: Proven,
): Promise<Outcome<{ readonly person: Person; readonly stored: string | null }>> {
  const { store, transactor, guard } = deps;
  const begun = await transactor.run(async () => {
    const person = await store.people.find(personId);
    if (person === null || person.disabled || person.origin !== "local") return null;
    const charged = await guard.charge({ factor: "password", login: person.login, origin, at });
    return { person, charged, stored: await store.credentials.getPassword(personId) };
  });
  if (begun === null) return refuse("refused");
  const { person, charged, stored } = begun;
  if (!charged.ok) return charged.outcome;
  const checked = await verifyOr(deps.hasher, password, stored);
  if (checked === "busy") return refuse("too_many_requests", "sign_in_busy", 2);
  if (!checked.isRight) return refuse("not_signed_in", "password_wrong");
  await transactor.run(() => guard.clear({ factor: "password", login: person.login, origin, at }));
  return accept({ person, stored });
}

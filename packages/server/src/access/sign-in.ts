import { recordChange, type AccessDeps } from "./deps.ts";
import type { Guard, Origin } from "./guard.ts";
import { accept, refuse, type Outcome } from "./outcome.ts";
import type { Language, Person } from "./ports/person-store.ts";
import { hashSecret, readRecoveryCode } from "./secrets/codes.ts";
import { HasherBusy, type PasswordHasher } from "./secrets/password-hasher.ts";
import type { TotpVault } from "./secrets/totp-vault.ts";
import { findTotpStep } from "./secrets/totp.ts";
import { findLiveSession, startSession } from "./sessions.ts";
import { loginRule } from "./throttle.ts";

export type SignInDeps = AccessDeps & {
  readonly guard: Guard;
  readonly hasher: PasswordHasher;
  readonly vault: TotpVault;
};

export type SignedIn = {
  /** For the session's cookie. */
  readonly session: string;
  /** For the device's cookie. */
  readonly device: string;
  readonly language: Language;
  /** How many recovery codes are left, where one was used. */
  readonly recoveryCodesLeft: number | null;
};

export interface SignIn {
  /** First step. The answer to a wrong password, an unknown login and a disabled person is one and the same, and takes as long. */
  signInByPassword(input: {
    readonly login: string;
    readonly password: string;
    readonly origin: Origin;
    readonly at: number;
  }): Promise<Outcome<{ readonly pending: string }>>;
  /** Second step: a code of the app, or a recovery code. The session that waited is gone, and another one begins. */
  signInByCode(input: {
    readonly pendingHash: string;
    readonly code: string;
    readonly origin: Origin;
    readonly at: number;
  }): Promise<Outcome<SignedIn>>;
}

export function createSignIn(deps: SignInDeps): SignIn {
  return {
    signInByPassword: (input) => byPassword(deps, input),
    signInByCode: (input) => deps.transactor.run(() => byCode(deps, input)),
  };
}

async function byPassword(
  deps: SignInDeps,
  input: Parameters<SignIn["signInByPassword"]>[0],
): ReturnType<SignIn["signInByPassword"]> {
  const { store, transactor, guard } = deps;
  const { login, password, origin, at } = input;
  const attempt = { factor: "password", login, origin, at } as const;
  const begun = await transactor.run(async () => {
    const charged = await guard.charge(attempt);
    if (!charged.ok) return charged;
    const person = await store.people.findByLogin(login);
    const stored = await store.credentials.getPassword(person?.id ?? "");
    return { ...charged, person, stored };
  });
  if (!begun.ok) return begun.outcome;

  const { person, stored, failures } = begun;
  const checked = await verifyOr(deps.hasher, password, stored);
  if (checked === "busy") return refuse("too_many_requests", "sign_in_busy", 2);
  const isOpen = person !== null && person.joined && !person.disabled && person.origin === "local";
  if (!checked.isRight || !isOpen) {
    await transactor.run(() => recordFailure(deps, { person, factor: "password", failures, at }));
    return refuse("not_signed_in");
  }
  const fresh = checked.isStale ? await deps.hasher.hash(password).catch(() => null) : null;
  return transactor.run(async () => {
    // Between reading and now somebody may have changed it, or shut the person out.
    const current = await store.people.find(person.id);
    const isSame = (await store.credentials.getPassword(person.id)) === stored;
    if (current === null || current.disabled || !isSame) return refuse("not_signed_in");
    await guard.clear(attempt);
    if (fresh !== null) await store.credentials.setPassword(person.id, fresh);
    return accept({ pending: await startSession(deps, { personId: person.id, stage: "second_factor", at }) });
  });
}

async function byCode(
  deps: SignInDeps,
  { pendingHash, code, origin, at }: Parameters<SignIn["signInByCode"]>[0],
): ReturnType<SignIn["signInByCode"]> {
  const { store, guard } = deps;
  const found = await findLiveSession(deps, pendingHash, at);
  if (found === null || found.session.stage !== "second_factor") return refuse("gone", "sign_in_again");
  const { person, session } = found;
  const attempt = { factor: "code", login: person.login, origin, at } as const;
  const charged = await guard.charge(attempt);
  if (!charged.ok) return charged.outcome;
  const used = await useCode(deps, { personId: person.id, code, at });
  if (used === null) {
    await recordFailure(deps, { person, factor: "code", failures: charged.failures, at });
    return refuse("not_signed_in");
  }
  await guard.clear(attempt);
  await store.sessions.delete(session.id);
  const secret = await startSession(deps, { personId: person.id, stage: "full", at });
  const [actor, subject] = [{ kind: "person", id: person.id } as const, { kind: "person", id: person.id } as const];
  const isRecovery = used === "recovery";
  const left = isRecovery ? await store.credentials.countRecoveryCodes(person.id) : null;
  if (isRecovery) await recordChange(deps, { at, event: "recovery_code.used", actor, subject, facts: { left } });
  await store.audit.append({ at, event: "sign_in.succeeded", actor, subject, facts: { by: used } });
  const { language } = person;
  return accept({ session: secret, device: guard.issueDevice(person.login), language, recoveryCodesLeft: left });
}

/** Takes a code of the app or a recovery code, each once; called in a unit. */
export async function useCode(
  { store, vault }: Pick<SignInDeps, "store" | "vault">,
  { personId, code, at }: { readonly personId: string; readonly code: string; readonly at: number },
): Promise<"totp" | "recovery" | null> {
  const { credentials } = store;
  const recovery = readRecoveryCode(code);
  if (recovery !== null) {
    return (await credentials.takeRecoveryCode(personId, hashSecret(recovery))) ? "recovery" : null;
  }
  const totp = await credentials.getTotp(personId);
  if (totp === null) return null;
  const step = findTotpStep(vault.open(personId, totp.sealed), code, at);
  return step !== null && (await credentials.advanceTotp(personId, step)) ? "totp" : null;
}

/** As the hasher says, or that it has too much to do. */
export async function verifyOr(
  hasher: PasswordHasher,
  password: string,
  stored: string | null,
): Promise<{ readonly isRight: boolean; readonly isStale: boolean } | "busy"> {
  try {
    return await hasher.verify(password, stored);
  } catch (error) {
    if (error instanceof HasherBusy) return "busy";
    throw error;
  }
}

/** Guesses at logins that nobody has. One number for all of them: a log of each would fill the disk for whoever wants to. */
export const unknownLogins = "unknown logins";

async function recordFailure(
  { store }: Pick<SignInDeps, "store">,
  failure: { readonly person: Person | null; readonly factor: string; readonly failures: number; readonly at: number },
): Promise<void> {
  const { person, factor, failures, at } = failure;
  if (person === null) {
    // As much is written as for a login that somebody has: the time tells nothing.
    const before = (await store.attempts.get(unknownLogins))?.failures ?? 0;
    return store.attempts.put(unknownLogins, { failures: before + 1, lastAt: at });
  }
  const entry = { at, actor: { kind: "nobody", id: null }, subject: { kind: "person", id: person.id } } as const;
  await store.audit.append({ ...entry, event: "sign_in.failed", facts: { factor, failures } });
  if (failures === loginRule.failuresMax) {
    await store.audit.append({ ...entry, event: "sign_in.locked", facts: { factor } });
  }
}

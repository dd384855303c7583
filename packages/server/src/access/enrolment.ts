import type { StaffRole } from "@breakwater/contract";
import { recordChange, type AccessDeps } from "./deps.ts";
import type { Guard, Origin } from "./guard.ts";
import { accept, refuse, type Outcome } from "./outcome.ts";
import type { LinkKind, LinkRecord, ResetParts } from "./ports/link-store.ts";
import type { Language, Person } from "./ports/person-store.ts";
import { hashSecret, readRecoveryCode, toRecoveryCode } from "./secrets/codes.ts";
import { HasherBusy, type PasswordHasher } from "./secrets/password-hasher.ts";
import { findPasswordFault, type PasswordFault } from "./secrets/password-rules.ts";
import { findTotpStep, toTotpText, toTotpUri, totpSecretBytes } from "./secrets/totp.ts";
import type { TotpVault } from "./secrets/totp-vault.ts";
import { useCode, verifyOr } from "./sign-in.ts";

const recoveryCodes = 10;
const recoveryBytes = 25;

export type EnrolmentDeps = AccessDeps & {
  readonly guard: Guard;
  readonly hasher: PasswordHasher;
  readonly vault: TotpVault;
};

/** What a link that works once lets somebody do. */
export type OpenLink = {
  readonly kind: LinkKind;
  readonly parts: ResetParts;
  /** Null for set-up, where the first person chooses. */
  readonly login: string | null;
  readonly name: string | null;
  readonly language: Language | null;
};

export type EnrolmentEntry = {
  readonly code: string;
  /** Set-up only: who the first person is. */
  readonly person?: {
    readonly name: string;
    readonly login: string;
    readonly language: Language;
    /** Beside `admin`. */
    readonly roles: readonly StaffRole[];
  };
  /** The new one; left out where only TOTP is reset. */
  readonly password?: string;
  /** What is still theirs and has to be shown: the code of their app where the password is reset, the password where TOTP is. */
  readonly proof?: string;
  readonly origin: Origin;
  readonly at: number;
};

export type TotpOffer = { readonly text: string; readonly uri: string };

/** `password` faults have words of their own; the rest is refused by code. */
export type EntryOutcome =
  | { readonly kind: "totp"; readonly offer: TotpOffer }
  | { readonly kind: "done" }
  | { readonly kind: "password_fault"; readonly fault: PasswordFault };

export interface Enrolment {
  /** `gone` where the link never was, has been used or has run out. */
  openLink(input: { readonly code: string; readonly at: number }): Promise<Outcome<OpenLink>>;
  /** First step: who they are and their password. Nothing holds yet, but for a reset of the password alone. */
  enterEnrolment(input: EnrolmentEntry): Promise<Outcome<EntryOutcome>>;
  /** What the first step offered, once more. */
  getTotpOffer(input: { readonly code: string; readonly at: number }): Promise<Outcome<TotpOffer>>;
  /** Second step: a code of the app proves that it holds the secret. Now all of it holds, and the link is used up. */
  finishEnrolment(input: {
    readonly code: string;
    readonly totp: string;
    readonly at: number;
  }): Promise<Outcome<{ readonly recoveryCodes: readonly string[]; readonly language: Language }>>;
}

/** What was entered before the last step. The password is a hash, the secret is sealed. */
type Draft = {
  readonly personId: string;
  readonly person: EnrolmentEntry["person"] | null;
  readonly passwordHash: string | null;
  readonly sealed: string;
};

export function createEnrolment(deps: EnrolmentDeps): Enrolment {
  const { transactor } = deps;
  return {
    openLink: ({ code, at }) =>
      transactor.run(async () => {
        const found = await findLink(deps, code, at);
        if (found === null) return refuse("gone", "link_dead");
        const { link, person } = found;
        const { login = null, name = null, language = null } = person ?? {};
        return accept({ kind: link.kind, parts: link.parts, login, name, language });
      }),
    enterEnrolment: (input) => enter(deps, input),
    getTotpOffer: ({ code, at }) =>
      transactor.run(async () => {
        const found = await findLink(deps, code, at);
        const draft = found === null ? null : readDraft(found.link);
        if (found === null || draft === null) return refuse("gone", "link_dead");
        const login = draft.person?.login ?? found.person?.login ?? "";
        return accept(toOffer(deps, openSecret(deps, draft), login));
      }),
    finishEnrolment: (input) => transactor.run(() => finish(deps, input)),
  };
}

async function findLink(
  { store }: AccessDeps,
  code: string,
  at: number,
): Promise<{ readonly link: LinkRecord; readonly person: Person | null } | null> {
  const link = await store.links.find(hashSecret(code));
  if (link === null || link.expiresAt <= at) return null;
  if (link.personId === null) return (await store.people.count()) === 0 ? { link, person: null } : null;
  const person = await store.people.find(link.personId);
  return person === null || person.disabled ? null : { link, person };
}

async function enter(deps: EnrolmentDeps, input: EnrolmentEntry): Promise<Outcome<EntryOutcome>> {
  const { transactor, hasher, store } = deps;
  const { code, at, password, person: entered } = input;
  const gone = refuse<EntryOutcome>("gone", "link_dead");
  const begun = await transactor.run(() => findLink(deps, code, at));
  if (begun === null) return gone;
  const { link, person } = begun;
  const needsPassword = link.parts !== "totp";
  if ((link.kind === "setup") !== (entered !== undefined) || needsPassword !== (password !== undefined)) {
    return refuse("invalid_request", "link_for_other");
  }
  const names = [entered?.login, entered?.name, person?.login, person?.name].filter((name) => name !== undefined);
  const fault = password === undefined ? null : findPasswordFault(password, names);
  if (fault !== null) return accept({ kind: "password_fault", fault });

  if (person !== null && link.parts === "totp") {
    const refused = await provePassword(deps, person, input);
    if (refused !== null) return refused;
  }
  const hashed = password === undefined ? null : await hashOr(hasher, password);
  if (hashed === "busy") return refuse("too_many_requests", "sign_in_busy", 2);
  const passwordHash = hashed?.hash ?? null;
  return transactor.run(async () => {
    const current = await findLink(deps, code, at);
    if (current === null) return gone;
    if (current.person !== null && link.parts === "password" && passwordHash !== null) {
      return replacePassword(deps, { ...input, person: current.person, passwordHash });
    }
    const personId = current.person?.id ?? deps.newId();
    const secret = deps.randomBytes(totpSecretBytes);
    const sealed = Buffer.from(deps.vault.seal(personId, secret)).toString("base64");
    const draft: Draft = { personId, person: entered ?? null, passwordHash, sealed };
    await store.links.setDraft(link.hash, JSON.stringify(draft));
    return accept({ kind: "totp", offer: toOffer(deps, secret, entered?.login ?? current.person?.login ?? "") });
  });
}

async function provePassword(
  deps: EnrolmentDeps,
  { id, login }: Person,
  { proof = "", origin, at }: EnrolmentEntry,
): Promise<Outcome<EntryOutcome> | null> {
  const attempt = { factor: "password", login, origin, at } as const;
  const begun = await deps.transactor.run(async () => ({
    charged: await deps.guard.charge(attempt),
    stored: await deps.store.credentials.getPassword(id),
  }));
  if (!begun.charged.ok) return begun.charged.outcome;
  const checked = await verifyOr(deps.hasher, proof, begun.stored);
  if (checked === "busy") return refuse("too_many_requests", "sign_in_busy", 2);
  if (!checked.isRight) return refuse("not_signed_in", "password_wrong");
  await deps.transactor.run(() => deps.guard.clear(attempt));
  return null;
}

/** A reset of the password alone: the code of the app is the proof, and nothing else changes. */
async function replacePassword(
  deps: EnrolmentDeps,
  input: Omit<EnrolmentEntry, "person"> & { readonly person: Person; readonly passwordHash: string },
): Promise<Outcome<EntryOutcome>> {
  const { person, passwordHash, code, proof = "", origin, at } = input;
  const attempt = { factor: "code", login: person.login, origin, at } as const;
  const charged = await deps.guard.charge(attempt);
  if (!charged.ok) return charged.outcome;
  const used = await useCode(deps, { personId: person.id, code: proof, at });
  if (used === null) return refuse("not_signed_in", "code_wrong");
  await deps.guard.clear(attempt);
  await deps.store.links.take(hashSecret(code));
  await deps.store.credentials.setPassword(person.id, passwordHash);
  await completeReset(deps, person, { parts: "password", at });
  return accept({ kind: "done" });
}

async function finish(
  deps: EnrolmentDeps,
  { code, totp, at }: Parameters<Enrolment["finishEnrolment"]>[0],
): ReturnType<Enrolment["finishEnrolment"]> {
  const { store } = deps;
  const found = await findLink(deps, code, at);
  const draft = found === null ? null : readDraft(found.link);
  if (found === null || draft === null) return refuse("gone", "link_dead");
  const step = findTotpStep(openSecret(deps, draft), totp, at);
  if (step === null) return refuse("not_signed_in", "code_wrong");
  const { link } = found;
  const person = found.person ?? (await insertFirst(deps, draft, at));
  if (person === null) return refuse("conflict", "set_up_already");
  await store.links.take(link.hash);

  const codes = Array.from({ length: recoveryCodes }, () => toRecoveryCode(deps.randomBytes(recoveryBytes)));
  if (draft.passwordHash !== null) await store.credentials.setPassword(person.id, draft.passwordHash);
  const sealed = Uint8Array.from(Buffer.from(draft.sealed, "base64"));
  await store.credentials.setTotp(person.id, { sealed, lastStep: step });
  await store.credentials.setRecoveryCodes(person.id, toRecoveryHashes(codes));
  if (link.kind === "reset") await completeReset(deps, person, { parts: link.parts, at });
  if (link.kind === "invitation") {
    await store.people.update({ ...person, joined: true, changedAt: at, version: person.version + 1 });
    const [actor, subject] = [{ kind: "person", id: person.id } as const, { kind: "person", id: person.id } as const];
    await recordChange(deps, { at, event: "person.joined", actor, subject, facts: {} });
  }
  return accept({ recoveryCodes: codes, language: person.language });
}

async function insertFirst(deps: AccessDeps, draft: Draft, at: number): Promise<Person | null> {
  if (draft.person === null || draft.person === undefined) return null;
  const { name, login, language } = draft.person;
  const roles: readonly StaffRole[] = [...new Set<StaffRole>(["admin", ...draft.person.roles])];
  const states = { disabled: false, origin: "local", joined: true, version: 1 } as const;
  const person: Person = { id: draft.personId, name, login, roles, language, ...states, createdAt: at, changedAt: at };
  if (!(await deps.store.people.insert(person))) return null;
  const [actor, subject] = [{ kind: "operator", id: null } as const, { kind: "person", id: person.id } as const];
  await recordChange(deps, { at, event: "person.set_up", actor, subject, facts: { roles } });
  return person;
}

/** Whoever was signed in as this person is no longer, and what slowed guessing down starts anew. */
async function completeReset(
  deps: EnrolmentDeps,
  { id, login }: Person,
  { parts, at }: { readonly parts: ResetParts; readonly at: number },
): Promise<void> {
  await deps.store.sessions.deleteOfPerson(id);
  for (const factor of ["password", "code"] as const) {
    await deps.guard.clear({ factor, login, origin: { network: null, device: null }, at });
  }
  const [actor, subject] = [{ kind: "person", id } as const, { kind: "person", id } as const];
  await recordChange(deps, { at, event: "reset.completed", actor, subject, facts: { parts } });
}

export function toRecoveryHashes(codes: readonly string[]): readonly string[] {
  return codes.map((code) => hashSecret(readRecoveryCode(code) ?? ""));
}

function readDraft({ draft }: LinkRecord): Draft | null {
  return draft === null ? null : (JSON.parse(draft) as Draft);
}

function openSecret({ vault }: EnrolmentDeps, { personId, sealed }: Draft): Uint8Array {
  return vault.open(personId, Uint8Array.from(Buffer.from(sealed, "base64")));
}

function toOffer({ publicUrl }: AccessDeps, secret: Uint8Array, login: string): TotpOffer {
  return { text: toTotpText(secret), uri: toTotpUri(secret, { login, host: new URL(publicUrl).host }) };
}

export async function hashOr(hasher: PasswordHasher, password: string): Promise<{ readonly hash: string } | "busy"> {
  try {
    return { hash: await hasher.hash(password) };
  } catch (error) {
    if (error instanceof HasherBusy) return "busy";
    throw error;
  }
}

import type { StaffRole } from "@breakwater/contract";
import type { Person } from "../ports/person-store.ts";
import { hashSecret } from "../secrets/codes.ts";
import { toTotpCode } from "../secrets/totp.ts";
import type { TestDesk } from "./test-desk.ts";

export const testPassword = "wet kelp on the pier";
export const nowhere = { network: null, device: null } as const;

/** Somebody with all that they know and hold. */
export type TestPerson = {
  readonly person: Person;
  readonly password: string;
  /** What their app shows now. */
  readonly code: () => string;
  readonly secret: Uint8Array;
  readonly recoveryCodes: readonly string[];
};

/** The code of a link's address. */
export function toLinkCode(url: string): string {
  return new URL(url).searchParams.get("code") ?? "";
}

/** The bytes behind a TOTP secret as an app reads it. */
export function readTotpText(text: string): Uint8Array {
  const bits = Array.from(text, (sign) =>
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(sign).toString(2).padStart(5, "0"),
  );
  return Uint8Array.from(bits.join("").match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}

/** Goes through both steps of a link, as a person would, and waits until their next code. */
export async function useLink(
  { access, clock }: TestDesk,
  url: string,
  person?: { readonly login: string; readonly name: string; readonly roles?: readonly StaffRole[] },
): Promise<Omit<TestPerson, "person">> {
  const entry = { code: toLinkCode(url), password: testPassword, origin: nowhere, at: clock.now() };
  const chosen = person === undefined ? {} : { person: { language: "en", roles: [], ...person } as const };
  const entered = await access.enterEnrolment({ ...entry, ...chosen });
  if (!entered.ok || entered.value.kind !== "totp") throw new Error(JSON.stringify(entered));
  const secret = readTotpText(entered.value.offer.text);
  const code = (): string => toTotpCode(secret, clock.now());
  const finished = await access.finishEnrolment({ code: entry.code, totp: code(), at: clock.now() });
  if (!finished.ok) throw new Error(JSON.stringify(finished));
  clock.advance(60_000);
  return { password: testPassword, code, secret, recoveryCodes: finished.value.recoveryCodes };
}

/** The first administrator. */
export async function setUp(desk: TestDesk, roles: readonly StaffRole[] = []): Promise<TestPerson> {
  const link = await desk.access.openSetup({ at: desk.clock.now() });
  if (link === null) throw new Error("There is somebody already.");
  const known = await useLink(desk, link.url, { login: "ada", name: "Ada", roles });
  return { ...known, person: await get(desk, "ada") };
}

/** Invited by `by`, and joined. */
export async function join(
  desk: TestDesk,
  by: TestPerson,
  { login, roles }: { readonly login: string; readonly roles: readonly StaffRole[] },
): Promise<TestPerson> {
  const actor = { kind: "person", id: by.person.id } as const;
  const input = { name: login, login, roles, language: "en", actor, at: desk.clock.now() } as const;
  const invited = await desk.access.invitePerson(input);
  if (!invited.ok) throw new Error(JSON.stringify(invited));
  const known = await useLink(desk, invited.value.link.url);
  return { ...known, person: await get(desk, login) };
}

/** Both steps; returns what the cookies hold. */
export async function signIn(
  { access, clock }: TestDesk,
  { person, password, code }: TestPerson,
): Promise<{ readonly session: string; readonly device: string }> {
  const first = await access.signInByPassword({ login: person.login, password, origin: nowhere, at: clock.now() });
  if (!first.ok) throw new Error(JSON.stringify(first));
  const pendingHash = hashSecret(first.value.pending);
  const second = await access.signInByCode({ pendingHash, code: code(), origin: nowhere, at: clock.now() });
  if (!second.ok) throw new Error(JSON.stringify(second));
  clock.advance(60_000);
  return second.value;
}

async function get({ deps }: TestDesk, login: string): Promise<Person> {
  const person = await deps.transactor.run(() => deps.store.people.findByLogin(login));
  if (person === null) throw new Error(`Nobody is ${login}.`);
  return person;
}

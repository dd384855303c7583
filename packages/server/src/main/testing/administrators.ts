import type { StaffRole } from "@breakwater/contract";
import { nowhere, readTotpText, testPassword, toLinkCode } from "../../access/testing/test-people.ts";
import { hashSecret } from "../../access/secrets/codes.ts";
import { toTotpCode } from "../../access/secrets/totp.ts";
import type { RunningService } from "../start-service.ts";

type Doors = Pick<RunningService, "access">;
type Newcomer = { readonly login: string; readonly name: string; readonly roles: readonly StaffRole[] };

/** Each code of an app is good once: whoever joins did so a while ago, and signs in now. */
const joinedMs = 120_000;

/**
 * The first administrator of a running service, set up as people set themselves up, or another whom `by` invites; resolves with a session.
 * Beside `admin` they hold `roles`.
 */
export async function signInAdministrator(
  { access }: Doors,
  { login, name, roles }: Newcomer,
  by: string | null = null,
): Promise<{ readonly id: string; readonly session: string }> {
  const at = Date.now() - joinedMs;
  const link = by === null ? await access.openSetup({ at }) : await invite(access, { login, name, roles, by, at });
  if (link === null) throw new Error("Somebody is there already; say who invites.");
  const code = toLinkCode(link.url);
  const person = by === null ? { person: { name, login, language: "en", roles } as const } : {};
  const entered = must(await access.enterEnrolment({ code, password: testPassword, origin: nowhere, at, ...person }));
  if (entered.kind !== "totp") throw new Error("No app was offered.");
  const secret = readTotpText(entered.offer.text);
  must(await access.finishEnrolment({ code, totp: toTotpCode(secret, at), at }));
  const now = Date.now();
  const first = must(await access.signInByPassword({ login, password: testPassword, origin: nowhere, at: now }));
  const pendingHash = hashSecret(first.pending);
  const second = must(
    await access.signInByCode({ pendingHash, code: toTotpCode(secret, now), origin: nowhere, at: now }),
  );
  const people = await access.listPeople({ after: "", limit: 100 });
  const id = people.find((one) => one.login === login)?.id ?? "";
  return { id, session: second.session };
}

async function invite(
  access: Doors["access"],
  { by, at, login, name, roles }: Newcomer & { readonly by: string; readonly at: number },
): Promise<{ readonly url: string }> {
  const actor = { kind: "person", id: by } as const;
  const all = ["admin", ...roles] as const;
  return must(await access.invitePerson({ login, name, language: "en", roles: all, actor, at })).link;
}

function must<T>(
  outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: object },
): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}

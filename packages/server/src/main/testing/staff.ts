import type { StaffRole } from "@breakwater/contract";
import { hashSecret } from "../../access/secrets/codes.ts";
import { toTotpCode } from "../../access/secrets/totp.ts";
import { nowhere, readTotpText, testPassword, toLinkCode } from "../../access/testing/test-people.ts";
import type { RunningService } from "../start-service.ts";

/** What somebody who signed in sends with each request. */
export type Session = string;

/** People of these roles who came in as people do: invited by an administrator, with a password and a code. Gives their cookies. */
export async function signInStaff<Name extends string>(
  { access, createSetupLink }: Pick<RunningService, "access" | "createSetupLink">,
  staff: Readonly<Record<Name, readonly StaffRole[]>>,
): Promise<Readonly<Record<Name, Session>>> {
  // A code counts once: each step comes a minute after the one before.
  let at = Date.now();
  const finish = async (
    url: string,
    person?: { readonly login: string; readonly name: string },
  ): Promise<Uint8Array> => {
    const code = toLinkCode(url);
    const chosen = person === undefined ? {} : { person: { language: "en", roles: [], ...person } as const };
    const entered = await access.enterEnrolment({ code, password: testPassword, origin: nowhere, at, ...chosen });
    if (!entered.ok || entered.value.kind !== "totp") throw new Error(JSON.stringify(entered));
    const secret = readTotpText(entered.value.offer.text);
    const finished = await access.finishEnrolment({ code, totp: toTotpCode(secret, at), at });
    if (!finished.ok) throw new Error(JSON.stringify(finished));
    at += 60_000;
    return secret;
  };
  const setup = await createSetupLink();
  if (setup === null) throw new Error("There is somebody already.");
  await finish(setup, { login: "ada", name: "Ada" });
  const [ada] = await access.listPeople({ after: "", limit: 1 });
  if (ada === undefined) throw new Error("There is nobody.");
  const sessions: Record<string, Session> = {};
  for (const [login, roles] of Object.entries<readonly StaffRole[]>(staff)) {
    const actor = { kind: "person", id: ada.id } as const;
    const invited = await access.invitePerson({ name: login, login, roles, language: "en", actor, at });
    if (!invited.ok) throw new Error(JSON.stringify(invited));
    const secret = await finish(invited.value.link.url);
    const first = await access.signInByPassword({ login, password: testPassword, origin: nowhere, at });
    if (!first.ok) throw new Error(JSON.stringify(first));
    const pendingHash = hashSecret(first.value.pending);
    const second = await access.signInByCode({ pendingHash, code: toTotpCode(secret, at), origin: nowhere, at });
    if (!second.ok) throw new Error(JSON.stringify(second));
    sessions[login] = second.value.session;
    at += 60_000;
  }
  return sessions as Readonly<Record<Name, Session>>;
}

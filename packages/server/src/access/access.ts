import { createAccount, type Account } from "./account.ts";
import type { AccessDeps } from "./deps.ts";
import { createEnrolment, type Enrolment } from "./enrolment.ts";
import { createGuard } from "./guard.ts";
import { createAccessLog, type AccessLog } from "./log.ts";
import { createPeople, type People } from "./people.ts";
import { createProvision, type Provision } from "./provision.ts";
import { createResets, type Resets } from "./resets.ts";
import { deriveKey } from "./secrets/derive-key.ts";
import { createPasswordHasher, type ScryptCost } from "./secrets/password-hasher.ts";
import { createTotpVault } from "./secrets/totp-vault.ts";
import { createSessions, type Sessions } from "./sessions.ts";
import { createSignIn, type SignIn } from "./sign-in.ts";
import { createTokens, type Tokens } from "./tokens.ts";

/** All use cases of the room, on plain data: a thread boundary may stand before any of them. */
export type Access = Account & AccessLog & Enrolment & People & Provision & Resets & Sessions & SignIn & Tokens;

/** `cost`: of a password's hash; `scryptCost` unless stated. */
export function createAccess(deps: AccessDeps & { readonly cost?: ScryptCost }): Access {
  const { sealKey, randomBytes, cost } = deps;
  const guard = createGuard(deps);
  const hasher = createPasswordHasher({
    key: deriveKey(sealKey, "password"),
    randomBytes,
    ...(cost === undefined ? {} : { cost }),
  });
  const vault = createTotpVault(deriveKey(sealKey, "totp"), randomBytes);
  const all = { ...deps, guard, hasher, vault };
  return {
    ...createAccount(all),
    ...createAccessLog(all),
    ...createEnrolment(all),
    ...createPeople(deps),
    ...createProvision(deps),
    ...createResets(deps),
    ...createSessions(deps),
    ...createSignIn(all),
    ...createTokens(deps),
  };
}

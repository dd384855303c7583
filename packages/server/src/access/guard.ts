import type { AccessDeps } from "./deps.ts";
import { refuse, type Outcome } from "./outcome.ts";
import { isSameSecret, keyedHash } from "./secrets/keyed-hash.ts";
import { toCode, secretBytes } from "./secrets/codes.ts";
import { deriveKey } from "./secrets/derive-key.ts";
import { createMemoryAttemptStore } from "./stores/memory-access-store.ts";
import { chargeAttempt, loginRule, networkRule, refundAttempt, type Charge } from "./throttle.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const networksMax = 100_000;

/** From where somebody tries: what limits are counted by. */
export type Origin = {
  /** A pseudonym of the network that is made in memory, under a key that is thrown away; null where it is not known. */
  readonly network: string | null;
  /** What the browser kept from its last sign-in. */
  readonly device: string | null;
};

export interface Guard {
  /** To be called in a unit, before the secret is looked at. `factor` is counted apart: guessing codes needs the password first. */
  charge(attempt: Attempt): Promise<ChargedAttempt>;
  /** It was right: the count starts anew. */
  clear(attempt: Attempt): Promise<void>;
  /** What a browser keeps so that somebody else's guessing does not lock it out: a nonce and its signature, for one login. */
  issueDevice(login: string): string;
  /** Forgets old counts. */
  sweep(before: number): Promise<number>;
}

export type Attempt = {
  readonly factor: "password" | "code";
  readonly login: string;
  readonly origin: Origin;
  readonly at: number;
};

export type ChargedAttempt =
  | { readonly ok: true; readonly failures: number }
  | { readonly ok: false; readonly outcome: Outcome<never>; readonly isLocked: boolean };

/**
 * Limits attempts by login and by network. A browser that has signed in to this login before is counted by itself (OWASP, "device
 * cookies"): a stranger can neither guess on nor lock the owner out.
 */
export function createGuard(deps: Pick<AccessDeps, "store" | "sealKey" | "randomBytes">): Guard {
  const loginKey = deriveKey(deps.sealKey, "login");
  const deviceKey = deriveKey(deps.sealKey, "device");
  const networks = createMemoryAttemptStore(networksMax);
  let sweptAt = 0;
  const { attempts } = deps.store;

  const sign = (login: string, nonce: string): string => keyedHash(deviceKey, `${nonce} ${login}`);
  const keyOf = ({ factor, login, origin }: Attempt): string => {
    const [nonce = "", signature = ""] = (origin.device ?? "").split(".");
    const isKnown = origin.device !== null && isSameSecret(signature, sign(login, nonce));
    return keyedHash(loginKey, `${factor} ${isKnown ? nonce : ""} ${login}`);
  };

  return {
    async charge(attempt) {
      const { origin, at } = attempt;
      const byLogin = await chargeAttempt(attempts, keyOf(attempt), { rule: loginRule, at });
      if (byLogin.kind !== "taken") return toRefusal(byLogin);
      if (origin.network !== null) {
        if (Math.abs(at - sweptAt) >= minuteMs) {
          sweptAt = at;
          await networks.deleteBefore(at - hourMs);
        }
        const byNetwork = await chargeAttempt(networks, origin.network, { rule: networkRule, at });
        if (byNetwork.kind !== "taken") {
          await refundAttempt(attempts, keyOf(attempt));
          return toRefusal(byNetwork);
        }
      }
      return { ok: true, failures: byLogin.failures };
    },
    async clear(attempt) {
      await attempts.delete(keyOf(attempt));
      // One who knows a password must not wipe out what their network did to others.
      if (attempt.origin.network !== null) await refundAttempt(networks, attempt.origin.network);
    },
    issueDevice(login) {
      const nonce = toCode(deps.randomBytes(secretBytes));
      return `${nonce}.${sign(login, nonce)}`;
    },
    async sweep(before) {
      return (await attempts.deleteBefore(before)) + (await networks.deleteBefore(before));
    },
  };
}

function toRefusal(charge: Exclude<Charge, { readonly kind: "taken" }>): ChargedAttempt {
  const waitMs = charge.kind === "wait" ? charge.waitMs : hourMs;
  const outcome = refuse<never>("too_many_requests", "too_many_attempts", Math.ceil(waitMs / 1000));
  return { ok: false, outcome, isLocked: charge.kind === "locked" };
}

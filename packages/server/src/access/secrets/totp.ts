import { Secret, TOTP } from "otpauth";

/** RFC 6238 as every authenticator app knows it: SHA-1, six digits, 30 s. RFC 4226 asks for a secret of 160 bits. */
const totpOptions = { algorithm: "SHA1", digits: 6, period: 30 } as const;
export const totpSecretBytes = 20;
/** Steps before and after the present that are taken, for clocks that differ. */
const window = 1;

export function toTotpText(secret: Uint8Array): string {
  return toSecret(secret).base32;
}

/** `otpauth://totp/…`, for an app to open. */
export function toTotpUri(
  secret: Uint8Array,
  { login, host }: { readonly login: string; readonly host: string },
): string {
  return new TOTP({ ...totpOptions, issuer: `Breakwater ${host}`, label: login, secret: toSecret(secret) }).toString();
}

/** The time step whose code this is, a step around `at`; null where it is none. */
export function findTotpStep(secret: Uint8Array, code: string, at: number): number | null {
  const token = code.replaceAll(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return null;
  const delta = TOTP.validate({ ...totpOptions, token, secret: toSecret(secret), timestamp: at, window });
  return delta === null ? null : Math.floor(at / 1000 / totpOptions.period) + delta;
}

/** The code of a moment: what the app shows. */
export function toTotpCode(secret: Uint8Array, at: number): string {
  return TOTP.generate({ ...totpOptions, secret: toSecret(secret), timestamp: at });
}

function toSecret(bytes: Uint8Array): Secret {
  return new Secret({ buffer: Uint8Array.from(bytes).buffer });
}

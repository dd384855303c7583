const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Every time limit and bound of access. Sources: NIST SP 800-63B-4 for AAL2, OWASP ASVS 5 chapters 6 and 7. */
export type AccessLimits = {
  /** A session that nobody uses ends after this. */
  readonly sessionIdleMs: number;
  /** A session ends after this however it is used. */
  readonly sessionMs: number;
  /** Between the right password and the code. */
  readonly secondFactorMs: number;
  readonly setupLinkMs: number;
  readonly invitationMs: number;
  readonly resetLinkMs: number;
  /** How long a reset waits for a second administrator. */
  readonly resetWaitMs: number;
  readonly sessionsPerPersonMax: number;
  readonly peopleMax: number;
  readonly tokensMax: number;
  readonly auditKeptMs: number;
};

export const accessLimits: AccessLimits = {
  sessionIdleMs: hour,
  sessionMs: 12 * hour,
  secondFactorMs: 5 * minute,
  setupLinkMs: day,
  invitationMs: 3 * day,
  resetLinkMs: day,
  resetWaitMs: 3 * day,
  sessionsPerPersonMax: 20,
  peopleMax: 10_000,
  tokensMax: 10_000,
  auditKeptMs: 400 * day,
};

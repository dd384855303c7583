/** Every account's own ordinary rate, drawn towards the population's where little is known of it. */
export interface AccountRhythm {
  /** Notes that the account is there; counts each once. */
  see(account: number): void;
  /** One ordinary action of the account. */
  add(account: number): void;
  readonly accounts: number;
  /** Ordinary actions per millisecond, `elapsedMs` after the start. */
  getRate(account: number, elapsedMs: number): number;
}

/** Half an action at the population's mean rate: an account never seen before is nearly, but not wholly, quiet. */
const priorActions = 0.5;
const accountsMin = 10;

export function createAccountRhythm(): AccountRhythm {
  const ordinary = new Map<number, number>();
  let total = 0;
  return {
    see(account) {
      if (!ordinary.has(account)) ordinary.set(account, 0);
    },
    add(account) {
      ordinary.set(account, (ordinary.get(account) ?? 0) + 1);
      total += 1;
    },
    get accounts() {
      return Math.max(ordinary.size, accountsMin);
    },
    getRate(account, elapsedMs) {
      const mean = (total + 1) / (elapsedMs * Math.max(ordinary.size, accountsMin));
      return ((ordinary.get(account) ?? 0) + priorActions) / (elapsedMs + priorActions / mean);
    },
  };
}

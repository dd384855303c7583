import {
  createBurstDetector,
  type BurstAlert,
  type BurstDetector,
  type BurstDetectorOptions,
} from "./burst-detector.ts";

/**
 * Lockstep of a whole stream, watched twice: among all actions, accounts around one object counting as one, and among
 * those alone that no object drew. The second is quieter, so a wave of plain posts is seen there within its first
 * few, however busy the reposts around it are. Numbers of flagged actions are those of all pushes.
 */
export function createStreamDetector(options: Partial<BurstDetectorOptions> = {}): BurstDetector {
  const whole = createBurstDetector(options);
  const undrawn = createBurstDetector(options);
  /** Push numbers of the undrawn actions that may still be flagged, and how many older ones were let go. */
  let pushOf: number[] = [];
  let dropped = 0;
  const recent = new Map<number, number>();
  const keepMs = Math.max(options.tickMs ?? 0, ...(options.windowsMs ?? [1_800_000]));
  let times: number[] = [];
  let pushes = 0;

  const letGo = (at: number): void => {
    if (times.length < 1024 || times[times.length >> 1] > at - keepMs) return;
    const cut = times.length >> 1;
    times = times.slice(cut);
    pushOf = pushOf.slice(cut);
    dropped += cut;
    for (const [push, then] of recent) {
      if (then > at - keepMs) break;
      recent.delete(push);
    }
  };

  return {
    push(at, account, source = -1) {
      const alerts: BurstAlert[] = [];
      const all = whole.push(at, account, source);
      if (all !== null) alerts.push(all);
      if (source < 0) {
        letGo(at);
        times.push(at);
        pushOf.push(pushes);
        const alert = undrawn.push(at, account);
        if (alert !== null) alerts.push({ ...alert, flagged: alert.flagged.map((push) => pushOf[push - dropped]) });
      }
      pushes += 1;
      return join(alerts, recent, at);
    },
  };
}

/** One alert with the stronger look's numbers; what either flagged before is not flagged again. */
function join(alerts: readonly BurstAlert[], recent: Map<number, number>, at: number): BurstAlert | null {
  if (alerts.length === 0) return null;
  const strongest = alerts.reduce((best, each) => (each.logP < best.logP ? each : best));
  const flagged = [...new Set(alerts.flatMap((alert) => alert.flagged))].filter((push) => !recent.has(push));
  for (const push of flagged) recent.set(push, at);
  return { ...strongest, flagged: flagged.sort((a, b) => a - b) };
}

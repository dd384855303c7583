import { IntakeError } from "../intake-error.ts";

/** The zone that times without one are read in. */
export interface Zone {
  readonly name: string;
  /** What to subtract from a moment read as UTC, in ms, to get the moment that was meant. */
  offsetMs(civilMs: number): number;
}

export const utc: Zone = { name: "UTC", offsetMs: () => 0 };

const hourMs = 3_600_000;
const offsetsCachedMax = 10_000;
const letters: Readonly<Record<string, number>> = {
  Z: 0,
  UT: 0,
  UTC: 0,
  GMT: 0,
  EST: -5,
  EDT: -4,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
};

/** `UTC`, `+08:00`, or a name such as `Asia/Shanghai`. Throws `IntakeError` for anything else. */
export function parseZone(name: string): Zone {
  const fixed = parseOffset(name);
  if (!Number.isNaN(fixed)) return fixed === 0 ? utc : { name, offsetMs: () => fixed };
  try {
    return namedZone(name);
  } catch {
    throw new IntakeError(
      "unknown_zone",
      `There is no time zone ${JSON.stringify(name.slice(0, 64))}; give UTC, an offset such as +08:00, or a name such as Asia/Shanghai.`,
    );
  }
}

/** Milliseconds of `Z`, `GMT`, `PST`, `+8`, `+0800`, `+08:00`, or NaN. `CST` is refused: it names two zones 14 hours apart. */
export function parseOffset(word: string): number {
  const named = letters[word.toUpperCase()];
  if (named !== undefined) return named * hourMs;
  const match = /^(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?$/.exec(word);
  if (!match) return Number.NaN;
  const hours = Number(match[2]);
  const minutes = Number(match[3] ?? 0);
  if (hours > 15 || minutes > 59) return Number.NaN;
  return (match[1] === "-" ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

function namedZone(name: string): Zone {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone: name, timeZoneName: "longOffset" });
  const cache = new Map<number, number>();
  const offsetAt = (moment: number): number => {
    const hour = Math.floor(moment / hourMs);
    const known = cache.get(hour);
    if (known !== undefined) return known;
    const part = format.formatToParts(hour * hourMs).find((p) => p.type === "timeZoneName")?.value ?? "GMT";
    const offset = parseOffset(part);
    if (cache.size >= offsetsCachedMax) cache.clear();
    cache.set(hour, offset);
    return offset;
  };
  // The first guess may lie on the wrong side of a change of clocks; the second is right but for the doubled hour.
  return { name, offsetMs: (civilMs) => (Number.isFinite(civilMs) ? offsetAt(civilMs - offsetAt(civilMs)) : 0) };
}

/** What somebody has read since their last break. Counted in their own browser, for them alone: it is sent nowhere. */
export type Exposure = {
  /** Cases, decisions and leads that were opened, and posts that were read in them. */
  readonly items: number;
  /** For how long such a thing stood on screen, ms. */
  readonly ms: number;
  /** When the last one did, ms since 1970 UTC. */
  readonly lastAt: number;
};

/** After how much a break is proposed; null: never for this reason. */
export type Budget = { readonly items: number | null; readonly minutes: number | null };

/** So long without any of it is a break, and the count begins anew, ms. */
export const breakMs = 600_000;

const nothing: Exposure = { items: 0, ms: 0, lastAt: 0 };

export function addReading(
  held: Exposure,
  read: { readonly items?: number; readonly ms?: number },
  at: number,
): Exposure {
  const base = hadBreak(held, at) ? nothing : held;
  return { items: base.items + (read.items ?? 0), ms: base.ms + (read.ms ?? 0), lastAt: at };
}

export function isBreakDue({ items, ms }: Exposure, budget: Budget): boolean {
  const isOver = (most: number | null, read: number): boolean => most !== null && read >= most;
  return isOver(budget.items, items) || isOver(budget.minutes, ms / 60_000);
}

function hadBreak({ lastAt }: Exposure, at: number): boolean {
  return at - lastAt >= breakMs;
}

export type ExposureStore = {
  readonly get: () => Exposure;
  readonly add: (read: { readonly items?: number; readonly ms?: number }) => void;
  /** The count begins anew: after a break, or because somebody goes on. */
  readonly clear: () => void;
  readonly subscribe: (listener: () => void) => () => void;
};

type Keep = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const key = "breakwater.read";

/**
 * Kept in the browser, so that tabs count together and a page that is loaded anew does not begin from nothing; what belongs to somebody
 * else who sat here is thrown away. `keep`: null where the browser keeps nothing for us.
 */
export function createExposureStore(keep: Keep | null, person: string, now: () => number): ExposureStore {
  const listeners = new Set<() => void>();
  let held = read(keep, person) ?? nothing;
  let isKept = true;
  const put = (next: Exposure): void => {
    held = next;
    try {
      isKept = keep !== null;
      if (next === nothing) keep?.removeItem(key);
      else keep?.setItem(key, JSON.stringify({ person, ...next }));
    } catch {
      // No room in the browser: this page counts for itself.
      isKept = false;
    }
    for (const listener of listeners) listener();
  };
  return {
    get: () => held,
    // Another tab may have counted meanwhile.
    add: (more) => put(addReading(isKept ? (read(keep, person) ?? nothing) : held, more, now())),
    clear: () => put(nothing),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function read(keep: Keep | null, person: string): Exposure | null {
  try {
    const kept = JSON.parse(keep?.getItem(key) ?? "{}") as Partial<Record<keyof Exposure | "person", unknown>>;
    const { items, ms, lastAt } = kept;
    const isWhole = typeof items === "number" && typeof ms === "number" && typeof lastAt === "number";
    return isWhole && kept.person === person ? { items, ms, lastAt } : null;
  } catch {
    return null;
  }
}

import type { Outbox } from "../../state/outbox.ts";
import type { Transactor } from "../../state/transactor.ts";
import { createClockWatch } from "./clock-watch.ts";
import type { RetentionStore, RuleState } from "./retention-store.ts";
import type { RetentionRule, RuleName } from "./rule.ts";

export type RetentionDeps = {
  /** In the order in which they run. */
  readonly rules: readonly RetentionRule[];
  readonly store: RetentionStore;
  readonly transactor: Transactor;
  readonly outbox: Pick<Outbox, "append">;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** Milliseconds that never go back, from anywhere: `performance.now`. */
  readonly monotonicMs: () => number;
  /** Once it resolves, no byte of what was deleted from the state database is in its files. */
  readonly dropDeleted: () => Promise<void>;
  /** `files`: what was deleted could not be wiped yet, because somebody reads; tried again at the next tick. */
  readonly onFailure: (rule: RuleName | "files", error: unknown) => void;
  /** Parts of one rule in one tick: the rest waits for the next. 100 unless stated. */
  readonly partsMax?: number;
};

export type Tick = {
  /** What went in this tick, by rule and code word. */
  readonly deleted: Readonly<Partial<Record<RuleName, Readonly<Record<string, number>>>>>;
  readonly failed: readonly RuleName[];
  /** Nothing was looked at, because the clock was set forward: it is tried again for a day, then believed. */
  readonly isClockHeld: boolean;
};

export interface Retention {
  /** Runs what is due. A second call while one is under way waits for that one. */
  tick(): Promise<Tick>;
  states(): Promise<readonly (RuleState & { readonly periodMs: number | null })[]>;
}

type RuleRun = {
  readonly deleted: Readonly<Record<string, number>>;
  readonly isOver: boolean;
  readonly failure: string | null;
};

/** Deletes what is past its time, by the clock. What fails is counted and tried at the next tick, and keeps no other rule from running. */
export function createRetention(deps: RetentionDeps): Retention {
  const { rules, store, transactor, outbox, partsMax = 100 } = deps;
  if (new Set(rules.map(({ name }) => name)).size !== rules.length) throw new Error("Two rules have one name.");
  const clock = createClockWatch();
  let running: Promise<Tick> | null = null;

  const runRule = async (rule: RetentionRule, now: number): Promise<RuleRun> => {
    const deleted: Record<string, number> = {};
    try {
      for (let part = 0; part < partsMax; part++) {
        const done = await rule.run(now);
        addCounts(deleted, done.deleted);
        if (done.isOver) return { deleted, isOver: true, failure: null };
      }
      return { deleted, isOver: false, failure: null };
    } catch (error) {
      deps.onFailure(rule.name, error);
      return { deleted, isOver: false, failure: nameOf(error) };
    }
  };

  // Of what was deleted before this process nothing is known: it is wiped too.
  let isUnwiped = true;
  const wipe = async (): Promise<void> => {
    if (!isUnwiped) return;
    try {
      await deps.dropDeleted();
      isUnwiped = false;
    } catch (error) {
      deps.onFailure("files", error);
    }
  };

  const runDue = async (): Promise<Tick> => {
    const now = deps.now();
    if (!clock.isTrusted(now, deps.monotonicMs())) return { deleted: {}, failed: [], isClockHeld: true };
    const deleted: Partial<Record<RuleName, Readonly<Record<string, number>>>> = {};
    const failed: RuleName[] = [];
    for (const rule of rules) {
      const before = await transactor.run(() => store.read(rule.name));
      if (!isDue(rule, before, now)) continue;
      const run = await runRule(rule, now);
      if (run.failure !== null) failed.push(rule.name);
      if (sumOf(run.deleted) > 0) deleted[rule.name] = run.deleted;
      await transactor.run(() => store.write(toState(rule.name, before, run, now)));
    }
    const all: Record<string, number> = {};
    for (const counts of Object.values(deleted)) addCounts(all, counts);
    if (sumOf(all) > 0 || failed.length > 0) {
      await transactor.run(() => outbox.append("retention.ran", { deleted: all, failed }, now));
    }
    isUnwiped ||= sumOf(all) > 0;
    await wipe();
    return { deleted, failed, isClockHeld: false };
  };

  return {
    tick: () => {
      running ??= runDue().finally(() => {
        running = null;
      });
      return running;
    },
    states: async () => {
      const states = await transactor.run(() => store.list());
      return rules.map(({ name, periodMs }) => {
        const never: RuleState = { name, ranAt: 0, deleted: {}, failure: null };
        return { ...(states.find((state) => state.name === name) ?? never), periodMs };
      });
    },
  };
}

/** Also where it seems to have run in the future: then the clock was set back. */
function isDue({ everyMs }: RetentionRule, before: RuleState | null, now: number): boolean {
  return before === null || before.failure !== null || now - before.ranAt >= everyMs || before.ranAt > now;
}

function toState(
  name: RuleName,
  before: RuleState | null,
  { deleted, isOver, failure }: RuleRun,
  now: number,
): RuleState {
  const all = { ...before?.deleted };
  addCounts(all, deleted);
  // What did not come to its end is due at the next tick.
  return { name, ranAt: isOver ? now : Math.min(before?.ranAt ?? 0, now), deleted: all, failure };
}

function addCounts(to: Record<string, number>, counts: Readonly<Record<string, number>>): void {
  for (const [word, count] of Object.entries(counts)) to[word] = (to[word] ?? 0) + count;
}

function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** A code, not a message: messages may say what was being deleted. */
function nameOf(error: unknown): string {
  if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code.slice(0, 64);
  return error instanceof Error ? error.name.slice(0, 64) : "unknown";
}

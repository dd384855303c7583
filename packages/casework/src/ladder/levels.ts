import { dayMs } from "../kernel/time.ts";

/** Rung of the ladder, least intrusive first. */
export type Level = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

export type LevelRule = {
  readonly level: Level;
  /** People whose agreement a measure of this level needs. */
  readonly humans: 1 | 2;
  /** Whether the approver must hold the role `senior`. */
  readonly senior: boolean;
  /** In an emergency to life one person may act, and the measure lifts itself unless a second confirms. */
  readonly emergencyAlone: boolean;
  /** Whether the person is heard before the decision. */
  readonly hearing: boolean;
  /** How long its strike counts; 0 where it leaves none. */
  readonly strikeMs: number;
};

const rule = (level: Level, rest: Partial<Omit<LevelRule, "level">> = {}): LevelRule => ({
  level,
  humans: level >= 4 ? 2 : 1,
  senior: level >= 9,
  emergencyAlone: false,
  hearing: level >= 5,
  strikeMs: 0,
  ...rest,
});

/** The ladder. Rate limits that apply to everyone equally are below it and no measure at all. */
export const ladder: Readonly<Record<Level, LevelRule>> = {
  0: rule(0),
  1: rule(1, { strikeMs: 90 * dayMs }),
  2: rule(2),
  3: rule(3),
  4: rule(4, { strikeMs: 180 * dayMs }),
  5: rule(5, { strikeMs: 180 * dayMs, emergencyAlone: true }),
  6: rule(6, { strikeMs: 180 * dayMs }),
  7: rule(7, { strikeMs: 365 * dayMs }),
  8: rule(8, { strikeMs: 365 * dayMs }),
  9: rule(9),
  10: rule(10),
};

export function getLevelRule(level: Level): LevelRule {
  return ladder[level];
}

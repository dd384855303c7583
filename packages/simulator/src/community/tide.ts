import type { Random } from "../random/random.ts";
import type { BrokenNews, NewsEvent } from "./news.ts";
import type { Population } from "./population.ts";
import { chronotypes, rhythmAt } from "./rhythm.ts";

/**
 * The moments at which somebody acts: a Poisson process whose rate follows the day and the news, constant within
 * steps of ten minutes. Gaps are exponential and drawn anew at a step's edge, which is exact because they forget.
 */
export interface Tide {
  /** The next moment in whole ms, or null at the end. */
  next(): number | null;
  /** The index of the news that the current moment is about, or null for an ordinary one. */
  pickNews(): number | null;
  /** Expected actions a second now. */
  ratePerSecond(): number;
  /** Draws whose day it is: an index into `chronotypes`. */
  pickChronotype(): number;
}

export type TideOptions = {
  readonly population: Population;
  readonly random: Random;
  readonly news: readonly BrokenNews[];
  readonly startAt: number;
  readonly endAt: number;
};

const stepMs = 600_000;

export function createTide(options: TideOptions): Tide {
  const { random, news, startAt, endAt } = options;
  const stepCount = Math.ceil((endAt - startAt) / stepMs);
  const ordinary = toOrdinaryLevels(options, stepCount);
  const shares = new Float64Array(chronotypes.length);
  let live: { index: number; rate: number }[] = [];
  let step = -1;
  let stepEnd = startAt;
  let ordinaryRate = 0;
  let newsRate = 0;
  let now = startAt;

  function enter(nextStep: number): void {
    step = nextStep;
    const begin = startAt + step * stepMs;
    stepEnd = Math.min(begin + stepMs, endAt);
    ordinaryRate = 0;
    for (const [i, levels] of ordinary.entries()) {
      shares[i] = levels[step] ?? 0;
      ordinaryRate += levels[step] ?? 0;
    }
    live = [];
    newsRate = 0;
    for (const [index, { event }] of news.entries()) {
      const rate = newsRateAt(event, begin);
      if (rate * stepMs < 0.01) continue;
      live.push({ index, rate });
      newsRate += rate;
    }
  }

  return {
    next: () => {
      for (;;) {
        if (now < stepEnd) {
          const rate = ordinaryRate + newsRate;
          now += rate > 0 ? random.exponential() / rate : stepMs;
          if (now < stepEnd) return Math.floor(now);
        }
        now = stepEnd;
        if (step + 1 >= stepCount) return null;
        enter(step + 1);
      }
    },
    pickNews: () => {
      let u = random.next() * (ordinaryRate + newsRate) - ordinaryRate;
      if (u < 0) return null;
      for (const { index, rate } of live) {
        u -= rate;
        if (u < 0) return index;
      }
      return null;
    },
    ratePerSecond: () => (ordinaryRate + newsRate) * 1000,
    pickChronotype: () => {
      let u = random.next() * ordinaryRate;
      for (let i = 0; i < shares.length; i++) {
        u -= shares[i] ?? 0;
        if (u < 0) return i;
      }
      return 0;
    },
  };
}

/** Expected ordinary actions per ms in each step, for each chronotype. News takes its part off the top. */
function toOrdinaryLevels(options: TideOptions, stepCount: number): readonly Float64Array[] {
  const { population, news, startAt } = options;
  const expected = new Float64Array(chronotypes.length);
  for (let i = 0; i < population.count; i++) {
    const type = population.chronotype[i] ?? 0;
    expected[type] = (expected[type] ?? 0) + (population.activity[i] ?? 0);
  }
  const all = expected.reduce((sum, value) => sum + value, 0);
  const aboutNews = news.reduce((sum, { event }) => sum + event.actions, 0);
  const ordinaryShare = all > 0 ? Math.max(0, 1 - aboutNews / all) : 0;
  return chronotypes.map(({ shiftHours }, type) => {
    const levels = Float64Array.from({ length: stepCount }, (_, i) =>
      rhythmAt(startAt + (i + 0.5) * stepMs, shiftHours),
    );
    const total = levels.reduce((sum, level) => sum + level, 0);
    return levels.map((level) => (level / total / stepMs) * (expected[type] ?? 0) * ordinaryShare);
  });
}

function newsRateAt(event: NewsEvent, begin: number): number {
  const age = begin - event.at;
  if (age < 0 || age > 20 * event.decayMs) return 0;
  // Interest falls exponentially over the step; its mean over the step keeps the total right.
  const decay = event.decayMs;
  return (event.actions * Math.exp(-age / decay) * (1 - Math.exp(-stepMs / decay))) / stepMs;
}

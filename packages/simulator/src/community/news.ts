import type { Random } from "../random/random.ts";
import { composeHashtag, composePost, topicCount, type Language } from "../text/compose.ts";
import { dayMs, rhythmAt } from "./rhythm.ts";

/** Something that happened, and that people then post about: many within minutes, fewer and fewer for hours. */
export type NewsEvent = {
  readonly at: number;
  /** Expected number of actions about it. */
  readonly actions: number;
  /** Mean distance of an action from the event, ms. */
  readonly decayMs: number;
  readonly language: Language;
  readonly topic: number;
  readonly headline: string;
  readonly hashtag: string;
  readonly urls: readonly string[];
  readonly media: string;
};

/** A news event with the ids of the posts that broke it. */
export type BrokenNews = { readonly event: NewsEvent; readonly posts: readonly string[] };

const eventsPerDay = 10;

/** The news of the period, in order of time. Sizes are heavy-tailed and add up to `actions`. */
export function createNews(
  random: Random,
  period: { readonly startAt: number; readonly endAt: number; readonly actions: number },
): readonly NewsEvent[] {
  const { startAt, endAt } = period;
  const count = Math.max(2, Math.round(((endAt - startAt) / dayMs) * eventsPerDay));
  const drafts = Array.from({ length: count }, () => {
    const at = Math.floor(random.between(startAt, endAt));
    return { at, size: Math.min(60, random.pareto(1.1)) * rhythmAt(at, 0) };
  });
  const total = drafts.reduce((sum, draft) => sum + draft.size, 0);
  return drafts
    .sort((a, b) => a.at - b.at)
    .map(({ at, size }, i) => {
      const language: Language = random.chance(0.75) ? "zh" : "en";
      const topic = random.below(topicCount);
      return {
        at,
        actions: (period.actions * size) / total,
        decayMs: 20 * 60_000 * Math.exp(1.1 * Math.abs(random.normal())),
        language,
        topic,
        headline: `${language === "zh" ? "快讯" : "News"} ${i + 1}: ${composePost(random, language, topic)}`,
        hashtag: `${composeHashtag(random, language, topic)}${i + 1}`,
        urls: Array.from({ length: 1 + random.below(3) }, (_, k) => `https://paper-${k + 1}.example/news/${i + 1}`),
        media: `m${random.below(2 ** 31).toString(16)}`,
      };
    });
}

import { composeClause, composePost } from "../text/compose.ts";
import { openBanner } from "./army.ts";
import { plainKnobs, type ScenarioDefinition } from "./definition.ts";

const quotesPerEvent = 15;
const quoteGapMs = 180_000;

export const liveBloggers: ScenarioDefinition = {
  nature: "honest_crowd",
  description: {
    en: "Journalists in one hall report the same event line by line, quoting the same sentences at the same moments",
    zh: "同场直播的记者逐句报道同一活动，在同一时刻引用同样的话",
  },
  defaults: { ...plainKnobs, size: 14, objects: 3, jitterMs: 90_000, join: 0.6, camouflage: 0.6, spreadDays: 14 },
  plan: (stage) => {
    const { random, language, topic, knobs } = stage;
    const journalists = stage.recruit(knobs.size, { role: "member" });
    for (const start of stage.moments(knobs.objects)) {
      const { tag } = openBanner(stage);
      const present = journalists.filter(() => random.chance(0.8));
      for (let i = 0; i < quotesPerEvent; i++) {
        const quote = composeClause(random, language, topic);
        const at = start + i * quoteGapMs;
        for (const member of present) {
          if (!random.chance(knobs.join)) continue;
          const comment = composePost(random, language, topic);
          const text = random.chance(0.5) ? `“${quote}” ${comment}` : comment;
          stage.act(member, { at: at + 15_000 + stage.delay(), kind: "post", objects: [tag], text });
        }
      }
    }
  },
};

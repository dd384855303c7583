import { composePost, composeReply } from "../text/compose.ts";
import { openBanner } from "./army.ts";
import { plainKnobs, type ScenarioDefinition } from "./definition.ts";

export const breakingNews: ScenarioDefinition = {
  nature: "honest_crowd",
  description: {
    en: "Something big happens: a crowd posts one headline and link within minutes, and less and less for hours",
    zh: "突发新闻：人们在几分钟内转发同一标题和链接，随后数小时逐渐减少",
  },
  defaults: {
    ...plainKnobs,
    size: 150,
    objects: 3,
    jitterMs: 2 * 3_600_000,
    join: 0.7,
    camouflage: 0.8,
    spreadDays: 1,
  },
  plan: (stage) => {
    const { random, language, topic, knobs } = stage;
    const crowd = stage.recruit(knobs.size, { role: "member" });
    const { tag } = openBanner(stage);
    for (const at of stage.moments(knobs.objects)) {
      const { link } = openBanner(stage);
      const headline = composePost(random, language, topic);
      const [first, ...others] = random.shuffle(crowd).filter(() => random.chance(knobs.join));
      if (first === undefined) continue;
      const id = stage.act(first, { at, kind: "post", objects: [tag, link], text: headline });
      for (const member of others) {
        const delayed = at + Math.min(knobs.jitterMs, (random.exponential() * knobs.jitterMs) / 6);
        const u = random.next();
        const objects = [{ kind: "post", id } as const];
        if (u < 0.4) stage.act(member, { at: delayed, kind: "repost", objects });
        else if (u < 0.65) stage.act(member, { at: delayed, kind: "post", objects: [link], text: headline });
        else if (u < 0.85) {
          const text = composePost(random, language, topic);
          stage.act(member, { at: delayed, kind: "post", objects: [tag, link], text });
        } else {
          stage.act(member, { at: delayed, kind: "reply", objects, text: composeReply(random, language, topic) });
        }
      }
    }
  },
};

import { composePost } from "../text/compose.ts";
import { openBanner } from "./army.ts";
import { plainKnobs, type ScenarioDefinition } from "./definition.ts";

export const shareButton: ScenarioDefinition = {
  nature: "honest_crowd",
  description: {
    en: "Readers of a site press its share button, which writes the same text for everyone",
    zh: "读者点网站的分享按钮，系统为每个人生成同样的文字",
  },
  defaults: {
    ...plainKnobs,
    size: 200,
    objects: 12,
    jitterMs: 86_400_000,
    join: 0.15,
    camouflage: 0.85,
    spreadDays: 14,
  },
  plan: (stage) => {
    const { random, language, topic, knobs } = stage;
    const readers = stage.recruit(knobs.size, { role: "member" });
    const site = random.below(100_000);
    for (const at of stage.moments(knobs.objects)) {
      const { link } = openBanner(stage);
      const title = composePost(random, language, topic);
      const text = language === "zh" ? `【${title}】（来自 站点${site}）` : `${title} (via Site ${site})`;
      for (const member of readers) {
        if (!random.chance(knobs.join)) continue;
        const delayed = at + Math.min(knobs.jitterMs, (random.exponential() * knobs.jitterMs) / 4);
        stage.act(member, { at: delayed, kind: "post", objects: [link], text, client: "share-button" });
      }
    }
  },
};

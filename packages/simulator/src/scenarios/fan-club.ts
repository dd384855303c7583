import { composeReply } from "../text/compose.ts";
import { createMessage, textOf } from "../text/message.ts";
import { openBanner } from "./army.ts";
import { plainKnobs, type ScenarioDefinition } from "./definition.ts";

export const fanClub: ScenarioDefinition = {
  nature: "honest_crowd",
  description: {
    en: "A fan club with a schedule: at the agreed hour the members post the slogan and repost their idol, day after day",
    zh: "粉丝团按日程打卡：每天约定时间发口号、转发偶像",
  },
  defaults: { ...plainKnobs, size: 60, objects: 12, jitterMs: 600_000, join: 0.6, camouflage: 0.7, spreadDays: 14 },
  plan: (stage) => {
    const { random, language, topic, knobs } = stage;
    const fans = stage.recruit(knobs.size, { role: "member" });
    const [idol] = stage.recruit(1, { role: "source", nature: "background", camouflage: 0.8 });
    if (idol === undefined) return;
    const { tag } = openBanner(stage);
    for (const at of stage.moments(knobs.objects)) {
      const slogan = textOf(createMessage(random, language, topic));
      const id = stage.act(idol, { at, kind: "post", objects: [tag], text: composeReply(random, language, topic) });
      for (const member of fans) {
        if (!random.chance(knobs.join)) continue;
        const delayed = at + 5_000 + stage.delay();
        const isSlogan = random.chance(0.6);
        stage.act(
          member,
          isSlogan
            ? { at: delayed, kind: "post", objects: [tag], text: slogan }
            : { at: delayed, kind: "repost", objects: [{ kind: "post", id }] },
        );
      }
    }
  },
};

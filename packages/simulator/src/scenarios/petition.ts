import { composeClause } from "../text/compose.ts";
import { createMessage, textOf } from "../text/message.ts";
import { openBanner } from "./army.ts";
import { plainKnobs, type ScenarioDefinition } from "./definition.ts";

export const petition: ScenarioDefinition = {
  nature: "honest_crowd",
  description: {
    en: "Signers of a petition post its prepared sentence and link, most of them within hours of each call",
    zh: "联署：签名者在每次号召后的数小时内发出同一句话和链接",
  },
  defaults: { ...plainKnobs, size: 120, objects: 3, jitterMs: 6 * 3_600_000, join: 0.6, spreadDays: 6 },
  plan: (stage) => {
    const { random, language, topic, knobs } = stage;
    const signers = stage.recruit(knobs.size, { role: "member" });
    const { tag, link } = openBanner(stage);
    for (const at of stage.moments(knobs.objects)) {
      const call = textOf(createMessage(random, language, topic));
      for (const member of signers) {
        if (!random.chance(knobs.join)) continue;
        const addition = random.chance(0.3) ? ` ${composeClause(random, language, topic)}` : "";
        const delayed = at + Math.min(knobs.jitterMs, (random.exponential() * knobs.jitterMs) / 3);
        stage.act(member, { at: delayed, kind: "post", objects: [tag, link], text: call + addition });
      }
    }
  },
};

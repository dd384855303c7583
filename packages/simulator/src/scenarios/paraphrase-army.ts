import { createMessage, paraphrase } from "../text/message.ts";
import { muster, openBanner, recruitArmy, registeredTogether } from "./army.ts";
import { plainKnobs, type ScenarioDefinition } from "./definition.ts";

export const paraphraseArmy: ScenarioDefinition = {
  nature: "campaign",
  description: {
    en: "Fresh accounts, each on its own line, say the same in ever other words and push the same links",
    zh: "同批注册的小号各用各的网络，把同一套模板换着说法发，推同一批链接",
  },
  defaults: { ...plainKnobs, size: 40, objects: 10, jitterMs: 900_000, join: 0.7, camouflage: 0.4, spreadDays: 5 },
  plan: (stage) => {
    const army = recruitArmy(stage, {
      origin: registeredTogether(stage, 2),
      infrastructure: stage.rent({ client: "deck", ownShare: 0.1 }),
    });
    const { tag } = openBanner(stage);
    for (const at of stage.moments(stage.knobs.objects)) {
      const message = createMessage(stage.random, stage.language, stage.topic);
      const { link } = openBanner(stage);
      for (const [i, member] of muster(stage, army).entries()) {
        stage.act(member, {
          at: i === 0 ? at : at + stage.delay(),
          kind: "post",
          objects: stage.random.chance(0.5) ? [link, tag] : [link],
          text: stage.copy(paraphrase(message, stage.random)),
        });
      }
    }
  },
};

import { createMessage, paraphrase, textOf } from "../text/message.ts";
import { muster, openBanner, recruitArmy } from "./army.ts";
import { plainKnobs, type ScenarioDefinition } from "./definition.ts";

export const slowDrip: ScenarioDefinition = {
  nature: "campaign",
  description: {
    en: "Few accounts repeat a story over weeks, hours apart, so that no single day looks unusual",
    zh: "细水长流：少量账号数周内隔几小时重复同一说法，单日看不出异常",
  },
  defaults: {
    ...plainKnobs,
    size: 30,
    objects: 16,
    jitterMs: 4 * 3_600_000,
    join: 0.6,
    camouflage: 0.6,
    addressPool: 5,
    devicePool: 10,
    start: 0.05,
    spreadDays: 28,
  },
  plan: (stage) => {
    const army = recruitArmy(stage, { infrastructure: stage.rent() });
    for (const at of stage.moments(stage.knobs.objects)) {
      const message = createMessage(stage.random, stage.language, stage.topic);
      const { link } = openBanner(stage);
      for (const [i, member] of muster(stage, army).entries()) {
        stage.act(member, {
          at: i === 0 ? at : at + stage.delay(),
          kind: "post",
          objects: [link],
          text: stage.random.chance(0.5) ? stage.copy(textOf(message)) : paraphrase(message, stage.random),
        });
      }
    }
  },
};

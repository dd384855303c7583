import { createMessage, textOf } from "../text/message.ts";
import { muster, openBanner, plantBystanders, recruitArmy } from "./army.ts";
import { plainKnobs, type ScenarioDefinition } from "./definition.ts";

export const dormantWoken: ScenarioDefinition = {
  nature: "campaign",
  description: {
    en: "Accounts silent for years wake up on the same day, on the same client, and say the same",
    zh: "沉睡多年的账号同日苏醒，用同一客户端发同样的话",
  },
  defaults: {
    ...plainKnobs,
    size: 40,
    objects: 8,
    jitterMs: 1_800_000,
    join: 0.7,
    camouflage: 0.3,
    evasion: ["traditional", "emoji"],
    addressPool: 10,
    start: 0.6,
    spreadDays: 5,
  },
  plan: (stage) => {
    const { random, language, topic } = stage;
    const waves = stage.moments(stage.knobs.objects);
    const army = recruitArmy(stage, {
      origin: { kind: "dormant", until: waves[0] ?? stage.beginAt },
      infrastructure: stage.rent({ client: "reader", ownShare: 0.6 }),
    });
    const { tag } = openBanner(stage);
    const posts = waves.map((at) => {
      const text = textOf(createMessage(random, language, topic));
      const [first, ...others] = muster(stage, army);
      const id = first === undefined ? "" : stage.act(first, { at, kind: "post", objects: [tag], text });
      for (const member of others) {
        stage.act(member, { at: at + stage.delay(), kind: "post", objects: [tag], text: stage.copy(text) });
      }
      return { id, at };
    });
    plantBystanders(stage, posts);
  },
};

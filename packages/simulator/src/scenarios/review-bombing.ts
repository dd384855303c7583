import { createMessage, paraphrase, textOf } from "../text/message.ts";
import { composePost } from "../text/compose.ts";
import { muster, recruitArmy, registeredTogether } from "./army.ts";
import { plainKnobs, type ScenarioDefinition } from "./definition.ts";

export const reviewBombing: ScenarioDefinition = {
  nature: "campaign",
  description: {
    en: "New accounts on borrowed devices flood a seller's products with reviews within hours",
    zh: "刷评：同批新号用少量设备在数小时内集中评价同一商家的商品",
  },
  defaults: {
    ...plainKnobs,
    size: 60,
    objects: 5,
    jitterMs: 2 * 3_600_000,
    join: 0.8,
    camouflage: 0.3,
    evasion: ["homophones_20", "padding_50"],
    addressPool: 10,
    devicePool: 10,
    spreadDays: 2,
  },
  plan: (stage) => {
    const { random, language, topic } = stage;
    const army = recruitArmy(stage, { origin: registeredTogether(stage, 3), infrastructure: stage.rent() });
    const seller = random.below(1_000_000);
    for (const [k, at] of stage.moments(stage.knobs.objects).entries()) {
      const message = createMessage(random, language, topic);
      for (const [i, member] of muster(stage, army).entries()) {
        const u = random.next();
        const ordered = u < 0.5 ? textOf(message) : paraphrase(message, random);
        stage.act(member, {
          at: i === 0 ? at : at + stage.delay(),
          kind: "post",
          objects: [{ kind: "product", id: `item-${seller}-${k}` }],
          text: u < 0.75 ? stage.copy(ordered) : composePost(random, language, topic),
        });
      }
    }
  },
};

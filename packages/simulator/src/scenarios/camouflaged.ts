import { composePost } from "../text/compose.ts";
import { muster, openBanner, recruitArmy } from "./army.ts";
import { plainKnobs, type ScenarioDefinition } from "./definition.ts";

export const camouflaged: ScenarioDefinition = {
  nature: "campaign",
  description: {
    en: "Accounts with a rich ordinary life push the same links in their own words; nine in ten of their actions are genuine-looking",
    zh: "深度伪装：九成行为与常人无异，只在关键时刻用自己的话推同一批链接",
  },
  defaults: {
    ...plainKnobs,
    size: 40,
    objects: 10,
    jitterMs: 600_000,
    camouflage: 0.9,
    addressPool: 8,
    devicePool: 14,
    spreadDays: 10,
  },
  plan: (stage) => {
    const army = recruitArmy(stage, { infrastructure: stage.rent({ causeShare: 0.8, ownShare: 0.02 }) });
    for (const at of stage.moments(stage.knobs.objects)) {
      const { link } = openBanner(stage);
      for (const [i, member] of muster(stage, army).entries()) {
        stage.act(member, {
          at: i === 0 ? at : at + stage.delay(),
          kind: "post",
          objects: [link],
          text: composePost(stage.random, stage.language, stage.topic),
        });
      }
    }
  },
};

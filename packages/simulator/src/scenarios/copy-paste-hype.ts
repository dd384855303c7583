import { createMessage, textOf } from "../text/message.ts";
import { muster, openBanner, plantBystanders, recruitArmy } from "./army.ts";
import { plainKnobs, type ScenarioDefinition } from "./definition.ts";

export const copyPasteHype: ScenarioDefinition = {
  nature: "campaign",
  description: {
    en: "A sudden wave of near-identical posts from few addresses, again and again for some days",
    zh: "短时暴增、样本类似、地址集中：几天内反复刷屏的复制粘贴文案",
  },
  defaults: {
    ...plainKnobs,
    size: 40,
    objects: 8,
    jitterMs: 180_000,
    join: 0.75,
    camouflage: 0.4,
    evasion: ["zero_width", "separators", "emoji", "half_copy"],
    addressPool: 6,
    devicePool: 12,
  },
  plan: (stage) => {
    const army = recruitArmy(stage, { infrastructure: stage.rent() });
    const { tag } = openBanner(stage);
    const posts = stage.moments(stage.knobs.objects).map((at) => {
      const { link } = openBanner(stage);
      const text = textOf(createMessage(stage.random, stage.language, stage.topic));
      const [first, ...others] = muster(stage, army);
      const id = first === undefined ? "" : stage.act(first, { at, kind: "post", objects: [tag, link], text });
      for (const member of others) {
        const isRepost = stage.random.chance(0.15);
        stage.act(
          member,
          isRepost
            ? { at: at + stage.delay(), kind: "repost", objects: [{ kind: "post", id }] }
            : {
                at: at + stage.delay(),
                kind: "post",
                objects: stage.random.chance(0.7) ? [tag, link] : [tag],
                text: stage.copy(text),
              },
        );
      }
      return { id, at };
    });
    plantBystanders(stage, posts);
  },
};

import { composePost, composeReason } from "../text/compose.ts";
import { muster, recruitArmy } from "./army.ts";
import { plainKnobs, type ScenarioDefinition } from "./definition.ts";

export const massReporting: ScenarioDefinition = {
  nature: "campaign",
  description: {
    en: "Hired accounts report every post of one person within minutes, to have her silenced",
    zh: "恶意举报：受雇账号在数分钟内集中举报同一人的每条帖子，企图使其禁言",
  },
  defaults: {
    ...plainKnobs,
    size: 30,
    objects: 10,
    jitterMs: 900_000,
    join: 0.75,
    camouflage: 0.5,
    addressPool: 5,
    devicePool: 8,
    spreadDays: 7,
  },
  plan: (stage) => {
    const { random, language, topic } = stage;
    const army = recruitArmy(stage, { infrastructure: stage.rent() });
    const [victim] = stage.recruit(1, { role: "victim", nature: "background", camouflage: 0.6 });
    if (victim === undefined) return;
    for (const at of stage.moments(stage.knobs.objects)) {
      const id = stage.act(victim, { at, kind: "post", objects: [], text: composePost(random, language, topic) });
      // Someone watches her: the order goes out some minutes after the post.
      const orderAt = at + random.between(60_000, 600_000);
      for (const member of muster(stage, army)) {
        stage.act(member, {
          at: orderAt + stage.delay(),
          kind: "report",
          objects: [{ kind: "post", id }],
          text: composeReason(random, language),
        });
      }
    }
  },
};

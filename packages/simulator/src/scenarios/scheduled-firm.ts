import { composeReply } from "../text/compose.ts";
import { createMessage, textOf } from "../text/message.ts";
import { openBanner } from "./army.ts";
import { plainKnobs, type ScenarioDefinition } from "./definition.ts";

export const scheduledFirm: ScenarioDefinition = {
  nature: "honest_crowd",
  description: {
    en: "The branches of one firm publish the same announcements at the full hour through a posting service",
    zh: "同一企业的各分号通过定时发布服务在整点发同样的公告",
  },
  defaults: { ...plainKnobs, size: 10, objects: 12, jitterMs: 1_000, join: 0.9, camouflage: 0.7, spreadDays: 21 },
  plan: (stage) => {
    const { random, language, topic, knobs } = stage;
    const branches = stage.recruit(knobs.size, { role: "member" });
    const { tag } = openBanner(stage);
    for (const moment of stage.moments(knobs.objects)) {
      const at = Math.min(Math.ceil(moment / 3_600_000) * 3_600_000, stage.endAt - 2_000);
      const { link } = openBanner(stage);
      const text = textOf(createMessage(random, language, topic));
      for (const member of branches) {
        if (!random.chance(knobs.join)) continue;
        const id = stage.act(member, {
          at: at + stage.delay(),
          kind: "post",
          objects: [tag, link],
          text,
          client: "scheduler",
          network: stage.schedulerNetwork,
        });
        // By hand, from the branch's own line: an answer to a customer.
        if (random.chance(0.6)) {
          const later = at + random.exponential() * 6 * 3_600_000;
          const objects = [{ kind: "post", id } as const];
          stage.act(member, { at: later, kind: "reply", objects, text: composeReply(random, language, topic) });
        }
      }
    }
  },
};

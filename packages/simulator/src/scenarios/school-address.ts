import { dayMs } from "../community/rhythm.ts";
import { composePost } from "../text/compose.ts";
import { openBanner } from "./army.ts";
import { plainKnobs, type ScenarioDefinition } from "./definition.ts";

const enrolmentDays = 60;

export const schoolAddress: ScenarioDefinition = {
  nature: "honest_crowd",
  description: {
    en: "Pupils behind a school's one address, many registered in the same term; now and then they post about a school event",
    zh: "同一学校出口地址后的学生，许多在同一学期注册，偶尔一起发学校活动",
  },
  defaults: {
    ...plainKnobs,
    size: 80,
    objects: 3,
    jitterMs: 3 * 3_600_000,
    join: 0.35,
    camouflage: 0.9,
    spreadDays: 14,
  },
  plan: (stage) => {
    const { random, language, knobs } = stage;
    const campus = {
      networks: [stage.openSharedNetwork()],
      devices: [],
      client: null,
      causeShare: 0.8,
      ownShare: 0.6,
    };
    const enrolledAt = stage.startAt - random.between(100, 500) * dayMs;
    const batch = { kind: "batch", from: enrolledAt, to: enrolledAt + enrolmentDays * dayMs } as const;
    const half = Math.floor(knobs.size / 2);
    const pupils = [
      ...stage.recruit(half, { role: "member", infrastructure: campus, origin: batch }),
      ...stage.recruit(knobs.size - half, { role: "member", infrastructure: campus }),
    ];
    for (const at of stage.moments(knobs.objects)) {
      const { tag } = openBanner(stage);
      for (const member of pupils) {
        if (!random.chance(knobs.join)) continue;
        const text = composePost(random, language, stage.topic);
        stage.act(member, { at: at + stage.delay(), kind: "post", objects: [tag], text });
      }
    }
  },
};

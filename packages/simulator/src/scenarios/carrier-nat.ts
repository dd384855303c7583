import { composePost, composeReply } from "../text/compose.ts";
import { openBanner } from "./army.ts";
import { plainKnobs, type ScenarioDefinition } from "./definition.ts";

export const carrierNat: ScenarioDefinition = {
  nature: "honest_crowd",
  description: {
    en: "Strangers behind one carrier's few NAT addresses who meet on the hot posts of the day",
    zh: "同一运营商少数 NAT 出口后的陌生人，在当日热帖下相遇",
  },
  defaults: {
    ...plainKnobs,
    size: 150,
    objects: 6,
    jitterMs: 12 * 3_600_000,
    join: 0.25,
    camouflage: 0.9,
    addressPool: 4,
    spreadDays: 14,
  },
  plan: (stage) => {
    const { random, language, topic, knobs } = stage;
    const carrier = stage.rent({ causeShare: 0.75, ownShare: 0.75 });
    const strangers = stage.recruit(knobs.size, { role: "member", infrastructure: carrier });
    const [author] = stage.recruit(1, { role: "source", nature: "background" });
    if (author === undefined) return;
    for (const at of stage.moments(knobs.objects)) {
      const { tag } = openBanner(stage);
      const id = stage.act(author, { at, kind: "post", objects: [tag], text: composePost(random, language, topic) });
      for (const member of strangers) {
        if (!random.chance(knobs.join)) continue;
        const delayed = at + 10_000 + Math.min(knobs.jitterMs, (random.exponential() * knobs.jitterMs) / 4);
        const kind = random.pick(["repost", "like", "reply"] as const);
        const text = kind === "reply" ? composeReply(random, language, topic) : "";
        stage.act(member, { at: delayed, kind, objects: [{ kind: "post", id }], text });
      }
    }
  },
};

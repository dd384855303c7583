import type { ObjectRef } from "@breakwater/records";
import { composePost } from "../text/compose.ts";
import { createMessage, textOf } from "../text/message.ts";
import { muster, openBanner, plantBystanders, recruitArmy } from "./army.ts";
import { plainKnobs, type ScenarioDefinition } from "./definition.ts";
import type { Stage } from "./stage.ts";

/** The army starts no sooner: it must see the post before it can copy it. */
const copyDelayMs = 20_000;

export const framing: ScenarioDefinition = {
  nature: "campaign",
  description: {
    en: "An army copies an honest activist within minutes of each of her posts, so that she looks like its member",
    zh: "栽赃：水军在数分钟内复制一位真实维权者的每条帖子，使她看似其中一员",
  },
  defaults: {
    ...plainKnobs,
    size: 30,
    objects: 10,
    jitterMs: 300_000,
    join: 0.75,
    camouflage: 0.4,
    addressPool: 5,
    devicePool: 10,
    spreadDays: 10,
  },
  plan: (stage) => {
    const { random, language, topic } = stage;
    const army = recruitArmy(stage, { infrastructure: stage.rent() });
    const [activist] = stage.recruit(1, { role: "source", nature: "background", camouflage: 0.7 });
    if (activist === undefined) return;
    const posts = stage.moments(stage.knobs.objects).map((at) => {
      const { tag, link } = openBanner(stage);
      const text = composePost(random, language, topic);
      const id = stage.act(activist, { at, kind: "post", objects: [tag, link], text });
      for (const member of muster(stage, army)) {
        stage.act(member, {
          at: at + copyDelayMs + stage.delay(),
          kind: "post",
          objects: [tag, link],
          text: stage.copy(text),
        });
      }
      return { id, at };
    });
    plantOwnWaves(stage, army);
    plantBystanders(stage, posts);
  },
};

/** What the army was built for: a third as many waves of its own, without her. */
function plantOwnWaves(stage: Stage, army: ReturnType<typeof recruitArmy>): void {
  for (const at of stage.moments(Math.ceil(stage.knobs.objects / 3))) {
    const link: ObjectRef = openBanner(stage).link;
    const text = textOf(createMessage(stage.random, stage.language, stage.topic));
    for (const [i, member] of muster(stage, army).entries()) {
      stage.act(member, {
        at: i === 0 ? at : at + stage.delay(),
        kind: "post",
        objects: [link],
        text: stage.copy(text),
      });
    }
  }
}

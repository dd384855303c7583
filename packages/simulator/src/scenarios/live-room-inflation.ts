import type { ObjectRef } from "@breakwater/records";
import { muster, recruitArmy, registeredTogether } from "./army.ts";
import { plainKnobs, type ScenarioDefinition } from "./definition.ts";
import type { Member, Stage } from "./stage.ts";

const showMs = 40 * 60_000;
const prizesPerShow = 3;
const prizeReflexMs = 4_000;
const humanReflexMs = 60_000;

export const liveRoomInflation: ScenarioDefinition = {
  nature: "campaign",
  description: {
    en: "A device farm joins live rooms, likes and gives by the clock, and claims the prizes before anyone else",
    zh: "直播间刷量：群控设备进房、按固定节奏点赞送礼、抢福袋",
  },
  defaults: {
    ...plainKnobs,
    size: 60,
    objects: 6,
    jitterMs: 60_000,
    join: 0.85,
    camouflage: 0.1,
    addressPool: 4,
    devicePool: 12,
    spreadDays: 6,
  },
  plan: (stage) => {
    const farm = recruitArmy(stage, {
      origin: registeredTogether(stage, 5),
      infrastructure: stage.rent({ causeShare: 0.97, ownShare: 0.9 }),
    });
    const audience = stage.recruit(stage.knobs.size, { role: "bystander", nature: "background", camouflage: 0.8 });
    const host = stage.random.below(1_000_000);
    for (const [k, at] of stage.moments(stage.knobs.objects).entries()) {
      const room: ObjectRef = { kind: "room", id: `room-${host}-${k}` };
      const prizes = Array.from({ length: prizesPerShow }, (_, i) => at + ((i + 1) * showMs) / (prizesPerShow + 1));
      for (const member of muster(stage, farm)) plantFarmVisit(stage, { member, room, at, prizes });
      for (const member of audience) {
        if (stage.random.chance(0.4)) plantHonestVisit(stage, { member, room, at, prizes });
      }
    }
  },
};

type Visit = {
  readonly member: Member;
  readonly room: ObjectRef;
  readonly at: number;
  readonly prizes: readonly number[];
};

/** A script: in at the start, a like or gift every four minutes to the tenth of a second, every prize at once. */
function plantFarmVisit(stage: Stage, { member, room, at, prizes }: Visit): void {
  const { random } = stage;
  const joinedAt = at + stage.delay();
  stage.act(member, { at: joinedAt, kind: "join", objects: [room] });
  for (let i = 1; i <= 6; i++) {
    const beat = joinedAt + i * 240_000 + random.below(100);
    stage.act(member, { at: beat, kind: i === 3 ? "gift" : "like", objects: [room] });
  }
  for (const prizeAt of prizes) {
    if (random.chance(0.9)) {
      stage.act(member, { at: prizeAt + random.next() * prizeReflexMs, kind: "prize_claim", objects: [room] });
    }
  }
}

function plantHonestVisit(stage: Stage, { member, room, at, prizes }: Visit): void {
  const { random } = stage;
  const joinedAt = at + random.next() * showMs;
  stage.act(member, { at: joinedAt, kind: "join", objects: [room] });
  if (random.chance(0.5)) {
    stage.act(member, { at: joinedAt + random.exponential() * 300_000, kind: "like", objects: [room] });
  }
  for (const prizeAt of prizes) {
    if (prizeAt > joinedAt && random.chance(0.5)) {
      stage.act(member, { at: prizeAt + random.next() * humanReflexMs, kind: "prize_claim", objects: [room] });
    }
  }
}

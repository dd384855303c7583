import type { ObjectRef } from "@breakwater/records";
import type { Origin, Infrastructure } from "../community/population.ts";
import { dayMs } from "../community/rhythm.ts";
import { composeHashtag } from "../text/compose.ts";
import type { Member, Stage } from "./stage.ts";

/** A campaign's staff: one in ten gives the first word of each wave, the others follow. */
export type Army = { readonly operators: readonly Member[]; readonly all: readonly Member[] };

export function recruitArmy(
  stage: Stage,
  as: { readonly origin?: Origin; readonly infrastructure?: Infrastructure } = {},
): Army {
  const leaders = Math.max(1, Math.round(stage.knobs.size / 10));
  const operators = stage.recruit(leaders, { role: "operator", ...as });
  const amplifiers = stage.recruit(Math.max(0, stage.knobs.size - leaders), { role: "amplifier", ...as });
  return { operators, all: [...operators, ...amplifiers] };
}

/** The members that take part this time, the first of them an operator. At least two. */
export function muster(stage: Stage, army: Army): readonly Member[] {
  const { random, knobs } = stage;
  const first = random.pick(army.operators);
  const others = random.shuffle(army.all.filter((member) => member !== first));
  const joined = others.filter(() => random.chance(knobs.join));
  return [first, ...(joined.length > 0 ? joined : others.slice(0, 1))];
}

/** A registration within a day or two, some days before the campaign begins. */
export function registeredTogether(stage: Stage, spanDays: number): Origin {
  const from = stage.beginAt - stage.random.between(4, 20) * dayMs;
  return { kind: "batch", from, to: Math.min(from + spanDays * dayMs, stage.beginAt) };
}

/** Ordinary people who took a campaign for real and passed on one of its posts, hours later. */
export function plantBystanders(stage: Stage, posts: readonly { readonly id: string; readonly at: number }[]): void {
  const { random } = stage;
  const count = Math.round(stage.knobs.size / 5);
  const bystanders = stage.recruit(count, { role: "bystander", nature: "background", camouflage: 0.9 });
  if (posts.length === 0) return;
  for (const member of bystanders) {
    const post = random.pick(posts);
    const at = post.at + random.exponential() * 2 * 3_600_000;
    if (at < stage.endAt) stage.act(member, { at, kind: "repost", objects: [{ kind: "post", id: post.id }] });
  }
}

/** A hashtag and a link of the group's own. */
export function openBanner(stage: Stage): { readonly tag: ObjectRef; readonly link: ObjectRef } {
  const { random, language, topic } = stage;
  const serial = random.below(100_000);
  return {
    tag: { kind: "hashtag", id: `${composeHashtag(random, language, topic)}${serial}` },
    link: { kind: "url", id: `https://page-${serial}.example/${random.below(1000)}` },
  };
}

import type { Action, Pseudonym } from "@breakwater/records";
import { createRandom } from "../../math/random.ts";

export type CommunityPlan = {
  readonly seed: number;
  /** Accounts `army-…` that repost the same `targets` posts within a minute of each other. */
  readonly army: number;
  readonly targets: number;
  /** Whether the army sits behind two prefixes and two devices, registered on one day. */
  readonly isFarm: boolean;
  /** All times are multiples of it. */
  readonly tickMs: number;
};

export const communityStart = 1_700_000_000_000;
const hourMs = 3_600_000;
const honestCount = 240;
const postCount = 40;

/**
 * Three days in which 240 accounts, each with a home of its own, repost what they like of 40 posts whenever they like,
 * and an army does as planned. The same seed gives the same actions.
 */
export function makeCommunity(plan: CommunityPlan): readonly Action[] {
  const random = createRandom(plan.seed);
  const actions: Action[] = [];
  const repost = (account: string, post: number, at: number, home: number): void => {
    actions.push({
      id: `r${actions.length}`,
      at: Math.floor(at / plan.tickMs) * plan.tickMs,
      account,
      kind: "repost",
      objects: [{ kind: "post", id: `p${post}` }],
      network: { prefix: `prefix-${home}` as Pseudonym },
      device: `device-${home}` as Pseudonym,
      createdAt: communityStart - (1 + home) * 40 * hourMs,
    });
  };
  for (let post = 0; post < postCount; post += 1) {
    const published = communityStart + random() * 60 * hourMs;
    for (let honest = 0; honest < honestCount; honest += 1) {
      if (random() < 0.2) repost(`honest-${honest}`, post, published + random() ** 2 * 12 * hourMs, honest);
    }
    if (post >= plan.targets) continue;
    const wave = published + (1 + random()) * hourMs;
    for (let member = 0; member < plan.army; member += 1) {
      const home = honestCount + (plan.isFarm ? member % 2 : member);
      repost(`army-${member}`, post, wave + random() * 60_000, home);
    }
  }
  // The army reposts elsewhere too, each by itself.
  for (let member = 0; member < plan.army; member += 1) {
    for (let post = plan.targets; post < postCount; post += 4) {
      const home = honestCount + (plan.isFarm ? member % 2 : member);
      repost(`army-${member}`, post, communityStart + random() * 70 * hourMs, home);
    }
  }
  return actions;
}

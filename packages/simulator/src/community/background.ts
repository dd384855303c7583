import type { Action, ActionKind, ObjectRef } from "@breakwater/records";
import type { Random } from "../random/random.ts";
import { composeHashtag, composePost, composeReason, composeReply } from "../text/compose.ts";
import { createActors } from "./actors.ts";
import { createFollowing, type Following } from "./following.ts";
import type { BrokenNews } from "./news.ts";
import { accountName, profileOf, type Population } from "./population.ts";
import { dayMs } from "./rhythm.ts";
import { createTide, type Tide } from "./tide.ts";
import { toActionId, writeAction } from "./writer.ts";

/** Everybody's own actions, in order of time. */
export interface Background {
  /** The next action, or null when the period is over. */
  next(): Action | null;
  /** Says that a post came from elsewhere, so that followers may repost it. */
  notePost(ordinal: number, number: number, at: number): void;
}

export type BackgroundOptions = {
  readonly population: Population;
  readonly random: Random;
  readonly news: readonly BrokenNews[];
  readonly startAt: number;
  readonly endAt: number;
  /** The first action number; every second one is used. */
  readonly firstNumber: number;
};

/** What one person does on an ordinary occasion, as shares. */
const ordinaryShares: readonly (readonly [ActionKind, number])[] = [
  ["post", 0.3],
  ["like", 0.25],
  ["repost", 0.16],
  ["reply", 0.15],
  ["follow", 0.04],
  ["join", 0.05],
  ["gift", 0.012],
  ["prize_claim", 0.006],
  ["report", 0.004],
  ["appeal", 0.0005],
];

type Scene = BackgroundOptions & {
  readonly following: Following;
  /** Products that are reviewed and rooms that are live, by the size of the community. */
  readonly productCount: number;
  readonly roomCount: number;
};
type Deed = { readonly kind: ActionKind; readonly objects: readonly ObjectRef[]; readonly text: string };

export function createBackground(options: BackgroundOptions): Background {
  const { population, random, news } = options;
  const following = createFollowing(population);
  const scene: Scene = {
    ...options,
    following,
    productCount: 10 + Math.floor(population.count / 8),
    roomCount: 2 + Math.floor(population.count / 400),
  };
  const tide: Tide = createTide(options);
  const actors = createActors(population, random);
  /** Posts handed to the posting service, which come out at the next full minute: in order, being drawn in order. */
  const waiting: { action: Action; ordinal: number; number: number }[] = [];
  let waitingFrom = 0;
  let held: Action | null = null;
  let number = options.firstNumber;

  function draw(): Action | null {
    for (;;) {
      const at = tide.next();
      if (at === null) return null;
      const ordinal = actors.at(at, tide);
      if (ordinal === null) continue;
      const profile = profileOf(population, ordinal);
      const event = tide.pickNews();
      const broken = event === null ? undefined : news[event];
      const deed = broken === undefined ? toOrdinaryDeed(scene, ordinal, at) : toNewsDeed(scene, broken, ordinal);
      number += 2;
      const draft = { number, at, ordinal, forCause: false, ...deed };
      if (deed.kind === "post" && profile.scheduled) {
        const minute = Math.ceil(at / 60_000) * 60_000;
        const action = writeAction(population, random, { ...draft, at: minute });
        const posted = { ...action, client: "scheduler", network: population.networks.scheduler };
        if (minute < options.endAt) waiting.push({ action: posted, ordinal, number });
        continue;
      }
      if (deed.kind === "post") following.note(ordinal, number, at);
      return writeAction(population, random, draft);
    }
  }

  return {
    next: () => {
      held ??= draw();
      const due = waiting[waitingFrom];
      if (due !== undefined && (held === null || due.action.at <= held.at)) {
        waitingFrom++;
        if (waitingFrom === waiting.length) waiting.length = waitingFrom = 0;
        following.note(due.ordinal, due.number, due.action.at);
        return due.action;
      }
      const action = held;
      held = null;
      return action;
    },
    notePost: (ordinal, postNumber, at) => following.note(ordinal, postNumber, at),
  };
}

function toOrdinaryDeed(scene: Scene, ordinal: number, at: number): Deed {
  const { random, population, following } = scene;
  const kind = drawKind(random);
  switch (kind) {
    case "post":
      return toPost(scene, ordinal, at);
    case "follow":
      return { kind, objects: [{ kind: "account", id: nameOfFollowed(scene, ordinal) }], text: "" };
    case "join":
    case "gift":
    case "prize_claim": {
      const room = Math.min(scene.roomCount, Math.floor(random.pareto(0.8)));
      return { kind, objects: [{ kind: "room", id: `room-${Math.floor(at / dayMs)}-${room}` }], text: "" };
    }
    case "appeal":
      return { kind, objects: [], text: "" };
    default: {
      const number = following.findPost(random, ordinal, at);
      if (number === null) return toPost(scene, ordinal, at);
      const objects: readonly ObjectRef[] = [{ kind: "post", id: toActionId(population.seed, number) }];
      return { kind, objects, text: toComment(scene, kind, ordinal) };
    }
  }
}

function toComment(scene: Scene, kind: ActionKind, ordinal: number): string {
  const { random, population } = scene;
  const { language } = profileOf(population, ordinal);
  if (kind === "report") return composeReason(random, language);
  const hasText = kind === "reply" || (kind === "repost" && random.chance(0.2));
  return hasText ? composeReply(random, language, topicOf(scene, ordinal)) : "";
}

function toPost(scene: Scene, ordinal: number, at: number): Deed {
  const { random, population } = scene;
  const { language } = profileOf(population, ordinal);
  const topic = topicOf(scene, ordinal);
  const objects: ObjectRef[] = [];
  const u = random.next();
  if (u < 0.15) objects.push({ kind: "hashtag", id: composeHashtag(random, language, topic) });
  else if (u < 0.27) objects.push({ kind: "url", id: toPage(random, topic, at) });
  else if (u < 0.4) objects.push({ kind: "media", id: `m${random.below(2 ** 31).toString(16)}` });
  else if (u < 0.48) objects.push({ kind: "mention", id: nameOfFollowed(scene, ordinal) });
  else if (u < 0.54) objects.push({ kind: "product", id: toProduct(random, scene.productCount) });
  return { kind: "post", objects, text: composePost(random, language, topic) };
}

/** A page of the day on one of a topic's six sites; few pages get most of the shares. */
function toPage(random: Random, topic: number, at: number): string {
  const page = Math.min(5000, Math.floor(random.pareto(0.9)));
  return `https://site-${topic}-${random.below(6)}.example/${Math.floor(at / dayMs)}/${page}`;
}

function toProduct(random: Random, count: number): string {
  return `product-${Math.min(count, Math.floor(random.pareto(0.6)))}`;
}

function toNewsDeed(scene: Scene, broken: BrokenNews, ordinal: number): Deed {
  const { random, population } = scene;
  const { event, posts } = broken;
  const { language } = profileOf(population, ordinal);
  const source: ObjectRef = { kind: "post", id: random.pick(posts) };
  const u = random.next();
  if (u < 0.45) return { kind: "repost", objects: [source], text: "" };
  if (u < 0.65) return { kind: "like", objects: [source], text: "" };
  if (u < 0.8) return { kind: "reply", objects: [source], text: composeReply(random, language, event.topic) };
  const link: ObjectRef = { kind: "url", id: random.pick(event.urls) };
  const tag: ObjectRef = { kind: "hashtag", id: event.hashtag };
  if (u < 0.85) return { kind: "post", objects: [link], text: event.headline };
  const objects = random.chance(0.5) ? [tag] : [link, tag];
  return { kind: "post", objects, text: composePost(random, language, event.topic) };
}

function drawKind(random: Random): ActionKind {
  let u = random.next();
  for (const [kind, share] of ordinaryShares) {
    u -= share;
    if (u < 0) return kind;
  }
  return "post";
}

function topicOf(scene: Scene, ordinal: number): number {
  const { interest, sideInterest } = scene.population;
  return (scene.random.chance(0.7) ? interest[ordinal] : sideInterest[ordinal]) ?? 0;
}

function nameOfFollowed(scene: Scene, ordinal: number): string {
  return accountName(scene.population, scene.following.drawFollowed(scene.random, ordinal));
}

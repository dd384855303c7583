import {
  getMachine,
  systemActor,
  type Actor,
  type Base,
  type Context,
  type DeskEvent,
  type Happening,
  type Instant,
  type Order,
  type Outcome,
  type Settings,
} from "@breakwater/casework";
import { createHash } from "node:crypto";
import type { Outbox } from "../../state/outbox.ts";
import type { ReadModel } from "../projection/read-model.ts";
import type { CaseworkStore } from "../store/casework-store.ts";
import type { By, DeskAnswer } from "./desk-answer.ts";
import { listDeskNotices, type Told } from "./desk-notices.ts";
import { loadReactions } from "./load-reactions.ts";
import { loadRelated, type ListTelling } from "./load-related.ts";
import { recallEvents } from "./recall-events.ts";
import { openUnit, type Unit } from "./unit.ts";

export type ExecuteWorld = {
  readonly store: CaseworkStore;
  readonly outbox: Outbox;
  readonly settings: Settings;
  readonly activeDesks: readonly string[];
  readonly readModels: readonly ReadModel[];
  /** Staff who gave an opinion on a case: they took part. */
  readonly listAdvisers?: (caseId: string) => Promise<readonly string[]>;
  /** What is kept beside states, of each event; in the same unit. */
  readonly onChange?: (change: Change) => Promise<void>;
  /** Which determinations a decision may rest on; inside the unit. Casework's own where it is left out. */
  readonly listTelling?: ListTelling;
  /** What others are told of a change, by the outbox; in the same unit. */
  readonly listNotices?: (change: Change) => Promise<readonly Told[]>;
  /** What a change asks for beyond the follow-ups of casework; in the same unit, by the system. What is refused is dropped. */
  readonly listFollowUps?: (change: Change) => Promise<readonly Order[]>;
};

/** One event that has been written, and the object before it. The unit holds the object after it. */
export type Change = { readonly event: DeskEvent; readonly before: Base<string>; readonly unit: Unit };

/** A clock that stepped back by no more than this is taken to stand where it was: nothing is refused for it, no follow-up lost. */
const clockSlackMs = 300_000;

/** One command with all that follows from it, inside a unit of work that is open. */
export async function executeOrder(order: Order, by: By, world: ExecuteWorld): Promise<DeskAnswer> {
  const { store } = world;
  const digest = by.key === undefined ? "" : digestOf(order, by.actor);
  const kept = by.key === undefined ? null : await store.findCommand(by.key);
  if (kept !== null && kept.digest !== digest) return { kind: "key_taken" };
  const unit = openUnit(world);
  const { version } = await unit.load(order.object, order.id);
  if (kept !== null) return { kind: "done", events: await recallEvents(store, kept), version, repeated: true };
  if (by.expectedVersion !== undefined && by.expectedVersion !== version) return { kind: "stale", version };
  const outcome = await carryOut(order, by, { ...world, unit });
  if (!outcome.ok) return { kind: "refused", refusal: outcome.refusal };
  await finish(unit, by, world);
  const events = outcome.value;
  if (by.key !== undefined) {
    const [first, last] = [events[0]?.sequence ?? 0, events.at(-1)?.sequence ?? 0];
    await store.keepCommand({ key: by.key, digest, first, last, at: by.at });
  }
  return { kind: "done", events, version: unit.get(order.object, order.id).version, repeated: false };
}

/** Several commands as one: what is allowed of them is carried out, and each object is written once. Gives how many were. */
export async function executeOrders(orders: readonly Order[], by: By, world: ExecuteWorld): Promise<number> {
  const unit = openUnit(world);
  let done = 0;
  for (const order of orders) if ((await carryOut(order, by, { ...world, unit })).ok) done += 1;
  await finish(unit, by, world);
  return done;
}

/** Writes what changed, and tells the pages that show it: once of each object, however much was done to it. */
async function finish(unit: Unit, { at }: By, { outbox }: ExecuteWorld): Promise<void> {
  for (const stored of await unit.finish()) {
    for (const { kind, data } of listDeskNotices(stored)) await outbox.append(kind, data, at);
  }
}

type Carrying = ExecuteWorld & { readonly unit: Unit };

async function carryOut(
  order: Order,
  by: { readonly actor: Actor; readonly at: Instant },
  world: Carrying,
): Promise<Outcome<readonly DeskEvent[]>> {
  const { unit, outbox, listNotices, listFollowUps, onChange } = world;
  const { object, id, command } = order;
  const state = await unit.load(object, id);
  const outcome = getMachine(object).decide(state, command, await loadContext(order, by, world));
  if (!outcome.ok) return outcome;
  const changes: Change[] = [];
  for (const decided of outcome.value) {
    const before = await unit.load(object, id);
    const event = await unit.append({ object, id, event: decided } as unknown as Happening);
    const change = { event, before, unit };
    await onChange?.(change);
    for (const { kind, data } of (await listNotices?.(change)) ?? []) await outbox.append(kind, data, event.event.at);
    changes.push(change);
  }
  const followed: DeskEvent[] = [];
  const follow = async (reaction: Order, must: boolean): Promise<void> => {
    const answer = await carryOut(reaction, { actor: systemActor, at: by.at }, world);
    if (answer.ok) followed.push(...answer.value);
    else if (must) throw new Error(`${reaction.object} ${reaction.id} could not be made: ${answer.refusal.code}`);
  };
  for (const change of changes) {
    for (const reaction of await loadReactions(change.event, world)) await follow(reaction, mustHappen(reaction));
    for (const reaction of (await listFollowUps?.(change)) ?? []) await follow(reaction, false);
  }
  return { ok: true, value: [...changes.map(({ event }) => event), ...followed] };
}

/** One self-review serves all decisions of a campaign; every other thing that an event makes, it makes once. */
function mustHappen({ object, command }: Order): boolean {
  const makes = command.kind === "open" || command.kind === "send" || command.kind === "enter";
  return makes && object !== "self_review";
}

/** Everything that a machine decides by. */
export async function loadContext(
  order: Pick<Order, "object" | "id"> & { readonly command: object },
  { actor, at }: { readonly actor: Actor; readonly at: Instant },
  world: Pick<Carrying, "store" | "settings" | "activeDesks" | "listAdvisers" | "listTelling" | "unit">,
): Promise<Context> {
  const { updatedAt } = await world.unit.load(order.object, order.id);
  const isLittle = at < updatedAt && updatedAt - at <= clockSlackMs;
  const related = await loadRelated(order, world);
  return { actor, at: isLittle ? updatedAt : at, settings: world.settings, related };
}

function digestOf(order: Order, { id }: Actor): string {
  return createHash("sha256")
    .update(JSON.stringify([id, order]))
    .digest("hex");
}

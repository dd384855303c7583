import type { Action, ActionKind, ObjectRef } from "@breakwater/records";
import { mix32, toHexWord } from "../random/hash.ts";
import type { Random } from "../random/random.ts";
import { profileOf, type Population } from "./population.ts";
import { dayMs } from "./rhythm.ts";

/** An action before its infrastructure is chosen. `number` is unique in the simulation and becomes the action's id. */
export type Draft = {
  readonly number: number;
  readonly at: number;
  readonly ordinal: number;
  readonly kind: ActionKind;
  readonly objects: readonly ObjectRef[];
  readonly text: string;
  /** Part of a common cause, and so rather done from what the organiser lends. */
  readonly forCause: boolean;
};

/** Gives a draft its id, address, device and client. An empty text means none. */
export function writeAction(population: Population, random: Random, draft: Draft): Action {
  const profile = profileOf(population, draft.ordinal);
  const { rented } = profile;
  const isLent = rented !== undefined && random.chance(draft.forCause ? rented.causeShare : rented.ownShare);
  const isLentDevice = isLent && rented.devices.length > 0;
  const network =
    isLent && rented.networks.length > 0
      ? random.pick(rented.networks)
      : random.next() < profile.mobileShare
        ? population.networks.mobile(draft.ordinal, Math.floor(draft.at / dayMs))
        : profile.home;
  // A rented phone stays with its account: farms move the account, not the handset.
  const device = isLentDevice
    ? (rented.devices[draft.ordinal % rented.devices.length] ?? profile.device)
    : random.chance(0.8)
      ? profile.device
      : profile.secondDevice;
  const client = isLent && rented.client !== null ? rented.client : profile.client;
  const id = toActionId(population.seed, draft.number);
  const { at, kind, text, objects } = draft;
  const { account, createdAt } = profile;
  if (text === "") return { id, at, account, kind, objects, network, device, client, createdAt };
  return { id, at, account, kind, text, objects, network, device, client, createdAt };
}

/** Scrambled, so that ids tell neither the order nor the nature of actions. */
export function toActionId(seed: number, number: number): string {
  return `m${toHexWord(mix32(number ^ mix32(seed + 2)))}`;
}

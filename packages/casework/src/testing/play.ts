import { expect } from "vitest";
import type { Actor } from "../kernel/actor.ts";
import type { Base, Machine, Stamp } from "../kernel/machine.ts";
import { contextOf, monday, type Setting } from "./people.ts";

type Kinded = { readonly kind: string };

/** Gives commands to one object, one after the other, as people at a desk would. */
export type Play<State, Command, Event> = {
  /** The command must be accepted. Gives the events. */
  readonly does: (actor: Actor, command: Command, setting?: Setting) => readonly Event[];
  /** The command must be refused. Gives the code. */
  readonly refused: (actor: Actor, command: Command, setting?: Setting) => string;
  /** Lets time pass. */
  readonly wait: (ms: number) => void;
  readonly at: () => number;
  readonly state: () => State;
};

export function play<
  Status extends string,
  State extends Base<Status>,
  Command extends Kinded,
  Event extends Kinded & Stamp,
>(
  machine: Machine<Status, State, Command, Event>,
  start: State = machine.initial,
  setting: Setting = {},
): Play<State, Command, Event> {
  let state = start;
  let at = Math.max(setting.at ?? monday, start.updatedAt);
  const toContext = (actor: Actor, more: Setting = {}) =>
    contextOf(actor, {
      at: more.at ?? at,
      settings: { ...setting.settings, ...more.settings },
      related: { ...setting.related, ...more.related },
    });
  return {
    does: (actor, command, more) => {
      const outcome = machine.decide(state, command, toContext(actor, more));
      if (!outcome.ok) {
        expect.fail(
          `${machine.name} ${command.kind} by ${actor.id}: ${JSON.stringify(outcome.refusal)} in ${state.status}`,
        );
      }
      for (const event of outcome.value) state = machine.evolve(state, event);
      return outcome.value;
    },
    refused: (actor, command, more) => {
      const outcome = machine.decide(state, command, toContext(actor, more));
      return outcome.ok ? "(accepted)" : outcome.refusal.code;
    },
    wait: (ms) => {
      at += ms;
    },
    at: () => at,
    state: () => state,
  };
}

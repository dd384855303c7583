import {
  defaultSettings,
  getRefusalWords,
  nothingRelated,
  type Availability as Allowance,
  type Context,
  type RefusalLanguage,
  type Role,
} from "@breakwater/casework";
import type { StaffRole } from "@breakwater/contract";
import { useConsole } from "../../../app/context.tsx";
import type { Availability } from "../../../ui/CommandButton.tsx";
import { useNow } from "../../../ui/use-now.ts";

type Opener = {
  readonly roles: readonly StaffRole[];
  readonly at: number;
  readonly language: RefusalLanguage;
};

/** Of a machine of casework what is needed to tell who may give its commands. */
type Openable<State, Kind extends string> = {
  readonly initial: State;
  readonly findAvailability: (state: State, kind: Kind, context: Context) => Allowance;
};

/**
 * Whether somebody may bring such an object into being, by casework's own tables: there is no object yet that the service could be asked about.
 * With `state`: whether they may do this with an object that they may not read yet.
 */
export function findOpening<State, Kind extends string>(
  machine: Openable<State, Kind>,
  command: NoInfer<Kind>,
  { roles, at, language }: Opener,
  state: State = machine.initial,
): Availability {
  const actor = { id: "me", roles: roles as readonly Role[] };
  const context = { actor, at, settings: defaultSettings, related: nothingRelated };
  const found = machine.findAvailability(state, command, context);
  if (found.enabled) return { enabled: true };
  const { code, about = [] } = found.refusal;
  return { enabled: false, code, about: [...about], ...getRefusalWords(code, language) };
}

/** The same for whoever looks. */
export function useOpening<State, Kind extends string>(
  machine: Openable<State, Kind>,
  command: NoInfer<Kind>,
  state?: State,
): Availability {
  const { me, format } = useConsole();
  return findOpening(machine, command, { roles: me.roles, at: useNow(), language: format.language }, state);
}

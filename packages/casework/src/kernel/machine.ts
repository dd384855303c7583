import { isStaffRole, type Actor, type Role } from "./actor.ts";
import { accept, refuse, type Outcome, type Refusal } from "./outcome.ts";
import type { RefusalCode } from "./refusals.ts";
import type { Related } from "./related.ts";
import type { Settings } from "./settings.ts";
import type { Instant } from "./time.ts";

/** One cell of a table: where a command may lead and in which role, or why it is refused in this state. */
export type Cell<Status extends string> =
  | { readonly to: readonly Status[]; readonly by: readonly Role[] }
  | RefusalCode;

export type Table<Status extends string, Kind extends string> = Readonly<
  Record<Status, Readonly<Record<Kind, Cell<Status>>>>
>;

/** Who acts, when, under which settings, and what is known of other objects. */
export type Context = {
  readonly actor: Actor;
  readonly at: Instant;
  readonly settings: Settings;
  readonly related: Related;
};

/** What each event carries besides its own: when, by whom, and in which of their roles. */
export type Stamp = { readonly at: Instant; readonly by: string; readonly as: Role };

/** The context of a command that the table allows. */
export type Acting = Context & { readonly stamp: Stamp };

/** What each state carries. `version` counts events: it serves optimistic concurrency. */
export type Base<Status extends string> = {
  readonly status: Status;
  readonly version: number;
  readonly updatedAt: Instant;
};

type Kinded = { readonly kind: string };

/** Something that has to have happened by a certain time. */
export type Deadline = { readonly what: string; readonly dueAt: Instant };

/** A machine, written down. `defineMachine` makes it run. */
export type Definition<
  Status extends string,
  State extends Base<Status>,
  Command extends Kinded,
  Event extends Kinded & Stamp,
> = {
  readonly name: string;
  readonly initial: State;
  readonly table: Table<Status, Command["kind"]>;
  /** Refusals that can be told from state and actor alone: what the console greys out, beyond the table. */
  readonly gates: { readonly [K in Command["kind"]]?: (state: State, acting: Acting) => Refusal | null };
  readonly handlers: {
    readonly [K in Command["kind"]]: (
      state: State,
      command: Extract<Command, { kind: K }>,
      acting: Acting,
    ) => Outcome<readonly Event[]>;
  };
  readonly evolve: (state: State, event: Event) => State;
  /** What the clock has to command now. */
  readonly due: (state: State, at: Instant) => readonly Command[];
  readonly deadlines: (state: State) => readonly Deadline[];
};

export type Availability = { readonly enabled: true } | { readonly enabled: false; readonly refusal: Refusal };

/**
 * A state machine of casework. `decide` refuses or gives the events, and changes nothing; `evolve` is total and judges nothing, so that
 * history can always be replayed. Cost of both: linear in the object, independent of how many objects there are.
 */
export type Machine<
  Status extends string,
  State extends Base<Status>,
  Command extends Kinded,
  Event extends Kinded & Stamp,
> = Definition<Status, State, Command, Event> & {
  readonly decide: (state: State, command: Command, context: Context) => Outcome<readonly Event[]>;
  /** Whether a command is open to this actor now and, if not, why: decided by table and gates, without the command's contents. */
  readonly findAvailability: (state: State, kind: Command["kind"], context: Context) => Availability;
};

export function defineMachine<
  Status extends string,
  State extends Base<Status>,
  Command extends Kinded,
  Event extends Kinded & Stamp,
>(definition: Definition<Status, State, Command, Event>): Machine<Status, State, Command, Event> {
  type Kind = Command["kind"];
  const findActing = (state: State, kind: Kind, context: Context): Outcome<Acting> => {
    const cell = definition.table[state.status][kind];
    if (typeof cell === "string") return refuse(cell);
    const as = cell.by.find((role) => context.actor.roles.includes(role));
    if (as === undefined) return refuse("role_may_not", cell.by);
    if (context.at < state.updatedAt) return refuse("time_runs_backwards");
    const acting = { ...context, stamp: { at: context.at, by: context.actor.id, as } };
    const refusal = definition.gates[kind]?.(state, acting) ?? null;
    return refusal === null ? accept(acting) : { ok: false, refusal };
  };
  return {
    ...definition,
    decide: (state, command, context) => {
      const kind: Kind = command.kind;
      const acting = findActing(state, kind, context);
      if (!acting.ok) return acting;
      // The handler of a kind takes the command of that kind; the compiler cannot follow the lookup.
      const handler = definition.handlers[kind] as (s: State, c: Command, a: Acting) => Outcome<readonly Event[]>;
      return handler(state, command, acting.value);
    },
    evolve: (state, event) => ({
      ...definition.evolve(state, event),
      version: state.version + 1,
      updatedAt: event.at,
    }),
    findAvailability: (state, kind, context) => {
      const acting = findActing(state, kind, context);
      return acting.ok ? { enabled: true } : { enabled: false, refusal: acting.refusal };
    },
  };
}

/** One row of a table: the commands that this state allows; every other is refused for the one reason `otherwise`. */
export function toRow<Status extends string, Kind extends string>(
  kinds: readonly Kind[],
  otherwise: RefusalCode,
  cells: Readonly<Partial<Record<Kind, Cell<Status>>>>,
): Readonly<Record<Kind, Cell<Status>>> {
  return Object.fromEntries(kinds.map((kind) => [kind, cells[kind] ?? otherwise])) as Record<Kind, Cell<Status>>;
}

/** A cell that allows: `to` one of these states, `by` whoever holds one of these roles (the first that fits is the one acted in). */
export function allow<Status extends string>(to: Status | readonly Status[], ...by: readonly Role[]): Cell<Status> {
  return { to: typeof to === "string" ? [to] : to, by };
}

/** The staff among those who acted, each once, in the order of their first act. */
export function joinPeople(people: readonly string[], stamp: Stamp): readonly string[] {
  return !isStaffRole(stamp.as) || people.includes(stamp.by) ? people : [...people, stamp.by];
}

/** Whether somebody took part before, here or in what this came from. */
export function tookPart(people: readonly string[], { actor, related }: Context): boolean {
  return people.includes(actor.id) || related.involved.includes(actor.id);
}

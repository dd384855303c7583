import { cleanRecord, evolveAccount, type AccountRecord } from "../accounts/account-record.ts";
import type { RequestState } from "../authority/authority-request.ts";
import { absentCase, type CaseState } from "../cases/case.ts";
import { absentDecision, type DecisionState } from "../decisions/decision.ts";
import type { DeterminationState, Verdict } from "../determinations/determination.ts";
import { systemActor, type Actor } from "../kernel/actor.ts";
import type { Availability, Base, Context, Stamp } from "../kernel/machine.ts";
import { accept, type Outcome } from "../kernel/outcome.ts";
import type { OverrideInForce, Related, RuleInForce } from "../kernel/related.ts";
import type { Settings } from "../kernel/settings.ts";
import type { Instant } from "../kernel/time.ts";
import { absentLead, type LeadState } from "../leads/lead.ts";
import type { OverrideState } from "../overrides/override.ts";
import type { RuleVersionState } from "../policies/rule-version.ts";
import {
  getMachine,
  objectKinds,
  type CommandOf,
  type Happening,
  type ObjectKind,
  type Order,
  type StateOf,
} from "./machines.ts";
import { listReactions, type Sight } from "./reactions.ts";

/** One change of one object, with the states it led from and to. */
export type DeskEvent = Happening & { readonly sequence: number; readonly from: string; readonly to: string };

export type Desk = {
  /**
   * Gives a command; its follow-ups at other objects happen with it. A follow-up that asks for what is done already is dropped; one that
   * has to make something new and cannot is a fault of ours, and throws. Ids of new objects are given by the server and never reused.
   */
  readonly execute: (
    order: Order,
    by: { readonly actor: Actor; readonly at: Instant },
  ) => Outcome<readonly DeskEvent[]>;
  /** What a console shows beside a button. */
  readonly findAvailability: <K extends ObjectKind>(
    object: K,
    id: string,
    ask: { readonly kind: CommandOf<K>["kind"]; readonly actor: Actor; readonly at: Instant },
  ) => Availability;
  /** Does what time asks for: ends of measures, hearings, holds, … Gives how many commands were carried out. */
  readonly tick: (at: Instant) => number;
  readonly getState: <K extends ObjectKind>(object: K, id: string) => StateOf<K>;
  readonly listIds: (object: ObjectKind) => readonly string[];
  readonly getAccount: (account: string) => AccountRecord;
  readonly listAccounts: () => readonly string[];
  readonly getRelated: (object: ObjectKind, id: string) => Related;
  readonly events: readonly DeskEvent[];
  /** Takes in what another desk's events say, without judging it again. */
  readonly replay: (event: DeskEvent) => void;
};

export type DeskOptions = {
  readonly settings: Settings;
  readonly activeDesks: readonly string[];
  /** Told of every order that was carried out, by people, by time or as a follow-up, and of the status it was carried out in. */
  readonly observe?: (order: Order, from: string) => void;
};

/** Verdicts that a decision may rest on. `unproven` and `mixed` are findings, but against nobody. */
const tellingVerdicts: ReadonlySet<Verdict> = new Set(["false", "misleading", "missing_context", "outdated"]);

/**
 * All of casework in memory: the machines, what they ask of each other, and what stands against each account. The server does the same
 * over a database; this is what it is compared with, and what the laws of casework are tried on. Cost of a command: that of its
 * machine, and of looking through the decisions where a hold or a restoration asks for them.
 */
export function createDesk({ settings, activeDesks, observe }: DeskOptions): Desk {
  const states = new Map<ObjectKind, Map<string, Base<string>>>(objectKinds.map((kind) => [kind, new Map()]));
  const accounts = new Map<string, AccountRecord>();
  const events: DeskEvent[] = [];

  const getState = (object: ObjectKind, id: string): Base<string> =>
    states.get(object)?.get(id) ?? getMachine(object).initial;
  const listStates = (object: ObjectKind): readonly (readonly [string, Base<string>])[] => [
    ...(states.get(object)?.entries() ?? []),
  ];
  const sight: Sight = {
    getLead: (id) => (states.get("lead")?.get(id) ?? absentLead) as LeadState,
    listLeads: () => listStates("lead") as readonly (readonly [string, LeadState])[],
    getCase: (id) => (states.get("case")?.get(id) ?? absentCase) as CaseState,
    getDecision: (id) => (states.get("decision")?.get(id) ?? absentDecision) as DecisionState,
    listDecisions: () => listStates("decision") as readonly (readonly [string, DecisionState])[],
  };

  const getRelated = (object: ObjectKind, id: string): Related => ({
    involved: listInvolved(object, id, sight),
    barred: object === "case" ? listBarred(id) : [],
    strikes: object === "case" ? listStrikes(sight.getCase(id), accounts) : {},
    activeDesks,
    removalsInForce: object === "hold" ? listRemovals(sight) : [],
    determinations:
      object === "case"
        ? listTelling(listStates("determination") as readonly (readonly [string, DeterminationState])[])
        : [],
    rulesInForce:
      object === "case" || object === "rule_version"
        ? listRulesInForce(listStates("rule_version") as readonly (readonly [string, RuleVersionState])[])
        : [],
    overrides:
      object === "rule_version"
        ? listOverrides(id, listStates("override") as readonly (readonly [string, OverrideState])[])
        : [],
  });
  /** Whoever entered the request as a lead, and whoever handled it, before the case opened or since. */
  const listBarred = (id: string): readonly string[] => {
    const { opening } = sight.getCase(id);
    if (opening?.request == null) return [];
    const { openedBy } = sight.getLead(opening.lead);
    const { handledBy } = getState("authority_request", opening.request) as RequestState;
    return [...new Set([...(openedBy === null ? [] : [openedBy]), ...handledBy])];
  };
  const toContext = (object: ObjectKind, id: string, { actor, at }: { actor: Actor; at: Instant }): Context => ({
    actor,
    at,
    settings,
    related: getRelated(object, id),
  });

  const append = (happening: Happening): DeskEvent => {
    const { object, id, event } = happening;
    const before = getState(object, id);
    const after = getMachine(object).evolve(before, event as Stamp & { kind: string });
    states.get(object)?.set(id, after);
    if (happening.object === "decision") project(happening.event);
    const recorded: DeskEvent = { ...happening, sequence: events.length, from: before.status, to: after.status };
    events.push(recorded);
    return recorded;
  };
  const project = (event: Extract<Happening, { object: "decision" }>["event"]): void => {
    if (!("account" in event) || event.account === null || event.account === "") return;
    accounts.set(event.account, evolveAccount(accounts.get(event.account) ?? cleanRecord, event));
  };

  const execute: Desk["execute"] = (order, by) => {
    const { object, id, command } = order;
    const before = getState(object, id);
    const outcome = getMachine(object).decide(before, command, toContext(object, id, by));
    if (!outcome.ok) return outcome;
    observe?.(order, before.status);
    const recorded = outcome.value.map((event) => append({ object, id, event } as unknown as Happening));
    const followed = recorded.flatMap((event) =>
      listReactions(event, sight).flatMap((order) => {
        const reaction = execute(order, { actor: systemActor, at: by.at });
        if (reaction.ok) return reaction.value;
        if (mustHappen(order)) {
          throw new Error(`${order.object} ${order.id} could not be made: ${reaction.refusal.code}`);
        }
        return [];
      }),
    );
    return accept([...recorded, ...followed]);
  };

  const tick: Desk["tick"] = (at) => {
    let done = 0;
    for (const object of objectKinds) {
      for (const [id] of listStates(object)) {
        for (const command of getMachine(object).due(getState(object, id), at)) {
          const order = { object, id, command } as unknown as Order;
          if (execute(order, { actor: systemActor, at }).ok) done += 1;
        }
      }
    }
    return done;
  };

  return {
    execute,
    tick,
    findAvailability: (object, id, { kind, ...by }) =>
      getMachine(object).findAvailability(getState(object, id), kind, toContext(object, id, by)),
    getState: (object, id) => getState(object, id) as never,
    listIds: (object) => [...(states.get(object)?.keys() ?? [])],
    getAccount: (account) => accounts.get(account) ?? cleanRecord,
    listAccounts: () => [...accounts.keys()],
    getRelated,
    events,
    replay: (event) => {
      append(event);
    },
  };
}

/** One self-review serves all decisions of a campaign; every other thing that an event makes, it makes once. */
function mustHappen({ object, command }: Order): boolean {
  const makes = command.kind === "open" || command.kind === "send" || command.kind === "enter";
  return makes && object !== "self_review";
}

/** Who took part in what an object came from: a decision's case; and, for a case, those who judged its decisions since. */
function listInvolved(object: ObjectKind, id: string, { getCase, getDecision }: Sight): readonly string[] {
  if (object === "decision") return getCase(getDecision(id).opening?.caseId ?? "").people;
  if (object !== "case") return [];
  const decisions = Object.keys(getCase(id).decisions);
  const own = new Set(getCase(id).people);
  return [...new Set(decisions.flatMap((decision) => getDecision(decision).people))].filter(
    (person) => !own.has(person),
  );
}

function listStrikes({ findings }: CaseState, accounts: ReadonlyMap<string, AccountRecord>): Related["strikes"] {
  const borne = Object.keys(findings).map(
    (account) => [account, Object.values(accounts.get(account)?.strikes ?? {})] as const,
  );
  return Object.fromEntries(borne);
}

function listRemovals({ listDecisions }: Sight): readonly string[] {
  return listDecisions().flatMap(([id, { measures }]) => {
    const removes = Object.values(measures).some(
      ({ planned, status }) =>
        status === "active" && (planned.type === "remove_item" || planned.type === "disable_item"),
    );
    return removes ? [id] : [];
  });
}

function listTelling(determinations: readonly (readonly [string, DeterminationState])[]): readonly string[] {
  return determinations.flatMap(([id, { status, versions }]) => {
    const verdict = versions.at(-1)?.verdict;
    const stands = status === "published" || status === "corrected";
    return stands && verdict !== undefined && tellingVerdicts.has(verdict) ? [id] : [];
  });
}

function listRulesInForce(rules: readonly (readonly [string, RuleVersionState])[]): readonly RuleInForce[] {
  return rules.flatMap(([, { status, rule, content }]) =>
    status === "in_force" && rule !== null && content !== null ? [{ rule, ladder: content.ladder }] : [],
  );
}

function listOverrides(
  subject: string,
  overrides: readonly (readonly [string, OverrideState])[],
): readonly OverrideInForce[] {
  return overrides.flatMap(([, { status, content }]) =>
    status === "granted" && content?.of === "linter" && content.subject === subject
      ? [{ codes: content.codes, until: content.until }]
      : [],
  );
}

import { requestMachine } from "../authority/request-machine.ts";
import { caseMachine } from "../cases/case-machine.ts";
import { decisionMachine } from "../decisions/decision-machine.ts";
import { determinationMachine } from "../determinations/determination-machine.ts";
import { holdMachine } from "../holds/hold.ts";
import type { Base, Machine, Stamp } from "../kernel/machine.ts";
import { leadMachine } from "../leads/lead-machine.ts";
import { operationMachine } from "../operations/operation.ts";
import { overrideMachine } from "../overrides/override.ts";
import { ruleMachine } from "../policies/rule-machine.ts";
import { registerMachine } from "../register/register-entry.ts";
import { reporterMachine } from "../reporters/reporter-record.ts";
import { reviewMachine } from "../reviews/self-review.ts";
import { transferMachine } from "../transfers/transfer.ts";
import { unmaskMachine } from "../unmasking/unmasking.ts";
import { workspaceMachine } from "../victims/victim-workspace.ts";

export type Machines = {
  readonly lead: typeof leadMachine;
  readonly case: typeof caseMachine;
  readonly decision: typeof decisionMachine;
  readonly hold: typeof holdMachine;
  readonly authority_request: typeof requestMachine;
  readonly transfer: typeof transferMachine;
  readonly determination: typeof determinationMachine;
  readonly operation: typeof operationMachine;
  readonly self_review: typeof reviewMachine;
  readonly register_entry: typeof registerMachine;
  readonly reporter: typeof reporterMachine;
  readonly victim_workspace: typeof workspaceMachine;
  readonly unmasking: typeof unmaskMachine;
  readonly rule_version: typeof ruleMachine;
  readonly override: typeof overrideMachine;
};

/** Every kind of object there is, and its machine. */
export const machines: Machines = {
  lead: leadMachine,
  case: caseMachine,
  decision: decisionMachine,
  hold: holdMachine,
  authority_request: requestMachine,
  transfer: transferMachine,
  determination: determinationMachine,
  operation: operationMachine,
  self_review: reviewMachine,
  register_entry: registerMachine,
  reporter: reporterMachine,
  victim_workspace: workspaceMachine,
  unmasking: unmaskMachine,
  rule_version: ruleMachine,
  override: overrideMachine,
};

export type ObjectKind = keyof Machines;
export const objectKinds: readonly ObjectKind[] = Object.keys(machines) as ObjectKind[];

export type StateOf<K extends ObjectKind> = Machines[K]["initial"];
export type CommandOf<K extends ObjectKind> = Parameters<Machines[K]["decide"]>[1];
export type EventOf<K extends ObjectKind> = Parameters<Machines[K]["evolve"]>[1];

/** A command for one object. */
export type Order = {
  [K in ObjectKind]: { readonly object: K; readonly id: string; readonly command: CommandOf<K> };
}[ObjectKind];
/** An event of one object. */
export type Happening = {
  [K in ObjectKind]: { readonly object: K; readonly id: string; readonly event: EventOf<K> };
}[ObjectKind];

type Kinded = { readonly kind: string };
/** A machine whose kind is not known when the code is written. */
export type AnyMachine = Machine<string, Base<string>, Kinded, Kinded & Stamp>;

export function getMachine(kind: ObjectKind): AnyMachine {
  // Each machine takes its own states, commands and events; whoever looks it up by kind hands it those of that kind.
  return machines[kind] as unknown as AnyMachine;
}

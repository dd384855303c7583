import { allow, defineMachine, toRow, type Base, type Machine, type Stamp, type Table } from "../kernel/machine.ts";
import { accept, refuse } from "../kernel/outcome.ts";
import { addMonths, type Instant } from "../kernel/time.ts";
import type { RuleVersion } from "../cases/proposal.ts";

export const registerStatuses = ["absent", "listed", "expired", "deleted"] as const;
export type RegisterStatus = (typeof registerStatuses)[number];

/** A keyed pseudonym, the rule and the decision. No name, telephone, document, face, address or score; no way to list them all. */
export type RegisterState = Base<RegisterStatus> & {
  readonly key: string | null;
  readonly decision: string | null;
  readonly rule: RuleVersion | null;
  readonly expiresAt: Instant | null;
  readonly lookUps: number;
};

export type RegisterCommand =
  | { readonly kind: "enter"; readonly key: string; readonly decision: string; readonly rule: RuleVersion }
  | { readonly kind: "look_up"; readonly reason: string }
  | { readonly kind: "expire" }
  | { readonly kind: "delete"; readonly decision: string };

export type RegisterEvent = Stamp &
  (
    | {
        readonly kind: "entry_made";
        readonly key: string;
        readonly decision: string;
        readonly rule: RuleVersion;
        readonly expiresAt: Instant;
      }
    | { readonly kind: "entry_looked_up"; readonly reason: string }
    | { readonly kind: "entry_expired" }
    | { readonly kind: "entry_deleted"; readonly decision: string }
  );

export const registerKinds: readonly RegisterCommand["kind"][] = ["enter", "look_up", "expire", "delete"];

/** listed ─ expire ─► expired, ─ delete (its decision fell) ─► deleted. There is no renewing: that is a new decision. */
export const registerTable: Table<RegisterStatus, RegisterCommand["kind"]> = {
  absent: toRow(registerKinds, "not_there", { enter: allow("listed", "system") }),
  listed: toRow(registerKinds, "already_there", {
    look_up: allow("listed", "senior", "auditor"),
    expire: allow("expired", "system"),
    delete: allow("deleted", "system"),
  }),
  expired: toRow(registerKinds, "register_over", {}),
  deleted: toRow(registerKinds, "register_over", {}),
};

export const absentEntry: RegisterState = {
  status: "absent",
  version: 0,
  updatedAt: 0,
  key: null,
  decision: null,
  rule: null,
  expiresAt: null,
  lookUps: 0,
};

/** The honest form of a blacklist: a new registration under the same key is looked at by a person, and no machine refuses it. */
export const registerMachine: Machine<RegisterStatus, RegisterState, RegisterCommand, RegisterEvent> = defineMachine<
  RegisterStatus,
  RegisterState,
  RegisterCommand,
  RegisterEvent
>({
  name: "register_entry",
  initial: absentEntry,
  table: registerTable,
  gates: {},
  handlers: {
    enter: (_, { key, decision, rule }, { at, stamp, settings }) => {
      if (!/^[0-9a-f]{64}$/.test(key)) return refuse("register_key_malformed");
      const expiresAt = addMonths(at, Math.min(settings.registerMonths, settings.registerMonthsMax));
      return accept([{ kind: "entry_made", key, decision, rule, expiresAt, ...stamp }]);
    },
    look_up: (_, { reason }, { stamp }) =>
      reason.trim() === "" ? refuse("reason_missing") : accept([{ kind: "entry_looked_up", reason, ...stamp }]),
    expire: ({ expiresAt }, _, { at, stamp }) =>
      at < (expiresAt ?? Infinity) ? refuse("too_early") : accept([{ kind: "entry_expired", ...stamp }]),
    delete: (_, { decision }, { stamp }) => accept([{ kind: "entry_deleted", decision, ...stamp }]),
  },
  evolve: (state, event) => {
    switch (event.kind) {
      case "entry_made":
        return {
          ...state,
          status: "listed",
          key: event.key,
          decision: event.decision,
          rule: event.rule,
          expiresAt: event.expiresAt,
        };
      case "entry_looked_up":
        return { ...state, lookUps: state.lookUps + 1 };
      // What is gone leaves its key nowhere.
      case "entry_expired":
        return { ...state, status: "expired", key: null };
      case "entry_deleted":
        return { ...state, status: "deleted", key: null };
    }
  },
  due: ({ status, expiresAt }, at) =>
    status === "listed" && at >= (expiresAt ?? Infinity) ? [{ kind: "expire" }] : [],
  deadlines: ({ status, expiresAt }) =>
    status === "listed" && expiresAt !== null ? [{ what: "entry_expires", dueAt: expiresAt }] : [],
});

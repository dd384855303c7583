import { allow, defineMachine, toRow, type Base, type Machine, type Stamp, type Table } from "../kernel/machine.ts";
import { accept, refuse, toRefusal } from "../kernel/outcome.ts";
import { isOpaqueId } from "../kernel/ids.ts";

export const unmaskStatuses = ["absent", "requested", "granted", "refused"] as const;
export type UnmaskStatus = (typeof unmaskStatuses)[number];

export type UnmaskState = Base<UnmaskStatus> & {
  readonly pseudonym: string | null;
  readonly caseId: string | null;
  readonly requestedBy: string | null;
};

export type UnmaskCommand =
  | { readonly kind: "request"; readonly pseudonym: string; readonly caseId: string; readonly reason: string }
  | { readonly kind: "grant"; readonly reason: string }
  | { readonly kind: "refuse"; readonly reason: string };

export type UnmaskEvent = Stamp &
  (
    | {
        readonly kind: "unmask_requested";
        readonly pseudonym: string;
        readonly caseId: string;
        readonly reason: string;
      }
    | { readonly kind: "unmask_granted"; readonly reason: string }
    | { readonly kind: "unmask_refused"; readonly reason: string }
  );

export const unmaskKinds: readonly UnmaskCommand["kind"][] = ["request", "grant", "refuse"];

/** requested ─ grant ─► granted, ─ refuse ─► refused */
export const unmaskTable: Table<UnmaskStatus, UnmaskCommand["kind"]> = {
  absent: toRow(unmaskKinds, "not_there", { request: allow("requested", "analyst", "senior", "legal") }),
  requested: toRow(unmaskKinds, "already_there", {
    grant: allow("granted", "auditor"),
    refuse: allow("refused", "auditor"),
  }),
  granted: toRow(unmaskKinds, "unmask_over", {}),
  refused: toRow(unmaskKinds, "unmask_over", {}),
};

export const absentUnmasking: UnmaskState = {
  status: "absent",
  version: 0,
  updatedAt: 0,
  pseudonym: null,
  caseId: null,
  requestedBy: null,
};

/**
 * Taking the mask off one network pseudonym, inside one case: asked by one person, granted by the auditor, counted in public. It shows
 * which network that was; who somebody is, nothing here can show.
 */
export const unmaskMachine: Machine<UnmaskStatus, UnmaskState, UnmaskCommand, UnmaskEvent> = defineMachine<
  UnmaskStatus,
  UnmaskState,
  UnmaskCommand,
  UnmaskEvent
>({
  name: "unmasking",
  initial: absentUnmasking,
  table: unmaskTable,
  gates: { grant: ({ requestedBy }, { actor }) => (requestedBy === actor.id ? toRefusal("own_proposal") : null) },
  handlers: {
    request: (_, { pseudonym, caseId, reason }, { stamp }) => {
      if (!isOpaqueId(pseudonym) || !isOpaqueId(caseId)) return refuse("id_not_opaque");
      return reason.trim() === ""
        ? refuse("reason_missing")
        : accept([{ kind: "unmask_requested", pseudonym, caseId, reason, ...stamp }]);
    },
    grant: (_, { reason }, { stamp }) =>
      reason.trim() === "" ? refuse("reason_missing") : accept([{ kind: "unmask_granted", reason, ...stamp }]),
    refuse: (_, { reason }, { stamp }) =>
      reason.trim() === "" ? refuse("reason_missing") : accept([{ kind: "unmask_refused", reason, ...stamp }]),
  },
  evolve: (state, event) => {
    switch (event.kind) {
      case "unmask_requested":
        return {
          ...state,
          status: "requested",
          pseudonym: event.pseudonym,
          caseId: event.caseId,
          requestedBy: event.by,
        };
      case "unmask_granted":
        return { ...state, status: "granted" };
      case "unmask_refused":
        return { ...state, status: "refused" };
    }
  },
  due: () => [],
  deadlines: () => [],
});

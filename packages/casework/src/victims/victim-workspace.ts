import { isOpaqueId } from "../kernel/ids.ts";
import {
  allow,
  defineMachine,
  toRow,
  type Acting,
  type Base,
  type Machine,
  type Stamp,
  type Table,
} from "../kernel/machine.ts";
import { accept, refuse, toRefusal, type Outcome, type Refusal } from "../kernel/outcome.ts";
import type { Instant } from "../kernel/time.ts";

export const workspaceStatuses = ["absent", "active", "closed"] as const;
export type WorkspaceStatus = (typeof workspaceStatuses)[number];

/** What the one key switches: each concerns what strangers can send to this account, and nothing about the strangers. */
export const protections = ["messages", "comments", "mentions", "reposts", "invitations"] as const;
export type Protection = (typeof protections)[number];

export type VictimEvidence = { readonly id: string; readonly sha256: string; readonly capturedAt: Instant };
/** What the victim lets a desk see, for what, until when. */
export type Share = {
  readonly desk: string;
  readonly evidence: readonly string[];
  readonly purpose: string;
  readonly until: Instant;
};

export type WorkspaceState = Base<WorkspaceStatus> & {
  readonly owner: string | null;
  readonly isMinor: boolean;
  readonly contact: string | null;
  readonly protection: readonly Protection[];
  readonly evidence: Readonly<Record<string, VictimEvidence>>;
  readonly shares: Readonly<Record<string, Share>>;
  readonly cases: readonly string[];
};

export type WorkspaceCommand =
  | { readonly kind: "open"; readonly owner: string; readonly isMinor: boolean }
  | { readonly kind: "assign_contact" }
  | { readonly kind: "protect"; readonly what: readonly Protection[] }
  | { readonly kind: "capture"; readonly item: VictimEvidence }
  | { readonly kind: "share"; readonly share: Share }
  | { readonly kind: "withdraw_share"; readonly desk: string }
  | { readonly kind: "follow_case"; readonly caseId: string }
  | { readonly kind: "close" };

export type WorkspaceEvent = Stamp &
  (
    | { readonly kind: "workspace_opened"; readonly owner: string; readonly isMinor: boolean }
    | { readonly kind: "contact_assigned" }
    | { readonly kind: "protection_set"; readonly what: readonly Protection[] }
    | { readonly kind: "evidence_captured"; readonly item: VictimEvidence }
    | { readonly kind: "evidence_shared"; readonly share: Share }
    | { readonly kind: "share_withdrawn"; readonly desk: string }
    | { readonly kind: "case_followed"; readonly caseId: string }
    | { readonly kind: "workspace_closed" }
  );

export const workspaceKinds: readonly WorkspaceCommand["kind"][] = [
  "open",
  "assign_contact",
  "protect",
  "capture",
  "share",
  "withdraw_share",
  "follow_case",
  "close",
];

/** active ─ close ─► closed. Support helps; what is shared with whom, the victim alone decides. */
export const workspaceTable: Table<WorkspaceStatus, WorkspaceCommand["kind"]> = {
  absent: toRow(workspaceKinds, "not_there", { open: allow("active", "victim", "victim_support") }),
  active: toRow(workspaceKinds, "already_there", {
    assign_contact: allow("active", "victim_support"),
    protect: allow("active", "victim", "victim_support"),
    capture: allow("active", "victim", "victim_support"),
    share: allow("active", "victim"),
    withdraw_share: allow("active", "victim"),
    follow_case: allow("active", "victim", "victim_support"),
    close: allow("closed", "victim"),
  }),
  closed: toRow(workspaceKinds, "workspace_closed", {}),
};

export const absentWorkspace: WorkspaceState = {
  status: "absent",
  version: 0,
  updatedAt: 0,
  owner: null,
  isMinor: false,
  contact: null,
  protection: [],
  evidence: {},
  shares: {},
  cases: [],
};

export const workspaceMachine: Machine<WorkspaceStatus, WorkspaceState, WorkspaceCommand, WorkspaceEvent> =
  defineMachine<WorkspaceStatus, WorkspaceState, WorkspaceCommand, WorkspaceEvent>({
    name: "victim_workspace",
    initial: absentWorkspace,
    table: workspaceTable,
    gates: {
      assign_contact: ({ contact }) => (contact === null ? null : toRefusal("assigned_already")),
      protect: findOwnerRefusal,
      capture: findOwnerRefusal,
      share: findOwnerRefusal,
      withdraw_share: findOwnerRefusal,
      follow_case: findOwnerRefusal,
      close: findOwnerRefusal,
    },
    handlers: {
      open: (_, { owner, isMinor }, { actor, stamp }) => {
        if (!isOpaqueId(owner)) return refuse("id_not_opaque");
        if (stamp.as === "victim" && owner !== actor.id) return refuse("not_yours");
        return accept([{ kind: "workspace_opened", owner, isMinor, ...stamp }]);
      },
      assign_contact: (_, __, { stamp }) => accept([{ kind: "contact_assigned", ...stamp }]),
      protect: (_, { what }, { stamp }) =>
        what.every((one) => protections.includes(one))
          ? accept([{ kind: "protection_set", what: protections.filter((one) => what.includes(one)), ...stamp }])
          : refuse("reference_missing"),
      capture: ({ evidence }, { item }, { stamp }) => {
        if (!isOpaqueId(item.id) || !/^[0-9a-f]{64}$/.test(item.sha256)) return refuse("evidence_malformed");
        return Object.hasOwn(evidence, item.id)
          ? refuse("id_twice", [item.id])
          : accept([{ kind: "evidence_captured", item, ...stamp }]);
      },
      share: decideShare,
      withdraw_share: ({ shares }, { desk }, { stamp }) =>
        Object.hasOwn(shares, desk)
          ? accept([{ kind: "share_withdrawn", desk, ...stamp }])
          : refuse("share_unknown", [desk]),
      follow_case: ({ cases }, { caseId }, { stamp }) => {
        if (!isOpaqueId(caseId)) return refuse("id_not_opaque");
        return cases.includes(caseId) ? refuse("already_there") : accept([{ kind: "case_followed", caseId, ...stamp }]);
      },
      close: (_, __, { stamp }) => accept([{ kind: "workspace_closed", ...stamp }]),
    },
    evolve: (state, event) => {
      switch (event.kind) {
        case "workspace_opened":
          return { ...state, status: "active", owner: event.owner, isMinor: event.isMinor };
        case "contact_assigned":
          return { ...state, contact: event.by };
        case "protection_set":
          return { ...state, protection: event.what };
        case "evidence_captured":
          return { ...state, evidence: { ...state.evidence, [event.item.id]: event.item } };
        case "evidence_shared":
          return { ...state, shares: { ...state.shares, [event.share.desk]: event.share } };
        case "share_withdrawn": {
          const { [event.desk]: _, ...shares } = state.shares;
          return { ...state, shares };
        }
        case "case_followed":
          return { ...state, cases: [...state.cases, event.caseId] };
        case "workspace_closed":
          return { ...state, status: "closed", shares: {} };
      }
    },
    due: () => [],
    deadlines: ({ shares }) => Object.values(shares).map(({ until }) => ({ what: "share_ends", dueAt: until })),
  });

/** The victim themself, or the one support person they were given. */
function findOwnerRefusal({ owner, contact }: WorkspaceState, { actor, stamp }: Acting): Refusal | null {
  if (stamp.as === "victim") return owner === actor.id ? null : toRefusal("not_yours");
  return contact === actor.id ? null : toRefusal("not_assigned");
}

function decideShare(
  state: WorkspaceState,
  { share }: Extract<WorkspaceCommand, { kind: "share" }>,
  { at, stamp, related }: Acting,
): Outcome<readonly WorkspaceEvent[]> {
  if (!related.activeDesks.includes(share.desk)) return refuse("desk_not_active");
  if (share.purpose.trim() === "") return refuse("reason_missing");
  if (share.until <= at) return refuse("date_out_of_range", ["until"]);
  const unknown = share.evidence.filter((id) => !Object.hasOwn(state.evidence, id));
  if (unknown.length > 0 || share.evidence.length === 0) return refuse("evidence_unknown", unknown);
  return accept([{ kind: "evidence_shared", share, ...stamp }]);
}

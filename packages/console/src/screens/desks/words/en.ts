import type { EventOf, ObjectKind } from "@breakwater/casework";
import type { DeskKey } from "../desks.ts";

type DeskObjectKind = Exclude<
  ObjectKind,
  "lead" | "case" | "decision" | "determination" | "rule_version" | "override" | "register_entry"
>;
/** Of a determination what service and readers do; its texts are made in Claims. */
type DeterminationAct =
  | "determination_published"
  | "determination_corrected"
  | "determination_withdrawn"
  | "correction_asked"
  | "correction_answered";
export type ActKind = EventOf<DeskObjectKind>["kind"] | DeterminationAct;
export type DeadlineKind =
  | "hold_ends"
  | "answer_authority"
  | "answer_correction"
  | "transfer_returns"
  | "sunset"
  | "close_gap"
  | "share_ends"
  | "suspension_ends";

export type DeskWords = {
  readonly desks: string;
  readonly intro: string;
  readonly tabs: string;
  readonly parts: Readonly<Record<"outside" | "protection" | "house", string>>;
  readonly names: Readonly<Record<DeskKey, string>>;
  readonly what: Readonly<Record<DeskKey, string>>;
  readonly needsRole: (roles: string) => string;
  readonly notYours: string;
  readonly waiting: (n: string) => string;
  readonly overdue: (n: string) => string;
  readonly nothingWaits: string;
  readonly theDesk: string;

  readonly filters: string;
  readonly show: string;
  readonly shows: Readonly<Record<"open" | "over" | "all", string>>;
  readonly sort: string;
  readonly sorts: Readonly<Record<"newest" | "due", string>>;
  readonly nothingOpen: string;
  readonly nothingHere: string;
  readonly nothingHereHint: string;
  readonly opened: string;

  readonly standing: string;
  readonly id: string;
  readonly openedAt: string;
  readonly updatedAt: string;
  readonly commands: string;
  readonly course: string;
  readonly acts: Readonly<Record<ActKind, string>>;
  readonly deadlines: Readonly<Record<DeadlineKind, string>>;
  readonly hidden: string;
  readonly case: string;
  readonly reason: string;
  readonly reasonHint: string;
};

export const en: DeskWords = {
  desks: "Desks",
  intro: "What goes on beside the cases. A desk that none of your roles may open says who may.",
  tabs: "Desks",
  parts: { outside: "From outside", protection: "Protection of people", house: "Our own house" },
  names: {
    authority: "Authority requests",
    "hand-overs": "Hand-overs",
    reports: "Reports",
    reporters: "Reporters",
    corrections: "Corrections asked for",
    victims: "Victims",
    holds: "Holds",
    "legal-holds": "Legal holds",
    unmasking: "Unmasking",
    register: "Block register",
    operations: "Operations",
    reviews: "Self-reviews",
    policies: "Rules",
    effects: "At the platform",
    statements: "Statements",
    views: "Log of views",
  },
  what: {
    authority: "The one door for authorities: what they ask, item by item, and what was answered or refused.",
    "hand-overs": "Questions of fact put to partner desks: which fields were shown, and until when.",
    reports: "What people reported, and what became of it.",
    reporters: "How the notices of a reporter turned out. Being wrong in good faith counts for nothing.",
    corrections: "What readers say is wrong with a published determination, and what they are answered within a week.",
    victims: "Workspaces of people under attack: protection, evidence, and what they share with whom.",
    holds: "Items kept back for hours. Each ends by itself.",
    "legal-holds": "Cases whose evidence is kept for longer: on which basis, asked by whom, until which review.",
    unmasking: "Network pseudonyms that two people may look behind, inside one case.",
    register: "One entry at a time, with a reason, each look counted. There is no list of people.",
    operations: "Named sets of cases with a last day and no target.",
    reviews: "What our own controls let through, and who mends it until when.",
    policies: "The rules that decisions name: drafted, read by a second person, published.",
    effects: "What the platform was asked to do, and what came of it.",
    statements: "Statements of reasons as they go to the public database.",
    views: "Who opened what, and who was refused.",
  },
  needsRole: (roles) => `For: ${roles}. Ask an administrator.`,
  notYours: "None of your roles may open this desk",
  waiting: (n) => `${n} waiting`,
  overdue: (n) => `${n} overdue`,
  nothingWaits: "nothing waits",
  theDesk: "the desk",

  filters: "Which ones",
  show: "Show",
  shows: { open: "still open", over: "done", all: "all" },
  sort: "Order",
  sorts: { newest: "newest first", due: "next to run out first" },
  nothingOpen: "Nothing is open here",
  nothingHere: "Nothing fits these choices",
  nothingHereHint: "Widen one of the choices above.",
  opened: "opened",

  standing: "Standing",
  id: "Id",
  openedAt: "Opened",
  updatedAt: "Last changed",
  commands: "What can be done",
  course: "What was done",
  acts: {
    hold_placed: "held back",
    hold_contested: "contested by the author",
    hold_released: "let go",
    hold_confirmed: "taken over by a decision",
    hold_expired: "ended by itself",
    request_received: "received",
    request_validating: "scope check begun",
    request_returned: "returned for completion",
    request_resubmitted: "sent in again",
    answer_proposed: "answer proposed",
    request_answered: "answered",
    request_refused: "refused",
    user_told: "person told",
    notice_withheld: "notice held back",
    transfer_sent: "sent",
    transfer_answered: "answered",
    transfer_recalled: "recalled",
    transfer_lapsed: "ran out unanswered",
    operation_started: "started",
    case_added: "case added",
    operation_renewed: "renewed",
    operation_ended: "ended",
    operation_reported: "reported on",
    review_opened: "opened",
    gap_recorded: "gap recorded",
    gap_closed: "gap closed",
    review_finished: "finished",
    unmask_requested: "asked for",
    unmask_granted: "granted",
    unmask_refused: "refused",
    workspace_opened: "opened",
    contact_assigned: "contact taken",
    protection_set: "protection set",
    evidence_captured: "evidence captured",
    evidence_shared: "evidence shared",
    share_withdrawn: "share withdrawn",
    case_followed: "case followed",
    workspace_closed: "closed",
    outcome_recorded: "a notice was decided",
    reporter_warned: "warned",
    processing_suspended: "suspended",
    suspension_lifted: "suspension lifted",
    determination_published: "published",
    determination_corrected: "corrected",
    determination_withdrawn: "withdrawn",
    correction_asked: "a correction was asked for",
    correction_answered: "answered",
  },
  deadlines: {
    hold_ends: "ends",
    answer_authority: "answer due",
    answer_correction: "answer due",
    transfer_returns: "answer due",
    sunset: "ends",
    close_gap: "gap due",
    share_ends: "share ends",
    suspension_ends: "suspension ends",
  },
  hidden: "Left out for you",
  case: "Case",
  reason: "Reason",
  reasonHint: "In a sentence or two; it is kept, and others read it.",
};

import type { Base, Stamp } from "../kernel/machine.ts";
import type { Priority } from "../kernel/settings.ts";
import type { Instant } from "../kernel/time.ts";

export const leadStatuses = [
  "absent",
  "lead_open",
  "lead_returned",
  "lead_dismissed",
  "lead_expired",
  "lead_merged",
  "lead_accepted",
] as const;
export type LeadStatus = (typeof leadStatuses)[number];

export const dismissalReasons = ["duplicate", "insufficient", "out_of_scope", "authentic", "opinion"] as const;
export type DismissalReason = (typeof dismissalReasons)[number];

/** The question that a case puts. None of them is about a topic or an opinion. */
export const caseTypes = [
  "campaign",
  "doxxing",
  "threat",
  "abuse",
  "harassment_for_hire",
  "privacy",
  "intimate_images",
  "fraud",
  "extortion",
  "impersonation",
  "account_trade",
  "fake_engagement",
  "undisclosed_payment",
  "promotion_abuse",
  "false_claim_about_person",
  "synthetic_media",
  "data_trade",
  "mass_reporting",
  "other",
] as const;
export type CaseType = (typeof caseTypes)[number];

/** One family of tests that spoke, and on which of the two axes. */
export type LeadSignal = {
  readonly family: string;
  readonly axis: "coordinated" | "inauthentic";
  readonly detectorVersion: string;
};

/** A notice by a person, as Article 16(2) of the DSA asks for it. `mayBeAnonymous`: reports of child sexual abuse. */
export type NoticeForm = {
  readonly reasons: string;
  readonly location: string;
  readonly name: string;
  readonly email: string;
  readonly inGoodFaith: boolean;
  readonly mayBeAnonymous: boolean;
};

export const leadSources = ["detector", "reporter", "trusted_flagger", "authority", "analyst"] as const;
export type LeadSource = (typeof leadSources)[number];

export type LeadContent = {
  readonly source: LeadSource;
  /** Accounts and items it is about, by id. */
  readonly refs: readonly string[];
  readonly reason: string;
  readonly signals: readonly LeadSignal[];
  readonly notice: NoticeForm | null;
  /** The authority's request that it came from; null otherwise. */
  readonly request: string | null;
  /** From a detector that still observes: it alerts nobody until a person has seen its preview. */
  readonly learning: boolean;
};

export type LeadState = Base<LeadStatus> & {
  readonly content: LeadContent | null;
  readonly openedBy: string | null;
  readonly expiresAt: Instant | null;
  readonly previewSeenBy: string | null;
  /** An incomplete notice goes back to its author once, not for ever. */
  readonly returned: boolean;
  readonly dismissal: DismissalReason | null;
  readonly into: string | null;
};

export type LeadCommand =
  | ({ readonly kind: "open" } & LeadContent)
  | { readonly kind: "complete"; readonly notice: NoticeForm }
  | { readonly kind: "see_preview" }
  | { readonly kind: "dismiss"; readonly reason: DismissalReason }
  | { readonly kind: "merge"; readonly into: string }
  | { readonly kind: "accept"; readonly caseId: string; readonly priority: Priority; readonly caseType: CaseType }
  | { readonly kind: "expire" };

export type LeadEvent = Stamp &
  (
    | {
        readonly kind: "lead_opened";
        readonly content: LeadContent;
        readonly expiresAt: Instant;
        readonly missing: readonly string[];
      }
    | { readonly kind: "lead_completed"; readonly notice: NoticeForm; readonly missing: readonly string[] }
    | { readonly kind: "lead_preview_seen" }
    | { readonly kind: "lead_dismissed"; readonly reason: DismissalReason }
    | { readonly kind: "lead_merged"; readonly into: string }
    | {
        readonly kind: "lead_accepted";
        readonly caseId: string;
        readonly priority: Priority;
        readonly caseType: CaseType;
      }
    | { readonly kind: "lead_expired" }
  );

export const absentLead: LeadState = {
  status: "absent",
  version: 0,
  updatedAt: 0,
  content: null,
  openedBy: null,
  expiresAt: null,
  previewSeenBy: null,
  returned: false,
  dismissal: null,
  into: null,
};

/** What a notice lacks; empty when it is complete. */
export function listMissingFields(notice: NoticeForm): readonly string[] {
  const missing: string[] = [];
  if (notice.reasons.trim() === "") missing.push("reasons");
  if (notice.location.trim() === "") missing.push("location");
  if (!notice.mayBeAnonymous && notice.name.trim() === "") missing.push("name");
  if (!notice.mayBeAnonymous && !notice.email.includes("@")) missing.push("email");
  if (!notice.inGoodFaith) missing.push("inGoodFaith");
  return missing;
}

import type { Base, Stamp } from "../kernel/machine.ts";
import type { Instant } from "../kernel/time.ts";

export const requestStatuses = [
  "absent",
  "received",
  "validating",
  "returned",
  "answered",
  "narrowed",
  "refused",
] as const;
export type RequestStatus = (typeof requestStatuses)[number];

/** What an authority may ask for. Who somebody is is not among it: it is not held. */
export const requestableKinds = ["item_copy", "item_metadata", "measure_history", "act_on_item"] as const;

export type RequestContent = {
  readonly authority: string;
  readonly country: string;
  /** `informal`: by telephone, in passing, to a member of staff. It is entered, refused and counted. */
  readonly channel: "desk" | "informal";
  readonly legalBasis: string;
  /** Why it is illegal, or why it is needed. */
  readonly explanation: string;
  /** Exact location: items, one by one. */
  readonly items: readonly string[];
  readonly asksFor: readonly string[];
  readonly redress: string;
  readonly deadline: Instant | null;
  /** The provision and end of a prohibition to tell the user; null where there is none. */
  readonly secrecy: { readonly basis: string; readonly until: Instant } | null;
};

export type RequestState = Base<RequestStatus> & {
  readonly content: RequestContent | null;
  readonly receivedAt: Instant | null;
  readonly acknowledgedAt: Instant | null;
  readonly handledBy: readonly string[];
  readonly proposal: { readonly by: string; readonly items: readonly string[] } | null;
  readonly answeredItems: readonly string[];
  readonly userTold: "told" | "withheld" | null;
};

export type RequestCommand =
  | ({ readonly kind: "receive" } & RequestContent)
  | { readonly kind: "validate" }
  | { readonly kind: "return"; readonly missing: readonly string[] }
  | ({ readonly kind: "resubmit" } & RequestContent)
  | { readonly kind: "propose_answer"; readonly items: readonly string[] }
  | { readonly kind: "approve_answer"; readonly reason: string }
  | { readonly kind: "refuse"; readonly reason: string }
  | { readonly kind: "tell_user" }
  | { readonly kind: "withhold_notice" };

export type RequestEvent = Stamp &
  (
    | { readonly kind: "request_received"; readonly content: RequestContent }
    | { readonly kind: "request_validating" }
    | { readonly kind: "request_returned"; readonly missing: readonly string[] }
    | { readonly kind: "request_resubmitted"; readonly content: RequestContent }
    | { readonly kind: "answer_proposed"; readonly items: readonly string[] }
    | {
        readonly kind: "request_answered";
        readonly items: readonly string[];
        readonly isNarrowed: boolean;
        readonly reason: string;
      }
    | { readonly kind: "request_refused"; readonly reason: string; readonly channel: string }
    | { readonly kind: "user_told" }
    | { readonly kind: "notice_withheld"; readonly basis: string; readonly until: Instant }
  );

export const requestKinds: readonly RequestCommand["kind"][] = [
  "receive",
  "validate",
  "return",
  "resubmit",
  "propose_answer",
  "approve_answer",
  "refuse",
  "tell_user",
  "withhold_notice",
];

/** The fields without which a request is returned and no data leaves the house. */
export function listMissingRequestFields(content: RequestContent): readonly string[] {
  const texts = ["authority", "country", "legalBasis", "explanation", "redress"] as const;
  const missing: string[] = texts.filter((name) => content[name].trim() === "");
  if (content.items.length === 0) missing.push("items");
  if (content.asksFor.length === 0) missing.push("asksFor");
  return missing;
}

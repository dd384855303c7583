import type { Base, Stamp } from "../kernel/machine.ts";
import type { Instant } from "../kernel/time.ts";

export const determinationStatuses = [
  "absent",
  "researching",
  "drafted",
  "reviewed_1",
  "reviewed_2",
  "published",
  "corrected",
  "withdrawn",
  "set_aside",
] as const;
export type DeterminationStatus = (typeof determinationStatuses)[number];

export const verdicts = [
  "false",
  "misleading",
  "missing_context",
  "outdated",
  "mixed",
  "unproven",
  "satire",
  "true",
] as const;
export type Verdict = (typeof verdicts)[number];

export const sourceKinds = [
  "document",
  "measurement",
  "witness",
  "expert",
  "press",
  "official_statement",
  "fact_check",
] as const;
export type SourceKind = (typeof sourceKinds)[number];

export type Source = { readonly id: string; readonly kind: SourceKind; readonly reference: string };

export type Draft = {
  readonly verdict: Verdict;
  readonly text: string;
  /** What was asked of whoever claimed it, or why that was not possible. */
  readonly rightOfReply: string;
};

export type Version = Draft & {
  readonly number: number;
  readonly author: string;
  readonly reviewers: readonly string[];
};

/** Somebody says that something published is wrong. */
export type CorrectionRequest = {
  readonly by: string;
  readonly text: string;
  readonly askedAt: Instant;
  readonly dueAt: Instant;
  readonly answer: string | null;
};

export type DeterminationState = Base<DeterminationStatus> & {
  readonly claim: string;
  /** An opinion cannot be true or false. */
  readonly checkable: boolean;
  readonly sources: Readonly<Record<string, Source>>;
  readonly draft: Draft | null;
  readonly author: string | null;
  readonly reviewer1: string | null;
  readonly reviewer2: string | null;
  readonly versions: readonly Version[];
  readonly requests: Readonly<Record<string, CorrectionRequest>>;
  /** A correction on its way to two reviewers; what is published stands meanwhile. */
  readonly correction: {
    readonly draft: Draft;
    readonly by: string;
    readonly reason: string;
    readonly confirmedBy: readonly string[];
  } | null;
};

export type DeterminationCommand =
  | { readonly kind: "start"; readonly claim: string; readonly checkable: boolean }
  | { readonly kind: "add_source"; readonly source: Source }
  | ({ readonly kind: "draft" } & Draft)
  | { readonly kind: "review_first"; readonly agrees: boolean; readonly reason: string }
  | { readonly kind: "review_second"; readonly agrees: boolean; readonly reason: string }
  | { readonly kind: "publish" }
  | { readonly kind: "set_aside"; readonly reason: string }
  | ({ readonly kind: "propose_correction"; readonly reason: string } & Draft)
  | { readonly kind: "confirm_correction" }
  | { readonly kind: "withdraw"; readonly reason: string }
  | { readonly kind: "ask_correction"; readonly request: string; readonly text: string }
  | { readonly kind: "answer_correction"; readonly request: string; readonly answer: string };

export type DeterminationEvent = Stamp &
  (
    | { readonly kind: "claim_taken_up"; readonly claim: string; readonly checkable: boolean }
    | { readonly kind: "source_added"; readonly source: Source }
    | { readonly kind: "verdict_drafted"; readonly draft: Draft }
    | { readonly kind: "draft_reviewed"; readonly step: 1 | 2; readonly agrees: boolean; readonly reason: string }
    | { readonly kind: "determination_published"; readonly version: Version }
    | { readonly kind: "claim_set_aside"; readonly reason: string }
    | { readonly kind: "correction_proposed"; readonly draft: Draft; readonly reason: string }
    | { readonly kind: "correction_confirmed" }
    | { readonly kind: "determination_corrected"; readonly version: Version; readonly reason: string }
    | { readonly kind: "determination_withdrawn"; readonly reason: string }
    | { readonly kind: "correction_asked"; readonly request: string; readonly text: string; readonly dueAt: Instant }
    | { readonly kind: "correction_answered"; readonly request: string; readonly answer: string }
  );

export const determinationKinds: readonly DeterminationCommand["kind"][] = [
  "start",
  "add_source",
  "draft",
  "review_first",
  "review_second",
  "publish",
  "set_aside",
  "propose_correction",
  "confirm_correction",
  "withdraw",
  "ask_correction",
  "answer_correction",
];

export const absentDetermination: DeterminationState = {
  status: "absent",
  version: 0,
  updatedAt: 0,
  claim: "",
  checkable: false,
  sources: {},
  draft: null,
  author: null,
  reviewer1: null,
  reviewer2: null,
  versions: [],
  requests: {},
  correction: null,
};

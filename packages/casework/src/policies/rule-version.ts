import type { RuleVersion } from "../cases/proposal.ts";
import type { Base, Stamp } from "../kernel/machine.ts";
import type { Instant } from "../kernel/time.ts";
import type { LintCode, LintFinding } from "./lint/lint-codes.ts";
import type { RuleContent, Worded } from "./rule-content.ts";

export const ruleStatuses = ["absent", "draft", "reviewed", "published", "in_force", "replaced", "withdrawn"] as const;
export type RuleStatus = (typeof ruleStatuses)[number];

/** The id under which a version of a rule is kept: `IA-1:2`. */
export function toRuleKey({ id, version }: RuleVersion): string {
  return `${id}:${version}`;
}

/** What the linter said, here and at whoever reads better. */
export type Linted = { readonly content: RuleContent; readonly findings: readonly LintFinding[] };

/** One version of a rule of the operator. Once published its content is never changed. */
export type RuleVersionState = Base<RuleStatus> & {
  readonly rule: RuleVersion | null;
  readonly content: RuleContent | null;
  readonly findings: readonly LintFinding[];
  readonly author: string | null;
  readonly reviewer: string | null;
  /** What the second person said when they did not agree. */
  readonly objection: string | null;
  /** Findings that two people let through. */
  readonly overridden: readonly LintCode[];
  readonly publishedAt: Instant | null;
  readonly effectiveFrom: Instant | null;
  /** Null: until it is replaced or withdrawn. */
  readonly effectiveUntil: Instant | null;
  /** What changes and how people may get used to it; null where nothing is to be said. */
  readonly transition: Worded | null;
  readonly endedAt: Instant | null;
  /** Why it was withdrawn; null where its time was over. */
  readonly reason: string | null;
};

export type RuleCommand =
  | { readonly kind: "draft"; readonly rule: RuleVersion; readonly linted: Linted }
  | { readonly kind: "revise"; readonly linted: Linted }
  | { readonly kind: "review"; readonly agrees: boolean; readonly reason: string }
  | {
      readonly kind: "publish";
      readonly effectiveFrom: Instant;
      readonly effectiveUntil: Instant | null;
      readonly transition: Worded | null;
    }
  | { readonly kind: "take_effect" }
  | { readonly kind: "replace"; readonly by: string }
  | { readonly kind: "lapse" }
  | { readonly kind: "withdraw"; readonly reason: string };

export type RuleEvent = Stamp &
  (
    | { readonly kind: "rule_drafted"; readonly rule: RuleVersion; readonly linted: Linted }
    | { readonly kind: "rule_revised"; readonly linted: Linted }
    | { readonly kind: "rule_reviewed"; readonly agrees: boolean; readonly reason: string }
    | {
        readonly kind: "rule_published";
        readonly rule: RuleVersion;
        readonly effectiveFrom: Instant;
        readonly effectiveUntil: Instant | null;
        readonly transition: Worded | null;
        readonly overridden: readonly LintCode[];
      }
    | {
        readonly kind: "rule_took_effect";
        readonly rule: RuleVersion;
        /** Earlier versions, by id, whose place it takes. */
        readonly replaces: readonly string[];
      }
    | { readonly kind: "rule_replaced"; readonly rule: RuleVersion; readonly with: string }
    | { readonly kind: "rule_lapsed"; readonly rule: RuleVersion }
    | { readonly kind: "rule_withdrawn"; readonly rule: RuleVersion; readonly reason: string }
  );

export const ruleKinds: readonly RuleCommand["kind"][] = [
  "draft",
  "revise",
  "review",
  "publish",
  "take_effect",
  "replace",
  "lapse",
  "withdraw",
];

export const absentRule: RuleVersionState = {
  status: "absent",
  version: 0,
  updatedAt: 0,
  rule: null,
  content: null,
  findings: [],
  author: null,
  reviewer: null,
  objection: null,
  overridden: [],
  publishedAt: null,
  effectiveFrom: null,
  effectiveUntil: null,
  transition: null,
  endedAt: null,
  reason: null,
};

/** Whether the public may read it: it was published, whatever became of it since. */
export function isPublicRule({ publishedAt }: RuleVersionState): boolean {
  return publishedAt !== null;
}

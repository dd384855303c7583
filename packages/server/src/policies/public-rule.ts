import {
  isPublicRule,
  toRuleKey,
  type Instant,
  type OverrideState,
  type RuleContent,
  type RuleVersion,
  type RuleVersionState,
  type Worded,
} from "@breakwater/casework";

/** What two people let through in a rule: what, why, until when. Nobody is named. */
export type OpenOverride = {
  readonly codes: readonly string[];
  readonly reason: string;
  readonly answer: string | null;
  readonly until: Instant;
};

/** A version of a rule as everybody may read it. */
export type PublicRule = {
  readonly id: string;
  readonly rule: RuleVersion;
  readonly status: "published" | "in_force" | "replaced" | "withdrawn";
  readonly content: RuleContent;
  readonly publishedAt: Instant;
  readonly effectiveFrom: Instant;
  readonly effectiveUntil: Instant | null;
  readonly transition: Worded | null;
  readonly endedAt: Instant | null;
  readonly reason: string | null;
  readonly overrides: readonly OpenOverride[];
};

/** Null: it was never published. */
export function toPublicRule(state: RuleVersionState, overrides: readonly OverrideState[]): PublicRule | null {
  const { status, rule, content, publishedAt, effectiveFrom, effectiveUntil, transition, endedAt, reason } = state;
  if (!isPublicRule(state) || rule === null || content === null || publishedAt === null || effectiveFrom === null) {
    return null;
  }
  if (status === "absent" || status === "draft" || status === "reviewed") return null;
  const id = toRuleKey(rule);
  const used = overrides.flatMap(({ content: override, grantedAt, answer }): readonly OpenOverride[] =>
    grantedAt !== null && override?.of === "linter" && override.subject === id && state.overridden.length > 0
      ? [{ codes: override.codes, reason: override.reason, answer, until: override.until }]
      : [],
  );
  return {
    id,
    rule,
    status,
    content,
    publishedAt,
    effectiveFrom,
    effectiveUntil,
    transition,
    endedAt,
    reason,
    overrides: used,
  };
}

/** By the rule's letters and number, then by version. */
export function compareRules(a: { readonly rule: RuleVersion }, b: { readonly rule: RuleVersion }): number {
  return toOrder(a.rule) < toOrder(b.rule) ? -1 : 1;
}

function toOrder({ id, version }: RuleVersion): string {
  const [letters = "", number = ""] = id.split("-");
  return `${letters}-${number.padStart(4, "0")}:${version.padStart(9, "0")}`;
}

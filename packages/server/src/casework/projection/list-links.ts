import type {
  Base,
  DecisionState,
  DeterminationState,
  LeadState,
  ObjectKind,
  OverrideState,
  RuleVersionState,
  Verdict,
} from "@breakwater/casework";
import type { Link } from "../store/casework-store.ts";

/** What other objects ask for, and under which key this one is found. */
export const relations = {
  /** Leads that were merged, by the lead that they went into. */
  mergedInto: "merged_into",
  /** Decisions, by each strike that their level was chosen on. */
  reliesOn: "relies_on",
  /** Staff who took part in a decision (`value`), by its case. */
  tookPart: "took_part",
  /** Decisions of which a removal is in force, by their own id. */
  removalInForce: "removal_in_force",
  /** Determinations that a decision may rest on, by their own id. */
  telling: "telling",
  /** Versions of rules that are in force, by the id of the rule. */
  ruleInForce: "rule_in_force",
  /** Overrides that stand, by what they let through. */
  overrides: "overrides",
} as const;

/** `unproven` and `mixed` are findings, but against nobody. */
const tellingVerdicts: ReadonlySet<Verdict> = new Set(["false", "misleading", "missing_context", "outdated"]);

/** By what others find this object, from its state alone. */
export function listLinks(object: ObjectKind, id: string, state: Base<string>): readonly Link[] {
  const toLink = (relation: string, key: string, value = ""): Link => ({ relation, key, object, id, value });
  switch (object) {
    case "lead": {
      const { status, into } = state as LeadState;
      return status === "lead_merged" && into !== null ? [toLink(relations.mergedInto, into)] : [];
    }
    case "decision": {
      const { opening, people, measures } = state as DecisionState;
      const strikes = opening?.kind === "action" ? opening.strikesReliedOn : [];
      const removes = Object.values(measures).some(
        ({ planned, status }) =>
          status === "active" && (planned.type === "remove_item" || planned.type === "disable_item"),
      );
      return [
        ...strikes.map((strike) => toLink(relations.reliesOn, strike)),
        ...(opening === null ? [] : people.map((person) => toLink(relations.tookPart, opening.caseId, person))),
        ...(removes ? [toLink(relations.removalInForce, id)] : []),
      ];
    }
    case "determination": {
      const { status, versions } = state as DeterminationState;
      const verdict = versions.at(-1)?.verdict;
      const stands = status === "published" || status === "corrected";
      return stands && verdict !== undefined && tellingVerdicts.has(verdict) ? [toLink(relations.telling, id)] : [];
    }
    case "rule_version": {
      const { status, rule } = state as RuleVersionState;
      return status === "in_force" && rule !== null ? [toLink(relations.ruleInForce, rule.id)] : [];
    }
    case "override": {
      const { status, content } = state as OverrideState;
      return status === "granted" && content?.of === "linter" ? [toLink(relations.overrides, content.subject)] : [];
    }
    default:
      return [];
  }
}

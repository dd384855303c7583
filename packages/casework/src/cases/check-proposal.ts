import { isOpaqueId } from "../kernel/ids.ts";
import type { Acting } from "../kernel/machine.ts";
import { accept, refuse, toRefusal, type Outcome, type Refusal } from "../kernel/outcome.ts";
import { getLevelRule } from "../ladder/levels.ts";
import { findMeasureRefusal, getHighestLevel, getLevel, mayActAloneInEmergency } from "../ladder/planned-measure.ts";
import { composeStatement } from "../statements/compose-statement.ts";
import type { FoundFacts } from "../statements/found-facts.ts";
import { renderPublicStatement } from "../statements/render-public.ts";
import type { StatementFields } from "../statements/statement-fields.ts";
import { listStatementFaults } from "../statements/validate-statement.ts";
import { wasHeard, type CaseState } from "./case.ts";
import type { CaseCommand } from "./case-commands.ts";
import { isOwnEvidence } from "./evidence.ts";
import { isCommercial, type Finding } from "./finding.ts";
import type { ComposedItem, ProposedItem } from "./proposal.ts";

type Propose = Extract<CaseCommand, { kind: "propose" }>;

/** Categories and keywords through which an opinion could be judged. They need a determination, and the operator's switch. */
const civicWords: ReadonlySet<string> = new Set([
  "STATEMENT_CATEGORY_NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS",
  "KEYWORD_MISINFORMATION_DISINFORMATION",
]);

/**
 * The items of a proposal with their statements, or the first thing for which none of them can be proposed. Each account stands alone:
 * its own finding, on evidence of its own, a measure that its role and the gravity bear, and a statement that could be published today.
 */
export function composeItems(state: CaseState, command: Propose, acting: Acting): Outcome<readonly ComposedItem[]> {
  const { items, emergency, hearingSkipped } = command;
  const { settings } = acting;
  if (items.length === 0) return refuse("accounts_missing");
  if (items.length > settings.bulkMax) return refuse("bulk_too_large", [String(settings.bulkMax)]);
  const ids = items.flatMap(({ decision, measures }) => [decision, ...measures.map(({ id }) => id)]);
  if (!ids.every(isOpaqueId)) return refuse("id_not_opaque");
  if (new Set(ids).size < ids.length) return refuse("id_twice");
  if (new Set(items.map(({ account }) => account)).size < items.length) return refuse("account_twice");
  const known = items.find(({ decision }) => Object.hasOwn(state.decisions, decision));
  if (known !== undefined) return refuse("id_twice", [known.decision]);
  if (emergency && (state.priority !== "P0" || items.length > 1)) return refuse("no_emergency");
  if (hearingSkipped !== null && hearingSkipped.trim() === "") return refuse("reason_missing", ["hearingSkipped"]);
  const composed: ComposedItem[] = [];
  for (const item of items) {
    const outcome = composeItem(state, item, { ...acting, command });
    if (!outcome.ok) return outcome;
    composed.push(outcome.value);
  }
  return accept(composed);
}

type Proposing = Acting & { readonly command: Propose };

function composeItem(state: CaseState, item: ProposedItem, proposing: Proposing): Outcome<ComposedItem> {
  const finding = state.findings[item.account];
  if (finding === undefined) return refuse("finding_missing", [item.account]);
  const refusal =
    findFindingRefusal(state, finding) ??
    findReasonRefusal(state, item) ??
    findMeasureRefusal(item.measures, finding) ??
    findRuleRefusal(item, finding, proposing) ??
    findHearingRefusal(state, item, proposing.command) ??
    findProportionRefusal(item, finding, proposing) ??
    findCivicRefusal(item, proposing);
  if (refusal !== null) return { ok: false, refusal };
  const acts = [{ step: "decided", as: proposing.stamp.as }] as const;
  const statement = composeItemStatement(state, item, { ...proposing, acts });
  if (!statement.ok) return statement;
  const { role, grade, evidence, allegation } = finding;
  return accept({ ...item, role, grade, evidence, allegation, statement: statement.value });
}

type Acts = readonly { step: "decided"; as: Acting["stamp"]["as"] }[];

/** The statement of one item as it would read, faults and all; null where nothing is restricted. */
export function draftItemStatement(
  state: CaseState,
  item: ProposedItem,
  { at, acts }: { readonly at: number; readonly acts: Acts },
): StatementFields | null {
  const finding = state.findings[item.account];
  return composeStatement({
    ...(finding === undefined ? {} : { found: toFound(state, finding) }),
    decision: item.decision,
    draft: item.draft,
    measures: item.measures,
    source: state.opening?.source ?? "own",
    acts: [...(state.opening?.detected ?? []), ...acts],
    at,
  });
}

/** The statement of one item as of now, or why it could not be given or not be published. */
export function composeItemStatement(
  state: CaseState,
  item: ProposedItem,
  { at, settings, acts }: Acting & { readonly acts: Acts },
): Outcome<StatementFields | null> {
  if (state.opening === null) return refuse("not_there");
  const statement = draftItemStatement(state, item, { at, acts });
  if (statement === null) return accept(null);
  const faults = listStatementFaults(statement);
  if (faults.length > 0) {
    return refuse(
      "statement_invalid",
      faults.map(({ field }) => field),
    );
  }
  const shown = renderPublicStatement(statement, settings);
  return shown.ok ? accept(statement) : shown;
}

function toFound(state: CaseState, { account, role, grade, evidence }: Finding): FoundFacts {
  const own = evidence.filter((id) => {
    const item = state.evidence[id];
    return item !== undefined && isOwnEvidence(item, account);
  });
  return { role, grade, evidence: evidence.length, own: own.length };
}

/** What a finding says was checked when it was recorded; that it stands on the account's own acts is checked here. */
function findFindingRefusal(state: CaseState, { account, evidence }: Finding): Refusal | null {
  const items = evidence.flatMap((id) => state.evidence[id] ?? []);
  return items.some((item) => isOwnEvidence(item, account)) ? null : toRefusal("only_shared_evidence", [account]);
}

function findReasonRefusal(state: CaseState, item: ProposedItem): Refusal | null {
  if (item.rule.id === "" || item.rule.version === "") return toRefusal("rule_missing", [item.account]);
  const { supersedes } = item;
  const isOwn = supersedes === null || state.decisionAccounts[supersedes] === item.account;
  if (supersedes !== null && (state.decisions[supersedes] !== "open" || !isOwn)) {
    return toRefusal("decision_unknown", [supersedes]);
  }
  if (item.alternatives.trim() === "") return toRefusal("reason_missing", ["alternatives"]);
  return item.proportionality.trim() === "" ? toRefusal("reason_missing", ["proportionality"]) : null;
}

/** Nobody is held to what is not in force, nor beyond what the rule says of such a case. */
export function findRuleRefusal(
  { rule, measures, account }: Pick<ProposedItem, "rule" | "measures" | "account">,
  { grade }: Pick<Finding, "grade">,
  { related }: Pick<Acting, "related">,
): Refusal | null {
  const inForce = related.rulesInForce.find((one) => one.rule.id === rule.id && one.rule.version === rule.version);
  if (inForce === undefined) return toRefusal("rule_not_in_force", [rule.id, rule.version]);
  const isAllowed = measures.every((measure) => inForce.ladder[grade].includes(getLevel(measure)));
  return isAllowed ? null : toRefusal("rule_caps_level", [account]);
}

function findHearingRefusal(state: CaseState, item: ProposedItem, command: Propose): Refusal | null {
  if (command.emergency) {
    return mayActAloneInEmergency(item.measures) ? null : toRefusal("no_emergency", [item.account]);
  }
  const needsHearing = item.measures.some((measure) => getLevelRule(getLevel(measure)).hearing);
  const isHeard = !needsHearing || wasHeard(state, item.account) || command.hearingSkipped !== null;
  return isHeard ? null : toRefusal("not_heard", [item.account]);
}

/** Money first where the harm is commercial; and no suspension for repetition without a warning before, unless this act alone is critical. */
function findProportionRefusal(item: ProposedItem, finding: Finding, { at, related }: Proposing): Refusal | null {
  const highest = getHighestLevel(item.measures);
  const hasMoney = item.measures.some((measure) => getLevel(measure) === 6);
  if (isCommercial(finding) && highest >= 7 && !hasMoney && (item.whyNotMoneyFirst ?? "").trim() === "") {
    return toRefusal("money_first", [item.account]);
  }
  const strikes = (related.strikes[item.account] ?? []).filter((strike) => strike.at <= at && at < strike.until);
  const relied = strikes.filter(({ measure }) => item.strikesReliedOn.includes(measure));
  if (relied.length < item.strikesReliedOn.length) return toRefusal("strike_unknown", [item.account]);
  const isForRepetition = item.strikesReliedOn.length > 0 && highest >= 7;
  const wasWarned = relied.some(({ level }) => level === 1);
  return isForRepetition && !wasWarned && finding.grade !== "critical" ? toRefusal("not_warned", [item.account]) : null;
}

function findCivicRefusal(item: ProposedItem, { settings, related }: Proposing): Refusal | null {
  if (!isCivic(item)) return null;
  if (!settings.civicCategoryEnabled) return toRefusal("category_off", [item.account]);
  const isDetermined = item.determination !== null && related.determinations.includes(item.determination);
  return isDetermined ? null : toRefusal("determination_missing", [item.account]);
}

/** Whether a decision under this category needs a second person whatever its level. */
export function isCivic({ draft }: ProposedItem): boolean {
  return [draft.category, ...(draft.keywords ?? [])].some((word) => civicWords.has(word));
}

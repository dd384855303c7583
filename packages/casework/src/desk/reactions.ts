import type { CaseState } from "../cases/case.ts";
import type { DecidedItem } from "../cases/decided-item.ts";
import type { NoActionProposal } from "../cases/proposal.ts";
import type { ReopenCause } from "../cases/case-commands.ts";
import type { DecisionState } from "../decisions/decision.ts";
import type { LeadState } from "../leads/lead.ts";
import type { Act } from "../statements/automation.ts";
import type { StatementSource } from "../statements/compose-statement.ts";
import type { Happening, Order } from "./machines.ts";

/** What reactions need to see of other objects. */
export type Sight = {
  readonly getLead: (id: string) => LeadState;
  readonly listLeads: () => readonly (readonly [string, LeadState])[];
  readonly getCase: (id: string) => CaseState;
  readonly getDecision: (id: string) => DecisionState;
  readonly listDecisions: () => readonly (readonly [string, DecisionState])[];
};

/**
 * What one event asks of other objects, to be given in the same transaction by the system. One table for all of it: objects know nothing
 * of each other. An order that is refused (what it asks is done already, or over) is dropped.
 */
export function listReactions(happening: Happening, sight: Sight): readonly Order[] {
  switch (happening.object) {
    case "lead":
      return reactToLead(happening, sight);
    case "case":
      return reactToCase(happening, sight);
    case "decision":
      return reactToDecision(happening, sight);
    case "transfer":
      return happening.event.kind === "transfer_sent"
        ? []
        : [{ object: "case", id: happening.event.caseId, command: { kind: "hear_partner", transfer: happening.id } }];
    case "self_review":
      return happening.event.kind === "review_finished"
        ? [{ object: "case", id: happening.event.caseId, command: { kind: "note_self_review", review: happening.id } }]
        : [];
    case "rule_version":
      return happening.event.kind === "rule_took_effect"
        ? happening.event.replaces.map((id) => ({
            object: "rule_version",
            id,
            command: { kind: "replace", by: happening.id },
          }))
        : [];
    case "override":
      return happening.event.kind === "override_ended" && happening.event.of === "linter"
        ? [
            {
              object: "rule_version",
              id: happening.event.subject,
              command: { kind: "withdraw", reason: "It stood by an override that has ended." },
            },
          ]
        : [];
    default:
      return [];
  }
}

function reactToLead({ id, event }: Extract<Happening, { object: "lead" }>, sight: Sight): readonly Order[] {
  if (event.kind === "lead_accepted") {
    const merged = sight.listLeads().filter(([, lead]) => lead.status === "lead_merged" && lead.into === id);
    return [
      toCaseOpening(id, event, sight),
      ...merged.flatMap(([other, lead]) => joinReport(event.caseId, other, lead)),
    ];
  }
  if (event.kind !== "lead_merged") return [];
  const { status, into } = sight.getLead(event.into);
  return status === "lead_accepted" && into !== null ? joinReport(into, id, sight.getLead(id)) : [];
}

/** Whoever sent the notice that was merged is told, and may appeal, like whoever sent the first. */
function joinReport(caseId: string, lead: string, { content, openedBy }: LeadState): readonly Order[] {
  const isNotice = content?.source === "reporter" || content?.source === "trusted_flagger";
  return isNotice && openedBy !== null
    ? [{ object: "case", id: caseId, command: { kind: "join_report", lead, reporter: openedBy } }]
    : [];
}

type Accepted = Extract<Extract<Happening, { object: "lead" }>["event"], { kind: "lead_accepted" }>;

const sources: Readonly<Record<string, StatementSource>> = {
  reporter: "reporter",
  trusted_flagger: "trusted_flagger",
  authority: "authority",
};

function toCaseOpening(lead: string, event: Accepted, { getLead }: Sight): Order {
  const { content, openedBy } = getLead(lead);
  const source = content?.source ?? "analyst";
  const opener = openedBy === null ? [] : [openedBy];
  const as = source === "authority" ? "liaison" : source;
  const detected: readonly Act[] = [{ step: "detected", as }];
  return {
    object: "case",
    id: event.caseId,
    command: {
      kind: "open",
      lead,
      caseType: event.caseType,
      priority: event.priority,
      source: sources[source] ?? "own",
      detected,
      openedBy: [...new Set([event.by, ...(source === "analyst" || source === "authority" ? opener : [])])],
      request: content?.request ?? null,
      reporters: source === "reporter" || source === "trusted_flagger" ? opener : [],
    },
  };
}

function reactToCase({ id, event }: Extract<Happening, { object: "case" }>, sight: Sight): readonly Order[] {
  switch (event.kind) {
    case "partner_asked":
      return [
        { object: "transfer", id: event.transfer, command: { kind: "send", caseId: id, content: event.content } },
      ];
    case "action_decided":
    case "stage_released": {
      const state = sight.getCase(id);
      const isCampaign = state.opening?.caseType === "campaign";
      const review: Order = { object: "self_review", id: `review-${id}`, command: { kind: "open", caseId: id } };
      return [...event.stage.flatMap((decided) => openDecision(id, state, decided)), ...(isCampaign ? [review] : [])];
    }
    case "no_action_decided": {
      const state = sight.getCase(id);
      const isCampaign = state.opening?.caseType === "campaign";
      const review: Order = { object: "self_review", id: `review-${id}`, command: { kind: "open", caseId: id } };
      return [...openNoAction(id, state, event), ...(isCampaign ? [review] : [])];
    }
    case "bulk_undone":
      return event.decisions.map((decision) => ({
        object: "decision",
        id: decision,
        command: { kind: "undo", reason: event.reason },
      }));
    case "case_purged":
      return event.decisions.map((decision) => ({ object: "decision", id: decision, command: { kind: "purge" } }));
    default:
      return [];
  }
}

function openDecision(caseId: string, { people, reporters }: CaseState, decided: DecidedItem): readonly Order[] {
  const { item, ...deciders } = decided;
  const opened: Order = {
    object: "decision",
    id: item.decision,
    command: {
      kind: "open",
      opening: {
        kind: "action",
        decision: item.decision,
        caseId,
        account: item.account,
        role: item.role,
        grade: item.grade,
        rule: item.rule,
        allegation: item.allegation,
        evidence: item.evidence,
        measures: item.measures,
        statement: item.statement,
        ...deciders,
        strikesReliedOn: item.strikesReliedOn,
        people,
        reporters,
      },
    },
  };
  return item.supersedes === null ? [opened] : [opened, supersede(item.supersedes, item.decision)];
}

function openNoAction(
  caseId: string,
  { people, reporters }: CaseState,
  { proposal, approver }: { readonly proposal: NoActionProposal; readonly approver: string | null },
): readonly Order[] {
  const opened: Order = {
    object: "decision",
    id: proposal.decision,
    command: {
      kind: "open",
      opening: {
        kind: "no_action",
        decision: proposal.decision,
        caseId,
        account: null,
        reason: proposal.reason,
        measures: [],
        statement: null,
        proposer: proposal.by,
        proposerAs: proposal.as,
        approver,
        people,
        reporters,
      },
    },
  };
  return [opened, ...proposal.supersedes.map((earlier) => supersede(earlier, proposal.decision))];
}

function supersede(earlier: string, by: string): Order {
  return { object: "decision", id: earlier, command: { kind: "supersede", by } };
}

function reactToDecision({ id, event }: Extract<Happening, { object: "decision" }>, sight: Sight): readonly Order[] {
  const { opening } = sight.getDecision(id);
  if (opening === null) return [];
  const reopen = (cause: ReopenCause, reason: string): Order => ({
    object: "case",
    id: opening.caseId,
    command: { kind: "reopen", cause, reason },
  });
  switch (event.kind) {
    case "measure_applied":
      return event.effect.type === "register" && event.registerKey !== null && opening.kind === "action"
        ? [
            {
              object: "register_entry",
              id: event.measure,
              command: { kind: "enter", key: event.registerKey, decision: id, rule: opening.rule },
            },
          ]
        : [];
    case "measure_ended": {
      const isEntry = opening.measures.some((measure) => measure.id === event.measure && measure.type === "register");
      return isEntry
        ? [{ object: "register_entry", id: event.measure, command: { kind: "delete", decision: id } }]
        : [];
    }
    case "appeal_decided": {
      const isWon = event.outcome === "reversed" || event.outcome === "partially_reversed";
      return isWon && opening.kind === "no_action" ? [reopen("appeal", event.answers.join("\n"))] : [];
    }
    case "decision_reopened":
      return [reopen(event.cause, event.reason)];
    case "emergency_lapsed":
      return [reopen("emergency_lapsed", "No second person confirmed it in time.")];
    case "step_confirmed":
      return event.step === "later_decisions" ? listLaterDecisions(id, event.measures, sight) : [];
    case "decision_closed":
      return [{ object: "case", id: opening.caseId, command: { kind: "settle", decision: id } }];
    default:
      return [];
  }
}

/** Decisions whose level was chosen on a strike that has fallen: people choose again. */
function listLaterDecisions(reversed: string, measures: readonly string[], { listDecisions }: Sight): readonly Order[] {
  return listDecisions().flatMap(([id, { opening }]): readonly Order[] => {
    const rests = opening?.kind === "action" && opening.strikesReliedOn.some((strike) => measures.includes(strike));
    const reason = `A strike that it rested on fell with ${reversed}.`;
    return rests ? [{ object: "decision", id, command: { kind: "reopen", cause: "strike_fell", reason } }] : [];
  });
}

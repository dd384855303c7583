export {
  cleanRecord,
  countStrikes,
  evolveAccount,
  listInForce,
  type AccountRecord,
  type Effect,
} from "./accounts/account-record.ts";
export {
  listMissingRequestFields,
  requestableKinds,
  type RequestCommand,
  type RequestContent,
  type RequestEvent,
  type RequestState,
  type RequestStatus,
} from "./authority/authority-request.ts";
export { requestMachine } from "./authority/request-machine.ts";
export { drawSample, previewItems, type BulkPreview } from "./cases/bulk.ts";
export { draftItemStatement } from "./cases/check-proposal.ts";
export { caseMachine } from "./cases/case-machine.ts";
export {
  caseStatuses,
  wasHeard,
  type CaseOpening,
  type CaseState,
  type CaseStatus,
  type Hearing,
  type LegalHold,
} from "./cases/case.ts";
export { caseKinds, reopenCauses, type CaseCommand, type CaseKind, type ReopenCause } from "./cases/case-commands.ts";
export type { CaseEvent } from "./cases/case-events.ts";
export type { DecidedItem } from "./cases/decided-item.ts";
export { evidenceLimits, isOwnEvidence, type EvidenceItem } from "./cases/evidence.ts";
export { severityFactors, type Finding, type SeverityFactor } from "./cases/finding.ts";
export {
  noActionReasons,
  type ActionProposal,
  type BlindJudgement,
  type ComposedItem,
  type NoActionProposal,
  type NoActionReason,
  type Proposal,
  type ProposedItem,
  type RuleVersion,
} from "./cases/proposal.ts";
export { getAppealWindowEnd } from "./decisions/appeal-window.ts";
export { decisionMachine } from "./decisions/decision-machine.ts";
export {
  decisionStatuses,
  ownSteps,
  type ActionOpening,
  type Appeal,
  type AppealOutcome,
  type DecisionOpening,
  type DecisionState,
  type DecisionStatus,
  type Dispute,
  type MeasureRecord,
  type MeasureStatus,
  type NoActionOpening,
  type OwnStep,
  type Redress,
  type Restoration,
} from "./decisions/decision.ts";
export {
  decisionKinds,
  type DecisionCommand,
  type DecisionEvent,
  type DecisionKind,
} from "./decisions/decision-commands.ts";
export { chainRows, findBreak, toAuditRow, type AuditRow, type ChainedRow } from "./desk/audit-row.ts";
export { createDesk, type Desk, type DeskEvent, type DeskOptions } from "./desk/desk.ts";
export { dumpDesk, loadDesk } from "./desk/dump.ts";
export {
  getMachine,
  machines,
  objectKinds,
  type AnyMachine,
  type CommandOf,
  type EventOf,
  type Happening,
  type Machines,
  type ObjectKind,
  type Order,
  type StateOf,
} from "./desk/machines.ts";
export { countPublicly, type PublicCounts } from "./desk/public-counts.ts";
export { listReactions, type Sight } from "./desk/reactions.ts";
export { listTrainingLabels, type TrainingLabel } from "./desk/training-labels.ts";
export { toMonth } from "./figures/series.ts";
export { findVersion } from "./figures/version-word.ts";
export { determinationMachine, listOpenCorrections } from "./determinations/determination-machine.ts";
export {
  sourceKinds,
  verdicts,
  type DeterminationCommand,
  type DeterminationEvent,
  type DeterminationState,
  type DeterminationStatus,
  type Verdict,
} from "./determinations/determination.ts";
export { groupedCell, listFigureLines, type FigureLine } from "./figures/figure-lines.ts";
export { figureSections, type FigureSection, type FigureSectionName } from "./figures/figure-sections.ts";
export { toFiguresCsv, toMonths } from "./figures/figures-csv.ts";
export { figureKeys, getFigureRow, type FigureKey, type FigureRow } from "./figures/figure-table.ts";
export {
  createFigureBook,
  type Breakdown,
  type CountCell,
  type Figure,
  type FigureBook,
  type Figures,
  type Period,
  type ShareCell,
  type TimeCell,
} from "./figures/figures.ts";
export { getFigureWords, type FigureLanguage, type FigureWords } from "./figures/figure-words.ts";
export { describeEvent } from "./figures/describe-event.ts";
export { readFacts, toFacts, type ClearFacts, type FactEntry } from "./figures/facts.ts";
export { knowDecision, knowDetermination, nothingKnown, type Known } from "./figures/known.ts";
export { findOrigin, type Origin } from "./figures/origin.ts";
export { createEventPlacer, type EventToPlace } from "./figures/place-events.ts";
export { toWilsonInterval } from "./figures/statistics.ts";
export {
  holdMachine,
  holdTriggers,
  type HoldCommand,
  type HoldContent,
  type HoldEvent,
  type HoldState,
  type HoldTrigger,
} from "./holds/hold.ts";
export { createRedaction, isRedacted } from "./forgetting/redact.ts";
export { isPersonRole, isStaffRole, roles, systemActor, type Actor, type Role } from "./kernel/actor.ts";
export { readClock, type Clock, type ClockReading, type PauseReason } from "./kernel/clock.ts";
export { isOpaqueId } from "./kernel/ids.ts";
export type { Acting, Availability, Base, Cell, Context, Deadline, Machine, Stamp, Table } from "./kernel/machine.ts";
export { toRefusal, type Outcome, type Refusal } from "./kernel/outcome.ts";
export {
  getRefusalWords,
  refusalCodes,
  refusalLanguages,
  type RefusalCode,
  type RefusalLanguage,
  type RefusalWords,
} from "./kernel/refusals.ts";
export { nothingRelated, type OverrideInForce, type Related, type RuleInForce, type Strike } from "./kernel/related.ts";
export {
  defaultSettings,
  listSettingFaults,
  priorities,
  settingBounds,
  type Priority,
  type Settings,
} from "./kernel/settings.ts";
export { addMonths, toDateText, type Instant } from "./kernel/time.ts";
export { findingRoles, levelCaps, type FindingRole } from "./ladder/finding-roles.ts";
export { gradeCaps, grades, type Grade } from "./ladder/grades.ts";
export { getLevelRule, ladder, type Level, type LevelRule } from "./ladder/levels.ts";
export {
  getMeasureRule,
  isRestriction,
  measureTypes,
  type MeasureRule,
  type MeasureType,
} from "./ladder/measure-types.ts";
export { countHumansNeeded, getHighestLevel, type PlannedMeasure, type Target } from "./ladder/planned-measure.ts";
export { leadMachine } from "./leads/lead-machine.ts";
export {
  caseTypes,
  dismissalReasons,
  leadSources,
  leadStatuses,
  listMissingFields,
  type CaseType,
  type LeadCommand,
  type LeadContent,
  type LeadEvent,
  type LeadSignal,
  type LeadSource,
  type LeadState,
  type LeadStatus,
  type NoticeForm,
} from "./leads/lead.ts";
export {
  operationMachine,
  type OperationCommand,
  type OperationEvent,
  type OperationState,
} from "./operations/operation.ts";
export {
  overrideMachine,
  overrideOf,
  type OverrideCommand,
  type OverrideContent,
  type OverrideEvent,
  type OverrideOf,
  type OverrideState,
} from "./overrides/override.ts";
export { behaviours, type Behaviour } from "./policies/behaviours.ts";
export {
  getLintWords,
  isOverridable,
  lintCodeNames,
  lintCodes,
  listHindrances,
  type LintCode,
  type LintFinding,
  type LintWords,
} from "./policies/lint/lint-codes.ts";
export { lintRule } from "./policies/lint/lint-rule.ts";
export type { TextReader } from "./policies/lint/read-text.ts";
export {
  ruleLanguages,
  type BehaviourTest,
  type RuleContent,
  type RuleLanguage,
  type Worded,
} from "./policies/rule-content.ts";
export { ruleMachine } from "./policies/rule-machine.ts";
export {
  isPublicRule,
  ruleKinds,
  ruleStatuses,
  toRuleKey,
  type RuleCommand,
  type RuleEvent,
  type RuleStatus,
  type RuleVersionState,
} from "./policies/rule-version.ts";
export { starterRules, type StarterRule } from "./policies/starter/starter-rules.ts";
export {
  registerMachine,
  type RegisterCommand,
  type RegisterEvent,
  type RegisterState,
} from "./register/register-entry.ts";
export {
  reporterMachine,
  type ReporterCommand,
  type ReporterEvent,
  type ReporterState,
} from "./reporters/reporter-record.ts";
export {
  reviewMachine,
  type Gap,
  type ReviewCommand,
  type ReviewEvent,
  type ReviewState,
} from "./reviews/self-review.ts";
export { toCodeLine, toCodeWords } from "./statements/code-words.ts";
export { deriveAutomation, type Act } from "./statements/automation.ts";
export {
  composeStatement,
  type StatementDraft,
  type StatementInput,
  type StatementSource,
} from "./statements/compose-statement.ts";
export { tellFacts } from "./statements/found-facts.ts";
export { noticeSections, type NoticeSection, type NoticeWords } from "./statements/notice-words.ts";
export { listPersonalData, personalDataKinds, type PersonalDataKind } from "./statements/personal-data.ts";
export { renderNotice, shippedNotices, type Notice, type NoticeInput } from "./statements/render-notice.ts";
export { renderPublicStatement } from "./statements/render-public.ts";
export type { StatementField, StatementFields } from "./statements/statement-fields.ts";
export { listStatementFaults, type StatementFault } from "./statements/validate-statement.ts";
export { categories, contentTypes } from "./statements/vocabulary.ts";
export { transferMachine, type TransferCommand, type TransferEvent, type TransferState } from "./transfers/transfer.ts";
export type { TransferContent } from "./transfers/transfer-content.ts";
export { unmaskMachine, type UnmaskCommand, type UnmaskEvent, type UnmaskState } from "./unmasking/unmasking.ts";
export {
  protections,
  workspaceMachine,
  type WorkspaceCommand,
  type WorkspaceEvent,
  type WorkspaceState,
} from "./victims/victim-workspace.ts";

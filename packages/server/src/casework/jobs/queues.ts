import type { CommandOf, ObjectKind, Role } from "@breakwater/casework";

/** One queue for each question. */
export const queues = [
  "triage",
  "assignment",
  "investigation",
  "hearing",
  "approval",
  "blind_sample",
  "appeal",
  "restoration",
  "dispute",
  "emergency",
  "contested_hold",
  "failed_effect",
  "measure_review",
  "authority",
  "self_review",
  "unmasking",
  "victim",
  "correction",
  "second_opinion",
  "quality",
] as const;
export type Queue = (typeof queues)[number];

type Row = {
  readonly object: ObjectKind;
  /** Who works it. */
  readonly roles: readonly Role[];
  /** The command by which one sees whether somebody may do it at all; null: whoever works the queue may. */
  readonly main: string | null;
  /** Commands that are the job: nobody gives them while somebody else holds it. */
  readonly commands: readonly string[];
  readonly en: string;
  readonly zh: string;
};

const row = <K extends ObjectKind>(
  object: K,
  roles: readonly Role[],
  {
    main,
    commands,
  }: { readonly main: CommandOf<K>["kind"] | null; readonly commands: readonly CommandOf<K>["kind"][] },
  [en, zh]: readonly [string, string],
): Row => ({ object, roles, main, commands, en, zh });

/** What each queue asks, of whom. One table for jobs, routes and manual. */
export const queueRows: Readonly<Record<Queue, Row>> = {
  triage: row("lead", ["triage"], { main: "dismiss", commands: ["dismiss", "accept", "merge"] }, [
    "Does this become a case?",
    "此线索是否立案？",
  ]),
  assignment: row("case", ["analyst"], { main: "assign", commands: ["assign"] }, [
    "Who takes this case?",
    "此案由谁承办？",
  ]),
  investigation: row("case", ["analyst"], { main: "record_finding", commands: ["propose", "propose_no_action"] }, [
    "What happened, and what is held about each account?",
    "发生了什么？对每个账号作何认定？",
  ]),
  hearing: row("case", ["analyst"], { main: "record_finding", commands: [] }, [
    "Whose reply is awaited?",
    "正在等待谁的陈述？",
  ]),
  approval: row("case", ["approver"], { main: "approve", commands: ["approve", "reject"] }, [
    "Does the proposal hold?",
    "该提议是否成立？",
  ]),
  blind_sample: row("case", ["approver"], { main: "judge_blind", commands: ["judge_blind", "approve", "reject"] }, [
    "What part did these accounts play, by the evidence alone?",
    "仅凭证据，这些账号起了什么作用？",
  ]),
  appeal: row(
    "decision",
    ["appeal_reviewer"],
    { main: "decide_appeal", commands: ["decide_appeal", "extend_appeal"] },
    ["Was the decision right?", "该决定是否正确？"],
  ),
  restoration: row("decision", ["approver", "senior", "appeal_reviewer"], { main: null, commands: [] }, [
    "What has not been given back yet?",
    "还有什么尚未恢复？",
  ]),
  dispute: row(
    "decision",
    ["legal", "approver"],
    {
      main: "conclude_dispute",
      commands: ["conclude_dispute", "decline_dispute", "extend_dispute"],
    },
    ["What do we answer the outside body?", "如何答复外部机构？"],
  ),
  emergency: row("decision", ["approver"], { main: "confirm_emergency", commands: ["confirm_emergency"] }, [
    "Does the emergency stand? Unconfirmed, it lifts itself.",
    "紧急处置是否成立？未经确认将自动解除。",
  ]),
  contested_hold: row("hold", ["triage", "analyst"], { main: "release", commands: ["release", "confirm"] }, [
    "Is this item to be let go?",
    "此内容是否放行？",
  ]),
  failed_effect: row("decision", ["analyst", "approver", "senior"], { main: null, commands: [] }, [
    "What could the platform not carry out?",
    "平台有什么未能执行？",
  ]),
  measure_review: row("decision", ["approver"], { main: "review_measure", commands: ["review_measure"] }, [
    "Is this measure still needed?",
    "此措施是否仍有必要？",
  ]),
  authority: row(
    "authority_request",
    ["liaison", "legal"],
    {
      main: null,
      commands: ["validate", "return", "propose_answer", "approve_answer", "refuse"],
    },
    ["What may this authority be answered?", "对该机关可作何答复？"],
  ),
  self_review: row("self_review", ["analyst", "approver", "senior"], { main: null, commands: ["finish"] }, [
    "What did our own controls miss?",
    "我们自身的控制遗漏了什么？",
  ]),
  unmasking: row("unmasking", ["auditor"], { main: "grant", commands: ["grant", "refuse"] }, [
    "May this pseudonym be unmasked?",
    "可否揭示此假名？",
  ]),
  victim: row("victim_workspace", ["victim_support"], { main: "assign_contact", commands: ["assign_contact"] }, [
    "Who stands by this person?",
    "由谁陪伴此人？",
  ]),
  correction: row("determination", ["editor"], { main: "answer_correction", commands: ["answer_correction"] }, [
    "Is what we published wrong?",
    "我们发布的内容是否有误？",
  ]),
  second_opinion: row("case", ["analyst", "approver", "senior"], { main: null, commands: [] }, [
    "What does a colleague think?",
    "同事怎么看？",
  ]),
  quality: row("decision", ["approver", "senior", "appeal_reviewer"], { main: null, commands: [] }, [
    "Would somebody else have found the same?",
    "换一个人是否会得出同样结论？",
  ]),
};

export const overdueWords = { en: "What is late?", zh: "哪些已逾期？" } as const;

/** Queues whose jobs follow from what people ask, and not from the state of an object. */
export const askedQueues: readonly Queue[] = ["second_opinion", "quality"];

export function listQueuesOf(roles: readonly Role[]): readonly Queue[] {
  return queues.filter((queue) => queueRows[queue].roles.some((role) => roles.includes(role)));
}

/** Queues that somebody may look into: their own; the auditor all. */
export function listReadableQueues(roles: readonly Role[]): readonly Queue[] {
  return roles.includes("auditor") ? queues : listQueuesOf(roles);
}

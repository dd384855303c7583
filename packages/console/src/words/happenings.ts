import type { WordTable } from "./languages.ts";

/** What happened to a case or a decision, by the name of casework's event. */
export type HappeningKind =
  | "case_opened"
  | "report_joined"
  | "case_assigned"
  | "priority_set"
  | "evidence_added"
  | "finding_recorded"
  | "partner_asked"
  | "partner_heard"
  | "hearing_started"
  | "hearing_delivery_noted"
  | "reply_recorded"
  | "hearing_ended"
  | "proposed"
  | "sample_drawn"
  | "sample_judged"
  | "proposal_rejected"
  | "action_decided"
  | "no_action_decided"
  | "stage_released"
  | "bulk_undone"
  | "decision_settled"
  | "self_review_noted"
  | "legal_hold_requested"
  | "legal_hold_confirmed"
  | "legal_hold_released"
  | "case_reopened"
  | "case_closed"
  | "case_purged"
  | "decision_opened"
  | "delivery_noted"
  | "person_informed"
  | "effect_ordered"
  | "measure_applied"
  | "effect_failed"
  | "reversal_ordered"
  | "measure_ended"
  | "measure_reviewed"
  | "emergency_confirmed"
  | "emergency_lapsed"
  | "appealed"
  | "appeal_extended"
  | "appeal_decided"
  | "restoration_started"
  | "step_confirmed"
  | "restored"
  | "decision_undone"
  | "dispute_filed"
  | "dispute_extended"
  | "dispute_declined"
  | "dispute_concluded"
  | "decision_superseded"
  | "decision_reopened"
  | "decision_closed"
  | "decision_purged";

export const happeningNames: WordTable<Readonly<Record<HappeningKind, string>>> = {
  en: {
    case_opened: "case opened",
    report_joined: "another report joined",
    case_assigned: "taken",
    priority_set: "priority set",
    evidence_added: "evidence added",
    finding_recorded: "finding recorded",
    partner_asked: "partner asked",
    partner_heard: "partner answered",
    hearing_started: "person asked",
    hearing_delivery_noted: "question reached the person",
    reply_recorded: "person replied",
    hearing_ended: "hearing ended",
    proposed: "decision proposed",
    sample_drawn: "blind sample drawn",
    sample_judged: "account of the sample judged",
    proposal_rejected: "proposal sent back",
    action_decided: "measures decided",
    no_action_decided: "left alone",
    stage_released: "next stage released",
    bulk_undone: "bulk decision undone",
    decision_settled: "decision came to its end",
    self_review_noted: "own controls reviewed",
    legal_hold_requested: "legal hold asked for",
    legal_hold_confirmed: "legal hold confirmed",
    legal_hold_released: "legal hold released",
    case_reopened: "reopened",
    case_closed: "closed",
    case_purged: "content destroyed",
    decision_opened: "decided",
    delivery_noted: "notice passed on",
    person_informed: "person informed",
    effect_ordered: "asked of the platform",
    measure_applied: "carried out by the platform",
    effect_failed: "the platform could not do it",
    reversal_ordered: "platform asked to take it back",
    measure_ended: "measure ended",
    measure_reviewed: "measure reviewed",
    emergency_confirmed: "emergency confirmed",
    emergency_lapsed: "emergency lifted itself",
    appealed: "appeal came in",
    appeal_extended: "time for the appeal extended",
    appeal_decided: "appeal decided",
    restoration_started: "restoration began",
    step_confirmed: "step of the restoration done",
    restored: "everything given back",
    decision_undone: "undone",
    dispute_filed: "brought before an outside body",
    dispute_extended: "time for the dispute extended",
    dispute_declined: "dispute declined",
    dispute_concluded: "dispute concluded",
    decision_superseded: "replaced by another decision",
    decision_reopened: "reopened",
    decision_closed: "closed",
    decision_purged: "content destroyed",
  },
  "zh-Hans": {
    case_opened: "立案",
    report_joined: "并入新的举报",
    case_assigned: "已承办",
    priority_set: "设定优先级",
    evidence_added: "添加证据",
    finding_recorded: "作出认定",
    partner_asked: "征询合作方",
    partner_heard: "合作方已答复",
    hearing_started: "征询当事人",
    hearing_delivery_noted: "问题已送达当事人",
    reply_recorded: "当事人已陈述",
    hearing_ended: "听取结束",
    proposed: "提议决定",
    sample_drawn: "抽取盲审样本",
    sample_judged: "已盲审一个账号",
    proposal_rejected: "提议被退回",
    action_decided: "决定采取措施",
    no_action_decided: "决定不予处理",
    stage_released: "放行下一批",
    bulk_undone: "撤销批量决定",
    decision_settled: "决定终结",
    self_review_noted: "已自查管控",
    legal_hold_requested: "申请法律保全",
    legal_hold_confirmed: "确认法律保全",
    legal_hold_released: "解除法律保全",
    case_reopened: "重开",
    case_closed: "结案",
    case_purged: "内容已销毁",
    decision_opened: "作出决定",
    delivery_noted: "通知已转达",
    person_informed: "当事人已获知",
    effect_ordered: "请平台执行",
    measure_applied: "平台已执行",
    effect_failed: "平台未能执行",
    reversal_ordered: "请平台撤回",
    measure_ended: "措施结束",
    measure_reviewed: "措施已复查",
    emergency_confirmed: "紧急处置已确认",
    emergency_lapsed: "紧急处置自动解除",
    appealed: "收到申诉",
    appeal_extended: "申诉期限延长",
    appeal_decided: "申诉已裁决",
    restoration_started: "开始恢复",
    step_confirmed: "完成一项恢复",
    restored: "已全部恢复",
    decision_undone: "已撤销",
    dispute_filed: "提交外部机构",
    dispute_extended: "争议期限延长",
    dispute_declined: "拒绝争议",
    dispute_concluded: "争议已有结果",
    decision_superseded: "被另一决定取代",
    decision_reopened: "重开",
    decision_closed: "终结",
    decision_purged: "内容已销毁",
  },
};

/** What a case or a decision has to have done by a time. */
export type DeadlineKind =
  | "first_action"
  | "reply"
  | "legal_hold_review"
  | "purge"
  | "measure_ends"
  | "measure_review"
  | "confirm_emergency"
  | "decide_appeal"
  | "restore"
  | "dispute";

export const deadlineNames: WordTable<Readonly<Record<DeadlineKind, string>>> = {
  en: {
    first_action: "first step",
    reply: "person's reply",
    legal_hold_review: "review of the legal hold",
    purge: "destruction of the content",
    measure_ends: "end of a measure",
    measure_review: "review of a measure",
    confirm_emergency: "confirmation of the emergency",
    decide_appeal: "decision of the appeal",
    restore: "restoration",
    dispute: "answer to the dispute",
  },
  "zh-Hans": {
    first_action: "着手处理",
    reply: "当事人陈述",
    legal_hold_review: "复查法律保全",
    purge: "销毁内容",
    measure_ends: "措施结束",
    measure_review: "措施复查",
    confirm_emergency: "确认紧急处置",
    decide_appeal: "裁决申诉",
    restore: "恢复",
    dispute: "答复争议",
  },
};

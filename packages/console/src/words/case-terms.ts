import type {
  appealOutcomes,
  caseStatuses,
  decisionStatuses,
  effectStates,
  findingRoles,
  grades,
  measureStatuses,
  measureTypes,
  noActionReasons,
  queueNames,
  reopenCauses,
  severityFactors,
} from "@breakwater/contract";
import type { WordTable } from "./languages.ts";

type Names<Keys extends string> = WordTable<Readonly<Record<Keys, string>>>;

export type MeasureType = (typeof measureTypes)[number];
export type FindingRole = (typeof findingRoles)[number];
export type Grade = (typeof grades)[number];
export type QueueName = (typeof queueNames)[number];

/** The closed sets of casework in words, beside those of `terms.ts`. */
export const caseStatusNames: Names<(typeof caseStatuses)[number]> = {
  en: {
    case_open: "nobody has taken it",
    investigating: "being investigated",
    waiting_partner: "waiting for a partner",
    hearing: "hearing",
    proposed: "proposed, waits for a second person",
    decided_action: "decided: measures",
    decided_no_action: "decided: left alone",
    closed: "closed",
    purged: "content destroyed",
  },
  "zh-Hans": {
    case_open: "待承办",
    investigating: "调查中",
    waiting_partner: "等待合作方",
    hearing: "听取陈述中",
    proposed: "已提议，待第二人审批",
    decided_action: "已决定：采取措施",
    decided_no_action: "已决定：不予处理",
    closed: "已结案",
    purged: "内容已销毁",
  },
};

export const decisionStatusNames: Names<(typeof decisionStatuses)[number]> = {
  en: {
    decided_action: "decided, not in force yet",
    in_force: "in force",
    decided_no_action: "left alone",
    appealed: "appealed",
    appeal_upheld: "upheld on appeal",
    restoring: "being given back",
    restored: "everything given back",
    external_dispute: "before an outside body",
    implemented: "outcome of the dispute carried out",
    not_implemented: "outcome of the dispute not carried out",
    reopened: "reopened",
    closed: "closed",
    purged: "content destroyed",
  },
  "zh-Hans": {
    decided_action: "已决定，尚未生效",
    in_force: "生效中",
    decided_no_action: "不予处理",
    appealed: "申诉中",
    appeal_upheld: "申诉后维持",
    restoring: "恢复中",
    restored: "已全部恢复",
    external_dispute: "外部机构处理中",
    implemented: "争议结果已执行",
    not_implemented: "争议结果未执行",
    reopened: "已重开",
    closed: "已终结",
    purged: "内容已销毁",
  },
};

/** Each with its rung of the ladder. */
export const measureNames: Names<MeasureType> = {
  en: {
    nudge: "L0 nudge",
    warning: "L1 warning",
    label: "L2 label",
    correct_counts: "L3 correction of counts",
    restrict_interaction: "L4 restriction of interaction",
    disable_item: "L5 switching an item off",
    remove_item: "L5 removal of an item",
    hold_payout: "L6 holding of payouts",
    end_monetisation: "L6 end of monetisation",
    mute: "L7 mute",
    suspend: "L8 suspension",
    terminate: "L9 termination",
    register: "L10 block register",
  },
  "zh-Hans": {
    nudge: "L0 提醒",
    warning: "L1 警示",
    label: "L2 标签",
    correct_counts: "L3 更正计数",
    restrict_interaction: "L4 限制互动",
    disable_item: "L5 停用内容",
    remove_item: "L5 移除内容",
    hold_payout: "L6 暂缓支付",
    end_monetisation: "L6 终止收益",
    mute: "L7 禁言",
    suspend: "L8 暂停账号",
    terminate: "L9 终止账号",
    register: "L10 限制登记",
  },
};

export const measureStatusNames: Names<(typeof measureStatuses)[number]> = {
  en: {
    planned: "waits until the person was told",
    applying: "asked of the platform",
    active: "in effect",
    failed: "the platform could not do it",
    reversing: "being taken back",
    expired: "ended by itself",
    reversed: "taken back",
  },
  "zh-Hans": {
    planned: "待告知当事人",
    applying: "已请平台执行",
    active: "生效中",
    failed: "平台未能执行",
    reversing: "撤回中",
    expired: "到期自动结束",
    reversed: "已撤回",
  },
};

export const findingRoleNames: Names<FindingRole> = {
  en: {
    bystander: "bystander",
    amplifier_unpaid: "amplifier, unpaid",
    amplifier_paid_or_automated: "amplifier, paid or automated",
    operator: "operator",
    organiser: "organiser",
    funder: "funder",
    unknown: "unknown",
  },
  "zh-Hans": {
    bystander: "旁观者",
    amplifier_unpaid: "无偿扩散者",
    amplifier_paid_or_automated: "有偿或自动扩散者",
    operator: "操控者",
    organiser: "组织者",
    funder: "出资者",
    unknown: "不明",
  },
};

export const gradeNames: Names<Grade> = {
  en: { minor: "minor", moderate: "moderate", serious: "serious", critical: "critical" },
  "zh-Hans": { minor: "轻微", moderate: "中等", serious: "严重", critical: "极其严重" },
};

export const severityNames: Names<(typeof severityFactors)[number]> = {
  en: {
    harm_to_persons: "harm to persons",
    deception: "deception",
    scale: "scale",
    persistence: "went on after a decision",
    vulnerable_target: "vulnerable target",
    commercial_benefit: "commercial benefit",
  },
  "zh-Hans": {
    harm_to_persons: "对人的伤害",
    deception: "欺骗",
    scale: "规模",
    persistence: "处理后仍继续",
    vulnerable_target: "对象易受伤害",
    commercial_benefit: "商业利益",
  },
};

export const noActionNames: Names<(typeof noActionReasons)[number]> = {
  en: {
    authentic_coordination: "Authentic: people acting together in the open",
    no_violation: "No rule was broken",
    insufficient_evidence: "Too little evidence",
    opinion: "An opinion, which cannot be false",
    corrected_by_author: "The author corrected it",
    already_decided: "Decided before",
  },
  "zh-Hans": {
    authentic_coordination: "真实协同：众人公开的共同行动",
    no_violation: "未违反规则",
    insufficient_evidence: "证据不足",
    opinion: "属于意见，无真伪可言",
    corrected_by_author: "作者已自行更正",
    already_decided: "此前已有决定",
  },
};

export const appealOutcomeNames: Names<(typeof appealOutcomes)[number]> = {
  en: {
    upheld: "upheld: the decision stands",
    partially_reversed: "reversed in part",
    reversed: "reversed: everything is given back",
    omitted: "not decided on its merits",
  },
  "zh-Hans": {
    upheld: "维持原决定",
    partially_reversed: "部分撤销",
    reversed: "撤销：全部恢复",
    omitted: "未作实体裁决",
  },
};

export const reopenCauseNames: Names<(typeof reopenCauses)[number]> = {
  en: {
    new_evidence: "New evidence",
    court_order: "Order of a court",
    appeal: "Appeal",
    audit: "Audit",
    next_batch: "Next batch of accounts",
  },
  "zh-Hans": {
    new_evidence: "有新证据",
    court_order: "法院命令",
    appeal: "申诉",
    audit: "审计",
    next_batch: "下一批账号",
  },
};

export const effectStateNames: Names<(typeof effectStates)[number]> = {
  en: { asked: "asked", confirmed: "confirmed", failed: "failed" },
  "zh-Hans": { asked: "已请求", confirmed: "已确认", failed: "失败" },
};

export const queueTitles: Names<QueueName> = {
  en: {
    overdue: "Overdue",
    triage: "Triage",
    assignment: "Assignment",
    investigation: "Investigation",
    hearing: "Hearings",
    approval: "Approval",
    blind_sample: "Blind samples",
    appeal: "Appeals",
    restoration: "Restoration",
    dispute: "Disputes",
    emergency: "Emergencies",
    contested_hold: "Contested holds",
    failed_effect: "Failed effects",
    measure_review: "Reviews of measures",
    authority: "Authorities",
    self_review: "Self-reviews",
    unmasking: "Unmasking",
    victim: "Victims",
    correction: "Corrections asked for",
    second_opinion: "Second opinions",
    quality: "Quality",
  },
  "zh-Hans": {
    overdue: "已逾期",
    triage: "初筛",
    assignment: "待承办",
    investigation: "调查",
    hearing: "听取陈述",
    approval: "审批",
    blind_sample: "盲审样本",
    appeal: "申诉",
    restoration: "恢复",
    dispute: "外部争议",
    emergency: "紧急处置",
    contested_hold: "有异议的暂缓",
    failed_effect: "未能执行",
    measure_review: "措施复查",
    authority: "机关请求",
    self_review: "自查",
    unmasking: "揭示假名",
    victim: "受害人",
    correction: "更正请求",
    second_opinion: "征询意见",
    quality: "质量抽查",
  },
};

/** Kinds of evidence that the console offers; a case may hold others, by names of their own. */
export const evidenceKinds = ["actions", "post", "screenshot", "report", "payment_offer", "brief"] as const;
export const evidenceKindNames: Names<(typeof evidenceKinds)[number]> = {
  en: {
    actions: "list of actions",
    post: "post",
    screenshot: "screenshot",
    report: "report",
    payment_offer: "offer of payment",
    brief: "brief or contract",
  },
  "zh-Hans": {
    actions: "行为清单",
    post: "帖子",
    screenshot: "截图",
    report: "举报",
    payment_offer: "付款报价",
    brief: "任务书或合同",
  },
};

import type { StaffRole } from "@breakwater/contract";
import type { WordTable } from "./languages.ts";

type Party = "detector" | "system" | "reporter" | "trusted_flagger" | "subject" | "victim";

/** In which part somebody or something acts, beside the roles of the operator's people. */
export const partyNames: WordTable<Readonly<Record<Party, string>>> = {
  en: {
    detector: "detector",
    system: "the service itself",
    reporter: "reporter",
    trusted_flagger: "trusted flagger",
    subject: "person concerned",
    victim: "victim",
  },
  "zh-Hans": {
    detector: "检测器",
    system: "系统",
    reporter: "举报人",
    trusted_flagger: "可信举报人",
    subject: "当事人",
    victim: "受害人",
  },
};

/** The roles that people of the operator hold. */
export const roleNames: WordTable<Readonly<Record<StaffRole, string>>> = {
  en: {
    triage: "triage",
    analyst: "analyst",
    approver: "approver",
    senior: "senior approver",
    appeal_reviewer: "appeal reviewer",
    editor: "editor",
    liaison: "liaison",
    legal: "legal",
    victim_support: "victim support",
    auditor: "auditor",
    admin: "administrator",
  },
  "zh-Hans": {
    triage: "初筛",
    analyst: "分析",
    approver: "审批",
    senior: "资深审批",
    appeal_reviewer: "申诉复核",
    editor: "编辑",
    liaison: "联络",
    legal: "法务",
    victim_support: "受害人支持",
    auditor: "审计",
    admin: "管理员",
  },
};

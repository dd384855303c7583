import { findingRoles, type FindingRole } from "../ladder/finding-roles.ts";
import { grades, type Grade } from "../ladder/grades.ts";

/** What the findings add to the facts of a statement by themselves, so that nobody can leave it out or put it otherwise. */
export type FoundFacts = {
  readonly role: FindingRole;
  readonly grade: Grade;
  readonly evidence: number;
  /** How many of them show this account alone. */
  readonly own: number;
};

type Language = "en" | "zh-Hans";

const roleWords: Readonly<Record<FindingRole, string>> = {
  bystander: "旁观者",
  amplifier_unpaid: "无偿扩散者",
  amplifier_paid_or_automated: "有偿或自动扩散者",
  operator: "操控者",
  organiser: "组织者",
  funder: "出资者",
  unknown: "不明",
};

const gradeWords: Readonly<Record<Grade, string>> = {
  minor: "轻微",
  moderate: "中等",
  serious: "严重",
  critical: "极其严重",
};

const added = /\n\nFound: role ([a-z ]+), gravity ([a-z]+); evidence (\d+), of which (\d+) about this account alone\.$/;

/** The facts as they go into a statement: what somebody wrote, and what was found, in English, which is what databases are told. */
export function composeFacts(written: string, found: FoundFacts | undefined): string {
  return found === undefined ? written : `${written}\n\n${tellFound(found, "en")}`;
}

/** The facts of a statement for whoever reads that language: what was found is put into it, what somebody wrote stays as it is. */
export function tellFacts(facts: string, language: Language): string {
  const match = added.exec(facts);
  if (match === null) return facts;
  const [tail, role, grade, evidence, own] = match;
  const found = {
    role: findingRoles.find((one) => toEnglish(one) === role),
    grade: grades.find((one) => one === grade),
    evidence: Number(evidence),
    own: Number(own),
  };
  if (found.role === undefined || found.grade === undefined) return facts;
  return `${facts.slice(0, -tail.length)}\n\n${tellFound({ ...found, role: found.role, grade: found.grade }, language)}`;
}

function tellFound({ role, grade, evidence, own }: FoundFacts, language: Language): string {
  if (language === "zh-Hans") {
    return `认定：角色为${roleWords[role]}，程度${gradeWords[grade]}；证据 ${evidence} 件，其中 ${own} 件仅涉及本账号。`;
  }
  return `Found: role ${toEnglish(role)}, gravity ${grade}; evidence ${evidence}, of which ${own} about this account alone.`;
}

function toEnglish(role: FindingRole): string {
  return role.replaceAll("_", " ");
}

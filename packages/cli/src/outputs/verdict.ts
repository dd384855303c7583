import { formatVerifierKey, type AuditReport, type BundleReport, type ProvenEntry } from "@breakwater/ledger/verifier";
import type { JudgedTimestamp } from "@breakwater/server/ledger";
import { say } from "../words/catalogue.ts";
import { stampFaultWords } from "../words/ledger-words.ts";
import { toPhrase, type Lang, type Phrase } from "../words/phrase.ts";
import { toMoment } from "../words/values.ts";

export type JudgedStamp = {
  readonly size: number;
  /** Whether the root is one that the reader gave, not the bundle's own. */
  readonly isRootTrusted: boolean;
  readonly judged: JudgedTimestamp;
};

type Verdict = { readonly proven: readonly Phrase[]; readonly unproven: readonly Phrase[] };

/** What a verified bundle proves, and as plainly what it does not. */
export function renderVerdict(
  path: string,
  report: BundleReport,
  { stamps, lang }: { readonly stamps: readonly JudgedStamp[]; readonly lang: Lang },
): string {
  const newest = Math.max(-1, ...report.entries.map(({ entry }) => entry.sequence));
  const { proven, unproven } = toVerdict(report, { n: report.entries.length, newest, stamps });
  const lines = [
    say("verified", { path }),
    ...report.entries.map(describeEntry),
    say("proven"),
    ...proven.map(indent),
    say("not_proven"),
    ...unproven.map(indent),
    indent(say("unproven_complete")),
  ];
  return `${lines.map((line) => line[lang]).join("\n")}\n`;
}

/** What a whole log proves: the same, of all of its entries. */
export function renderAudit(path: string, report: AuditReport, lang: Lang): string {
  const { size } = report.checkpoint;
  const { proven, unproven } = toVerdict(report, { n: size, newest: size - 1, stamps: [] });
  const lines = [
    say("verified", { path }),
    say("proven"),
    ...proven.map(indent),
    say("not_proven"),
    ...unproven.map(indent),
    indent(say("unproven_logged")),
  ];
  return `${lines.map((line) => line[lang]).join("\n")}\n`;
}

export function toAuditJson(report: AuditReport): string {
  return `${JSON.stringify(toJson(report), null, 1)}\n`;
}

function toJson({ checkpoint, keys, isKeyTrusted, fixedBelow }: AuditReport): object {
  return {
    outcome: "verified",
    origin: checkpoint.origin,
    size: checkpoint.size,
    root: Buffer.from(checkpoint.root).toString("base64"),
    keys: keys.map(({ key, from }) => ({ key: formatVerifierKey(key), from })),
    isKeyTrusted,
    fixedBelow,
  };
}

export function toVerdictJson(report: BundleReport, stamps: readonly JudgedStamp[]): string {
  const { entries, older } = report;
  const verdict = {
    ...toJson(report),
    older: older.map(({ size }) => size),
    entries: entries.map(({ entry, payload }) => {
      const { commitment: _, ...facts } = entry;
      return { ...facts, payload };
    }),
    timestamps: stamps.map(({ size, isRootTrusted, judged }) => ({ size, isRootTrusted, ...judged })),
  };
  return `${JSON.stringify(verdict, null, 1)}\n`;
}

type Scope = {
  /** How many entries were proven, and the sequence of the newest; -1 without any. */
  readonly n: number;
  readonly newest: number;
  readonly stamps: readonly JudgedStamp[];
};

function toVerdict(report: AuditReport, { n, newest, stamps }: Scope): Verdict {
  const { checkpoint, keys, isKeyTrusted, fixedBelow } = report;
  const key = toPhrase(keys.map((period) => formatVerifierKey(period.key)).join(" → "));
  const proven = [
    say("proven_log", { n, origin: checkpoint.origin, size: checkpoint.size }),
    ...(keys.length > 1 ? [say("proven_rotations", { n: keys.length - 1 })] : []),
    ...(isKeyTrusted ? [say("proven_key")] : []),
    ...(fixedBelow > 0 ? [say("proven_fixed", { size: fixedBelow })] : []),
    ...stamps.flatMap(describeStamp),
  ];
  const unproven = [
    ...(isKeyTrusted ? [] : [say("unproven_key", { key })]),
    ...(fixedBelow === 0 ? [say("unproven_all")] : []),
    ...(fixedBelow > 0 && newest >= fixedBelow ? [say("unproven_above", { size: fixedBelow })] : []),
    ...stamps.flatMap(doubtStamp),
    say("unproven_truth"),
  ];
  return { proven, unproven };
}

function describeEntry({ entry, payload }: ProvenEntry): Phrase {
  const what = [entry.type, entry.rule, entry.level === undefined ? undefined : `L${entry.level}`, entry.role];
  const line = say("proven_entry", {
    sequence: String(entry.sequence),
    at: toMoment(entry.at),
    what: what.filter((word) => word !== undefined).join(" "),
    payload: say(`payload_${payload}`),
  });
  return indent(line);
}

function describeStamp({ size, judged }: JudgedStamp): readonly Phrase[] {
  if (!judged.ok) return [];
  const { at, expiredSince, authority } = judged;
  const expired = expiredSince === null ? toPhrase("") : say("stamp_expired", { at: toMoment(expiredSince) });
  return [say("proven_stamp", { size, at: toMoment(at), authority, expired })];
}

function doubtStamp({ size, isRootTrusted, judged }: JudgedStamp): readonly Phrase[] {
  if (!judged.ok) return [say("unproven_stamp", { size, why: stampFaultWords[judged.fault] })];
  return isRootTrusted ? [] : [say("unproven_stamp_root", { authority: judged.authority })];
}

function indent(phrase: Phrase): Phrase {
  return { en: `  ${phrase.en}`, zh: `  ${phrase.zh}` };
}

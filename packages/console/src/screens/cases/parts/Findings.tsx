import { defaultSettings } from "@breakwater/casework";
import { listCaseFindings, type findingView } from "@breakwater/contract";
import type { z } from "zod";
import { usePages } from "../../../api/queries.ts";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { MoreButton } from "../../../ui/MoreButton.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { Tag, Tags } from "../../../ui/Tag.tsx";
import { Deadline, Moment } from "../../../ui/Time.tsx";
import { findingRoleNames, gradeNames, severityNames } from "../../../words/case-terms.ts";
import { nameOf } from "../../../words/terms.ts";
import type { Case } from "../CaseFile.tsx";
import { caseWords } from "../words/table.ts";
import { Quoted } from "./Quoted.tsx";

export type Finding = z.infer<typeof findingView>;

const openMax = 3;

/** What is held about each account by itself, and what its person said to it. */
export function Findings({ file }: { readonly file: Case }) {
  const words = useWords(caseWords);
  const format = useFormat();
  const isShort = file.accounts <= file.findings.length;
  const isHidden = file.hidden.some(({ what }) => what === "findings");
  const pages = usePages(listCaseFindings, { params: { id: file.id } }, { isWanted: !isShort && !isHidden });
  const findings = isShort ? file.findings : pages.items;
  return (
    <Sheet title={words.findings} aside={<span className="quiet">{format.number(file.accounts)}</span>}>
      {isHidden && <p className="quiet">{words.keptBack}</p>}
      {!isHidden && file.accounts === 0 && <p className="quiet">{words.noFinding}</p>}
      {pages.error !== null && <Failed what={words.findings} error={pages.error} onRetry={pages.reload} />}
      {findings.length > 0 && (
        <ul className="findings">
          {findings.map((finding) => (
            <li key={finding.account}>
              <FindingEntry finding={finding} isOpen={findings.length <= openMax} />
            </li>
          ))}
        </ul>
      )}
      {!isShort && <MoreButton pages={pages} />}
    </Sheet>
  );
}

export function FindingEntry({ finding, isOpen }: { readonly finding: Finding; readonly isOpen: boolean }) {
  const words = useWords(caseWords);
  const format = useFormat();
  const roles = useWords(findingRoleNames);
  const grades = useWords(gradeNames);
  const factors = useWords(severityNames);
  const weighing = Object.entries(finding.severity).filter(([, { weight }]) => weight > 0);
  return (
    <details className="finding" open={isOpen}>
      <summary>
        <span className="id">{finding.account}</span>
        <Tags>
          <Tag>{roles[finding.role]}</Tag>
          <Tag tone={finding.grade === "critical" || finding.grade === "serious" ? "warn" : "plain"}>
            {grades[finding.grade]}
          </Tag>
          <Tag>{words.upTo(finding.levelMax)}</Tag>
          <HearingTag finding={finding} />
        </Tags>
      </summary>
      <Quoted>{finding.allegation}</Quoted>
      <p className={finding.ownEvidence === 0 ? "finding-lacks small" : "quiet small"}>
        {finding.ownEvidence === 0
          ? words.onlyShared
          : words.ownEvidence(
              format.number(finding.evidence.length),
              format.number(finding.ownEvidence),
              finding.evidence.length,
            )}
      </p>
      {weighing.length > 0 && (
        <ul className="finding-factors small">
          {weighing.map(([factor, { weight, reason }]) => (
            <li key={factor}>
              <strong>{nameOf(factors, factor)}</strong> {words.weights[weight === 2 ? 2 : 1]}: {reason}
            </li>
          ))}
        </ul>
      )}
      {finding.hearing?.reply != null && (
        <>
          <p className="quiet small">{words.reply}</p>
          <Quoted>{finding.hearing.reply}</Quoted>
        </>
      )}
      {finding.strikes.length > 0 && (
        <p className="small">
          {words.strikes(format.number(finding.strikes.length), finding.strikes.length)}:{" "}
          {format.list(finding.strikes.map(({ level, until }) => words.strike(level, format.date(until))))}
        </p>
      )}
    </details>
  );
}

function HearingTag({ finding: { hearing } }: { readonly finding: Finding }) {
  const words = useWords(caseWords);
  if (hearing === null) return <Tag>{words.hearings.none}</Tag>;
  if (hearing.endedAt === null) {
    return hearing.dueAt === null ? (
      <Tag tone="act">{words.hearings.sent}</Tag>
    ) : (
      <>
        <Tag tone="act">{words.hearings.open}</Tag>
        <Deadline at={hearing.dueAt} spanMs={defaultSettings.replyMs} />
      </>
    );
  }
  if (!hearing.isCurrent) return <Tag tone="warn">{words.hearings.old}</Tag>;
  return (
    <Tag tone="good">
      {hearing.reply === null ? words.hearings.silent : words.hearings.replied} <Moment at={hearing.endedAt} />
    </Tag>
  );
}

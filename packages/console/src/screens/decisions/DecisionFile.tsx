import { defaultSettings } from "@breakwater/casework";
import { getDecision, type decisionView } from "@breakwater/contract";
import type { ReactNode } from "react";
import type { z } from "zod";
import { useRoute } from "../../api/queries.ts";
import { useWords } from "../../app/context.tsx";
import { useReading } from "../../app/use-reading.ts";
import { Awaited } from "../../ui/Awaited.tsx";
import { Course } from "../../ui/Course.tsx";
import { PageHead } from "../../ui/Page.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { Tag, Tags } from "../../ui/Tag.tsx";
import { Deadline } from "../../ui/Time.tsx";
import { decisionStatusNames, findingRoleNames, gradeNames, noActionNames } from "../../words/case-terms.ts";
import { toShortId } from "../../words/short-id.ts";
import { PublicStatement } from "../cases/parts/PublicStatement.tsx";
import { Quoted } from "../cases/parts/Quoted.tsx";
import { DecisionCommands } from "./commands/DecisionCommands.tsx";
import { Appeals } from "./parts/Appeals.tsx";
import { DecisionStanding } from "./parts/DecisionStanding.tsx";
import { Measures } from "./parts/Measures.tsx";
import { RestorationSheet } from "./parts/RestorationSheet.tsx";
import { decisionWords } from "./words/table.ts";
import "../cases/cases.css";

export type Decision = z.infer<typeof decisionView>;

/** One decision about one account: what it did, what was said to it, and how far it was taken back. */
export function DecisionFile({
  id,
  above,
}: {
  readonly id: string;
  /** Given the case that it belongs to, once that is known. */
  readonly above: (caseId: string | null) => ReactNode;
}) {
  const words = useWords(decisionWords);
  const reading = useRoute(getDecision, { params: { id } });
  const { data: file } = reading;
  useReading(file !== undefined);
  return (
    <div className="page">
      <PageHead title={words.decisionTitle(file?.account ?? toShortId(id))} above={above(file?.case ?? null)}>
        {file !== undefined && <Head file={file} />}
      </PageHead>
      <Awaited what={words.theDecision} reading={reading} />
      {file !== undefined && (
        <div className="columns">
          <div className="stack">
            {file.hidden.map(({ what, why }) => (
              <p key={what} className="case-hidden">
                {why}
              </p>
            ))}
            <Appeals file={file} />
            {file.restoration !== null && <RestorationSheet file={file} restoration={file.restoration} />}
            <Measures file={file} />
            <What file={file} />
            <Sheet title={words.course}>
              <Course history={file.history} />
            </Sheet>
          </div>
          <div className="stack">
            <DecisionCommands file={file} />
            <DecisionStanding file={file} />
          </div>
        </div>
      )}
    </div>
  );
}

function Head({ file }: { readonly file: Decision }) {
  const words = useWords(decisionWords);
  const statuses = useWords(decisionStatusNames);
  return (
    <Tags>
      <Tag tone="act">{statuses[file.status]}</Tag>
      {file.appealOpen && <Tag tone="warn">{words.appealOpen}</Tag>}
      {file.bulk && <Tag>{words.ofBulk}</Tag>}
      {file.sensitive && <Tag tone="warn">{words.sensitive}</Tag>}
      {file.dueAt !== null && <Deadline at={file.dueAt} spanMs={defaultSettings.appealDecisionMs} />}
    </Tags>
  );
}

function What({ file }: { readonly file: Decision }) {
  const words = useWords(decisionWords);
  const roles = useWords(findingRoleNames);
  const grades = useWords(gradeNames);
  const reasons = useWords(noActionNames);
  return (
    <Sheet title={words.statement}>
      {file.reason !== null && <p>{reasons[file.reason]}</p>}
      {file.allegation !== "" && (
        <>
          <p>
            <Tags>
              {file.role !== null && <Tag>{roles[file.role]}</Tag>}
              {file.grade !== null && <Tag>{grades[file.grade]}</Tag>}
            </Tags>
          </p>
          <Quoted>{file.allegation}</Quoted>
        </>
      )}
      {file.hearingSkipped !== null && (
        <p>
          <strong>{words.notHeard}</strong> {file.hearingSkipped}
        </p>
      )}
      {file.statement === null ? (
        <p className="quiet">{words.noStatement}</p>
      ) : (
        <PublicStatement fields={file.statement} />
      )}
    </Sheet>
  );
}

import { getCase, type caseView } from "@breakwater/contract";
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
import { caseStatusNames } from "../../words/case-terms.ts";
import { toShortId } from "../../words/short-id.ts";
import { caseTypeNames } from "../../words/terms.ts";
import { CaseCommands } from "./commands/CaseCommands.tsx";
import { BlindSample } from "./parts/BlindSample.tsx";
import { Clocks } from "./parts/Clocks.tsx";
import { DecisionsOf } from "./parts/DecisionsOf.tsx";
import { EvidenceSheet } from "./parts/EvidenceSheet.tsx";
import { Findings } from "./parts/Findings.tsx";
import { Origin } from "./parts/Origin.tsx";
import { Precedents } from "./parts/Precedents.tsx";
import { ProposalSheet } from "./parts/ProposalSheet.tsx";
import { SecondOpinions } from "./parts/SecondOpinions.tsx";
import { Standing } from "./parts/Standing.tsx";
import { caseWords } from "./words/table.ts";
import "./cases.css";

export type Case = z.infer<typeof caseView>;

/** All that is held about one question, and what can be done about it. */
export function CaseFile({ id, above }: { readonly id: string; readonly above: ReactNode }) {
  const words = useWords(caseWords);
  const reading = useRoute(getCase, { params: { id } });
  const { data: file } = reading;
  useReading(file !== undefined);
  return (
    <div className="page">
      <PageHead title={words.caseTitle(toShortId(id))} above={above}>
        {file !== undefined && <Head file={file} />}
      </PageHead>
      <Awaited what={words.theCase} reading={reading} />
      {file !== undefined && (
        <div className="columns">
          <div className="stack">
            {file.hidden.map(({ what, why }) => (
              <p key={what} className="case-hidden">
                {why}
              </p>
            ))}
            {file.toJudge.length > 0 && <BlindSample file={file} />}
            {file.proposal !== null && <ProposalSheet file={file} proposal={file.proposal} />}
            <Findings file={file} />
            <DecisionsOf file={file} />
            <EvidenceSheet file={file} />
            <Origin file={file} />
            <SecondOpinions file={file} />
            <Sheet title={words.course}>
              <Course history={file.history} />
            </Sheet>
          </div>
          <div className="stack">
            <CaseCommands file={file} />
            <Standing file={file} />
            <Precedents file={file} />
          </div>
        </div>
      )}
    </div>
  );
}

function Head({ file }: { readonly file: Case }) {
  const words = useWords(caseWords);
  const statuses = useWords(caseStatusNames);
  const types = useWords(caseTypeNames);
  return (
    <Tags>
      <Tag tone={file.priority === "P0" || file.priority === "P1" ? "bad" : "plain"}>{file.priority}</Tag>
      <Tag>{types[file.caseType]}</Tag>
      <Tag tone="act">{statuses[file.status]}</Tag>
      {file.sensitive && <Tag tone="warn">{words.sensitive}</Tag>}
      <Clocks clocks={file.clocks} dueAt={file.dueAt} priority={file.priority} />
    </Tags>
  );
}

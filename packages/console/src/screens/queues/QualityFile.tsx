import { findingRoles, getQualitySample, grades, judgeQualitySample } from "@breakwater/contract";
import { useState, type ReactNode } from "react";
import { useCommand, useRoute } from "../../api/queries.ts";
import type { AnswerOf } from "../../api/route-types.ts";
import { useWords } from "../../app/context.tsx";
import { useReading } from "../../app/use-reading.ts";
import { Awaited } from "../../ui/Awaited.tsx";
import { Button } from "../../ui/Button.tsx";
import { CommandFailed } from "../../ui/CommandDialog.tsx";
import { Choice } from "../../ui/Field.tsx";
import { LongField } from "../../ui/LongField.tsx";
import { PageHead } from "../../ui/Page.tsx";
import { Facts, Sheet } from "../../ui/Sheet.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { onSendKeys } from "../../ui/on-send-keys.ts";
import { Moment } from "../../ui/Time.tsx";
import { useToast } from "../../ui/Toasts.tsx";
import { partWords } from "../../ui/words.ts";
import { findingRoleNames, gradeNames, type FindingRole, type Grade } from "../../words/case-terms.ts";
import { EvidenceList } from "../cases/parts/EvidenceList.tsx";
import { Quoted } from "../cases/parts/Quoted.tsx";
import { useJob } from "./job-context.tsx";
import { queueWords } from "./words/table.ts";

type Sample = AnswerOf<typeof getQualitySample>;

/** A decision judged again by the evidence alone. */
export function QualityFile({ id, above }: { readonly id: string; readonly above: ReactNode }) {
  const words = useWords(queueWords);
  const reading = useRoute(getQualitySample, { params: { id } });
  const { data: sample } = reading;
  useReading(sample !== undefined);
  return (
    <div className="page">
      <PageHead title={words.quality} above={above}>
        <p className="page-lead">{words.qualityHint}</p>
      </PageHead>
      <Awaited what={words.theSample} reading={reading} />
      {sample !== undefined && (
        <div className="columns">
          <div className="stack">
            <Sheet title={words.evidence}>
              {sample.evidence.length === 0 ? (
                <p className="quiet">{words.noEvidence}</p>
              ) : (
                <EvidenceList items={sample.evidence} />
              )}
            </Sheet>
            <Sheet title={words.reply}>
              {sample.reply === null ? <p className="quiet">{words.noReply}</p> : <Quoted>{sample.reply}</Quoted>}
            </Sheet>
          </div>
          <div className="stack">
            <Facts
              facts={[
                [
                  words.account,
                  <span className="id" key="account">
                    {sample.account}
                  </span>,
                ],
                [words.drawn, <Moment at={sample.drawnAt} key="drawn" />],
              ]}
            />
            {sample.judged === null ? <Judge id={id} /> : <Judged judged={sample.judged} />}
          </div>
        </div>
      )}
    </div>
  );
}

function Judge({ id }: { readonly id: string }) {
  const words = useWords(queueWords);
  const parts = useWords(partWords);
  const roles = useWords(findingRoleNames);
  const gradeWords = useWords(gradeNames);
  const tell = useToast();
  const job = useJob();
  const command = useCommand(judgeQualitySample);
  const [role, setRole] = useState<FindingRole>("unknown");
  const [grade, setGrade] = useState<Grade>("minor");
  const [reason, setReason] = useState("");
  const isReady = reason.trim() !== "" && !command.isRunning;
  const judge = async (after: () => void): Promise<void> => {
    if (!isReady) return;
    await command.run({ params: { id }, body: { role, grade, reason } }).then(
      () => {
        tell(words.judged);
        after();
      },
      () => undefined,
    );
  };
  return (
    <Sheet title={words.judge}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void judge(() => undefined);
        }}
        onKeyDown={onSendKeys(() => void judge(job?.next ?? (() => undefined)))}
      >
        <Choice
          label={words.role}
          value={role}
          options={findingRoles.map((one) => [one, roles[one]])}
          onChange={setRole}
        />
        <Choice
          label={words.grade}
          value={grade}
          options={grades.map((one) => [one, gradeWords[one]])}
          onChange={setGrade}
        />
        <LongField label={words.reason} value={reason} onChange={setReason} />
        <CommandFailed error={command.error} />
        <Button type="submit" look="main" aria-disabled={!isReady} busy={command.isRunning ? parts.working : null}>
          {words.judge}
        </Button>
        {job !== null && (
          <Button aria-disabled={!isReady} onClick={() => void judge(job.next)}>
            {words.judgeAndNext} <kbd aria-hidden="true">Ctrl ↵</kbd>
          </Button>
        )}
      </form>
    </Sheet>
  );
}

function Judged({ judged }: { readonly judged: NonNullable<Sample["judged"]> }) {
  const words = useWords(queueWords);
  const roles = useWords(findingRoleNames);
  const grades = useWords(gradeNames);
  return (
    <Sheet title={words.judge}>
      <p>
        <Tag tone={judged.agrees ? "good" : "warn"}>{judged.agrees ? words.agrees : words.differs}</Tag>
      </p>
      <Facts
        facts={[
          [words.youFound, `${roles[judged.role]}, ${grades[judged.grade]}`],
          [words.wasDecided, `${roles[judged.decided.role]}, ${grades[judged.decided.grade]}`],
        ]}
      />
    </Sheet>
  );
}

import { answerSecondOpinion, askSecondOpinion, listSecondOpinions, type secondOpinion } from "@breakwater/contract";
import { useState } from "react";
import type { z } from "zod";
import { useColleagues } from "../../../api/colleagues.ts";
import { useCommand, useRoute } from "../../../api/queries.ts";
import { useConsole, useWords } from "../../../app/context.tsx";
import { Button } from "../../../ui/Button.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { Choice } from "../../../ui/Field.tsx";
import { LongField } from "../../../ui/LongField.tsx";
import { Person } from "../../../ui/Person.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { Ago } from "../../../ui/Time.tsx";
import { useToast } from "../../../ui/Toasts.tsx";
import { useJob } from "../../queues/job-context.tsx";
import type { Case } from "../CaseFile.tsx";
import { caseWords } from "../words/table.ts";

type Opinion = z.infer<typeof secondOpinion>;

const askers: readonly string[] = ["analyst", "approver", "senior"];

/** What colleagues were asked about a case, and what they said. */
export function SecondOpinions({ file }: { readonly file: Case }) {
  const words = useWords(caseWords);
  const { me } = useConsole();
  const [isAsking, setAsking] = useState(false);
  const [answering, setAnswering] = useState<Opinion | null>(null);
  const { data, error, refetch } = useRoute(listSecondOpinions, { params: { id: file.id } });
  const mayAsk = me.roles.some((role) => askers.includes(role));
  return (
    <Sheet title={words.opinions}>
      {error !== null && data === undefined && (
        <Failed what={words.opinions} error={error} onRetry={() => void refetch()} />
      )}
      {data?.items.length === 0 && <p className="quiet small">{words.noOpinion}</p>}
      <ul className="case-lines">
        {data?.items.map((opinion) => (
          <li key={opinion.id}>
            <span dir="auto">{opinion.question}</span>
            <span className="quiet small">
              <Person id={opinion.askedBy} /> · <Ago at={opinion.askedAt} />
            </span>
            {opinion.answer === null ? (
              opinion.askedBy !== me.id &&
              (opinion.of === null || opinion.of === me.id) &&
              mayAsk && <Button onClick={() => setAnswering(opinion)}>{words.answerOpinion}</Button>
            ) : (
              <span className="course-note" dir="auto">
                <Person id={opinion.answeredBy} />: {opinion.answer}
              </span>
            )}
          </li>
        ))}
      </ul>
      {mayAsk ? (
        <p>
          <Button onClick={() => setAsking(true)}>{words.askOpinion}</Button>
        </p>
      ) : (
        <p className="quiet small">{words.opinionRoles}</p>
      )}
      {isAsking && <AskDialog file={file} onClose={() => setAsking(false)} />}
      {answering !== null && <AnswerDialog opinion={answering} onClose={() => setAnswering(null)} />}
    </Sheet>
  );
}

function AskDialog({ file, onClose }: { readonly file: Case; readonly onClose: () => void }) {
  const words = useWords(caseWords);
  const tell = useToast();
  const { me } = useConsole();
  const command = useCommand(askSecondOpinion);
  const [question, setQuestion] = useState("");
  const [of, setOf] = useState("any");
  const colleagues = [...useColleagues().values()].filter(
    ({ id, roles, away }) => id !== me.id && !away && roles.some((role) => askers.includes(role)),
  );
  const run = async (): Promise<void> => {
    const body = { question, of: of === "any" ? null : of };
    await command.run({ params: { id: file.id }, body }).then(
      () => {
        tell(words.opinionAsked);
        onClose();
      },
      () => undefined,
    );
  };
  return (
    <CommandDialog
      title={words.askOpinionTitle}
      hint={words.askOpinionHint}
      action={words.askOpinionRun}
      command={command}
      onRun={question.trim() === "" ? undefined : () => void run()}
      onClose={onClose}
    >
      <LongField label={words.question} value={question} onChange={setQuestion} />
      <Choice
        label={words.ofWhom}
        value={of}
        options={[["any", words.anybodyWhoMay], ...colleagues.map(({ id, name }) => [id, name] as const)]}
        onChange={setOf}
      />
    </CommandDialog>
  );
}

function AnswerDialog({ opinion, onClose }: { readonly opinion: Opinion; readonly onClose: () => void }) {
  const words = useWords(caseWords);
  const tell = useToast();
  const job = useJob();
  const command = useCommand(answerSecondOpinion);
  const [answer, setAnswer] = useState("");
  const run = async (after: () => void): Promise<void> => {
    await command.run({ params: { id: opinion.id }, body: { answer } }).then(
      () => {
        tell(words.opinionGiven);
        onClose();
        after();
      },
      () => undefined,
    );
  };
  const isReady = answer.trim() !== "";
  return (
    <CommandDialog
      title={words.answerOpinionTitle}
      hint={words.answerOpinionHint}
      action={words.answerOpinionRun}
      command={command}
      onRun={isReady ? () => void run(() => undefined) : undefined}
      onRunAndNext={isReady && job !== null ? () => void run(job.next) : undefined}
      onClose={onClose}
    >
      <blockquote className="quoted" dir="auto">
        {opinion.question}
      </blockquote>
      <LongField label={words.opinionAnswer} value={answer} onChange={setAnswer} />
    </CommandDialog>
  );
}

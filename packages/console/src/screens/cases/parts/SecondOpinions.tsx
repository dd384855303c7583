import { answerSecondOpinion, askSecondOpinion, listSecondOpinions, type secondOpinion } from "@breakwater/contract";
import { useState } from "react";
import type { z } from "zod";
import { useColleagues } from "../../../api/colleagues.ts";
import { useRoute } from "../../../api/queries.ts";
import { useConsole, useWords } from "../../../app/context.tsx";
import { Awaited } from "../../../ui/Awaited.tsx";
import { Button } from "../../../ui/Button.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { Choice } from "../../../ui/Field.tsx";
import { LongField } from "../../../ui/LongField.tsx";
import { Person } from "../../../ui/Person.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { Ago } from "../../../ui/Time.tsx";
import { useDialogCommand } from "../../../ui/use-dialog-command.ts";
import { useSend } from "../../queues/use-send.ts";
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
  const reading = useRoute(listSecondOpinions, { params: { id: file.id } });
  const { data } = reading;
  const mayAsk = me.roles.some((role) => askers.includes(role));
  return (
    <Sheet title={words.opinions}>
      <Awaited what={words.opinions} reading={reading} />
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
  const { me } = useConsole();
  const { command, give } = useDialogCommand(askSecondOpinion, onClose);
  const [question, setQuestion] = useState("");
  const [of, setOf] = useState("any");
  const colleagues = [...useColleagues().values()].filter(
    ({ id, roles, away }) => id !== me.id && !away && roles.some((role) => askers.includes(role)),
  );
  const body = { question, of: of === "any" ? null : of };
  return (
    <CommandDialog
      title={words.askOpinionTitle}
      hint={words.askOpinionHint}
      action={words.askOpinionRun}
      command={command}
      onRun={
        question.trim() === "" ? undefined : () => give({ params: { id: file.id }, body }, { done: words.opinionAsked })
      }
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
  const { command, give } = useDialogCommand(answerSecondOpinion, onClose);
  const send = useSend((text: string, after) =>
    give({ params: { id: opinion.id }, body: { answer: text } }, { done: words.opinionGiven, after }),
  );
  const [answer, setAnswer] = useState("");
  return (
    <CommandDialog
      title={words.answerOpinionTitle}
      hint={words.answerOpinionHint}
      action={words.answerOpinionRun}
      command={command}
      {...send(answer.trim() === "" ? null : answer)}
      onClose={onClose}
    >
      <blockquote className="quoted" dir="auto">
        {opinion.question}
      </blockquote>
      <LongField label={words.opinionAnswer} value={answer} onChange={setAnswer} />
    </CommandDialog>
  );
}

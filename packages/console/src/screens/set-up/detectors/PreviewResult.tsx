import { confirmPreview } from "@breakwater/contract";
import { useState } from "react";
import { useFormat, useWords } from "../../../app/context.tsx";
import { CommandButton, type Availability } from "../../../ui/CommandButton.tsx";
import { CommandDialog } from "../../../ui/CommandDialog.tsx";
import { CopyText } from "../../../ui/CopyText.tsx";
import { Tag, Tags } from "../../../ui/Tag.tsx";
import { Ago, Moment } from "../../../ui/Time.tsx";
import { useNow } from "../../../ui/use-now.ts";
import { useDialogCommand } from "../../../ui/use-dialog-command.ts";
import { useMay } from "../use-may.ts";
import { countMoves, findConfirmFault, moves, toFileLines } from "./compare-preview.ts";
import type { Preview } from "./Previews.tsx";
import type { Named, Overview } from "./Standing.tsx";
import { detectorWords } from "./words.ts";

const tones = { waiting: "plain", ready: "good", failed: "bad" } as const;
const dayMs = 86_400_000;

/** One preview: what was tried, what would come of it, and what can be done with that. */
export function PreviewResult({
  preview,
  detector,
  nameOfPerson,
}: Named & Pick<Overview, "detector"> & { readonly preview: Preview }) {
  const words = useWords(detectorWords);
  const format = useFormat();
  const now = useNow();
  const may = useMay("detection:manage");
  const [isConfirming, setConfirming] = useState(false);
  const { asked, state, failure, result } = preview;
  const { fdr, accountFdr, windowMs } = asked.changes;
  const changes = [
    ...(fdr === undefined ? [] : [`${words.fdr}: ${fdr}`]),
    ...(accountFdr === undefined ? [] : [`${words.accountFdr}: ${accountFdr}`]),
    ...(windowMs === undefined ? [] : [`${words.windowDays}: ${windowMs / dayMs}`]),
  ];
  const fault = findConfirmFault(preview, detector, now);
  const availability: Availability = fault === null ? may : { enabled: false, why: words.cannot[fault] };
  const lines = toFileLines(asked.changes);
  return (
    <article className="preview">
      <header>
        <h3>{changes.length === 0 ? words.noChanges : words.changes(format.list(changes))}</h3>
        <Tags>
          <Tag tone={tones[state]}>{words.states[state]}</Tag>
        </Tags>
      </header>
      <p className="quiet small">
        {words.askedBy(nameOfPerson(asked.by))} <Ago at={asked.at} />
      </p>
      {failure !== null && <p role="alert">{failure}</p>}
      {result !== null && (
        <>
          <Counts result={result} isChange={changes.length > 0} />
          {state === "ready" && changes.length === 0 && (
            <div>
              <CommandButton availability={availability} look="main" onRun={() => setConfirming(true)}>
                {words.confirm}
              </CommandButton>
            </div>
          )}
          {lines !== null && (
            <>
              <p className="small">{words.toSet}</p>
              <CopyText text={lines} />
            </>
          )}
        </>
      )}
      {isConfirming && <Confirm id={preview.id} onClose={() => setConfirming(false)} />}
    </article>
  );
}

function Counts({ result, isChange }: { readonly result: NonNullable<Preview["result"]>; readonly isChange: boolean }) {
  const words = useWords(detectorWords);
  const format = useFormat();
  const { counts, actions, judgements, from, to } = result;
  const moved = countMoves(result);
  const kinds = ["groups", "campaigns", "accounts"] as const;
  return (
    <>
      <p className="quiet small">
        <Moment at={from} /> – <Moment at={to} />; {words.looksAt(format.number(actions), format.number(judgements))}
      </p>
      <table className="preview-counts">
        <thead>
          <tr>
            <td />
            <th scope="col">{words.now}</th>
            {isChange && <th scope="col">{words.would}</th>}
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">{words[kind]}</th>
              <td>{format.number(counts.current[kind])}</td>
              {isChange && <td>{format.number(counts.proposed[kind])}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {isChange && (
        <ul className="preview-moves">
          {moves
            .filter((move) => moved[move] > 0)
            .map((move) => (
              <li key={move}>
                {words.moves[move]}: <strong>{format.number(moved[move])}</strong>
              </li>
            ))}
        </ul>
      )}
    </>
  );
}

function Confirm({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const words = useWords(detectorWords);
  const { command, give } = useDialogCommand(confirmPreview, onClose);
  return (
    <CommandDialog
      title={words.confirmTitle}
      hint={words.confirmHint}
      action={words.confirm}
      command={command}
      onRun={() => give({ body: { previewId: id } }, { done: words.confirmedNow })}
      onClose={onClose}
    />
  );
}

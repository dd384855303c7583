import { commandJob } from "@breakwater/contract";
import { useState } from "react";
import { useColleagues } from "../../api/colleagues.ts";
import { useConsole, useWords } from "../../app/context.tsx";
import { CommandDialog } from "../../ui/CommandDialog.tsx";
import { Choice } from "../../ui/Field.tsx";
import { LongField } from "../../ui/LongField.tsx";
import { useDialogCommand } from "../../ui/use-dialog-command.ts";
import type { Job } from "./JobRow.tsx";
import { queueWords } from "./words/table.ts";

export type JobAsk = "skip" | "hand_over" | "declare_conflict";

/** What one says when one leaves a job to others; then on to the next. */
export function JobDialog({
  kind,
  job,
  onClose,
  onNext,
}: {
  readonly kind: JobAsk;
  readonly job: Job;
  readonly onClose: () => void;
  readonly onNext: () => void;
}) {
  const words = useWords(queueWords);
  const { me } = useConsole();
  const { command, give } = useDialogCommand(commandJob, onClose);
  const colleagues = [...useColleagues().values()].filter(({ id, away }) => id !== me.id && !away);
  const [reason, setReason] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const to = chosen ?? colleagues[0]?.id ?? "";
  const isReady = reason.trim() !== "" && (kind !== "hand_over" || to !== "");
  const body = kind === "hand_over" ? { kind, to, reason } : { kind, reason };
  const run = (): void =>
    give({ params: { queue: job.queue, id: job.id }, body }, { done: words.done[kind], after: onNext });
  const { hint, label } = words.dialogs[kind];
  return (
    <CommandDialog
      title={words.commands[kind]}
      hint={hint}
      action={words.commands[kind]}
      command={command}
      onRun={isReady ? run : undefined}
      onClose={onClose}
    >
      {kind === "hand_over" &&
        (colleagues.length === 0 ? (
          <p>{words.nobodyElse}</p>
        ) : (
          <Choice
            label={words.to}
            value={to}
            options={colleagues.map(({ id, name }) => [id, name])}
            onChange={setChosen}
          />
        ))}
      <LongField label={label} value={reason} onChange={setReason} />
    </CommandDialog>
  );
}

import { commandJob } from "@breakwater/contract";
import { useState } from "react";
import { useCommand } from "../../api/queries.ts";
import { useWords } from "../../app/context.tsx";
import { useKeys } from "../../shell/keys/Keys.tsx";
import { Button } from "../../ui/Button.tsx";
import { CommandButton } from "../../ui/CommandButton.tsx";
import { CommandFailed } from "../../ui/CommandDialog.tsx";
import { Person } from "../../ui/Person.tsx";
import { Ago, Moment } from "../../ui/Time.tsx";
import { useToast } from "../../ui/Toasts.tsx";
import { partWords } from "../../ui/words.ts";
import { JobDialog, type JobAsk } from "./JobDialog.tsx";
import type { Job } from "./JobRow.tsx";
import { queueWords } from "./words/table.ts";

/** Who does a job, and how to take it, pass it on or leave it. */
export function JobBar({ job, onNext }: { readonly job: Job; readonly onNext: () => void }) {
  const words = useWords(queueWords);
  const parts = useWords(partWords);
  const tell = useToast();
  const command = useCommand(commandJob);
  const [asked, setAsked] = useState<JobAsk | null>(null);
  const isMine = job.claim?.mine === true;
  const give = (kind: "claim" | "release"): void =>
    void command.run({ params: { queue: job.queue, id: job.id }, body: { kind } }).then(
      () => tell(words.done[kind]),
      () => undefined,
    );
  const claim = {
    enabled: job.refusal === null,
    ...(job.refusal === null ? {} : { why: job.refusal.why, next: job.refusal.next }),
  };
  useKeys("page", [
    ...(claim.enabled ? [{ keys: "c", label: words.commands.claim, run: () => give("claim") }] : []),
    { keys: "s", label: words.commands.skip, run: () => setAsked("skip") },
  ]);
  return (
    <section className="job-bar" aria-label={words.theJob}>
      <p>
        {job.claim === null ? (
          words.free
        ) : isMine ? (
          <>
            {words.held} <Moment at={job.claim.until} />
          </>
        ) : (
          <>
            {words.heldBy} <Person id={job.claim.by} /> · {words.heldUntil} <Moment at={job.claim.until} />
          </>
        )}
      </p>
      <div className="job-commands">
        <CommandButton
          availability={claim}
          look={isMine ? "plain" : "main"}
          shortcut="c"
          busy={command.isRunning ? parts.working : null}
          onRun={() => give("claim")}
        >
          {isMine ? words.commands.renew : words.commands.claim}
        </CommandButton>
        {isMine && (
          <>
            <Button onClick={() => give("release")}>{words.commands.release}</Button>
            <Button onClick={() => setAsked("hand_over")}>{words.commands.hand_over}</Button>
          </>
        )}
        <Button aria-keyshortcuts="s" onClick={() => setAsked("skip")}>
          {words.commands.skip} <kbd aria-hidden="true">s</kbd>
        </Button>
        <Button onClick={() => setAsked("declare_conflict")}>{words.commands.declare_conflict}</Button>
        <Button look="quiet" aria-keyshortcuts="x" onClick={onNext}>
          {words.commands.next} <kbd aria-hidden="true">x</kbd>
        </Button>
      </div>
      <CommandFailed error={command.error} />
      {job.skips.length > 0 && (
        <details className="small">
          <summary>{words.skips}</summary>
          <ul>
            {job.skips.map(({ by, at, reason }) => (
              <li key={at}>
                <Person id={by} />, <Ago at={at} />: {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
      {asked !== null && <JobDialog kind={asked} job={job} onClose={() => setAsked(null)} onNext={onNext} />}
    </section>
  );
}

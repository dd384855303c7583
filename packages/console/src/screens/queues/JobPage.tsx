import { getJob, queueNames } from "@breakwater/contract";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { ApiError } from "../../api/api-error.ts";
import { useRoute } from "../../api/queries.ts";
import { useWords } from "../../app/context.tsx";
import { useKeys } from "../../shell/keys/Keys.tsx";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { NotFound } from "../../ui/NotFound.tsx";
import { PageHead } from "../../ui/Page.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { queueTitles, type QueueName } from "../../words/case-terms.ts";
import { CaseFile } from "../cases/CaseFile.tsx";
import { toDeskAddress } from "../cases/desk-address.ts";
import { DecisionFile } from "../decisions/DecisionFile.tsx";
import { JobBar } from "./JobBar.tsx";
import { JobContext } from "./job-context.tsx";
import type { Job } from "./JobRow.tsx";
import { QualityFile } from "./QualityFile.tsx";
import { useNextJob } from "./use-next-job.ts";
import { queueWords } from "./words/table.ts";
import "./queues.css";

export function JobPage() {
  const { queue: name, id } = useParams({ from: "/queues/$queue/$id" });
  const queue = queueNames.find((one) => one === name);
  return queue === undefined ? <NotFound /> : <JobView key={`${queue} ${id}`} queue={queue} id={id} />;
}

/** A job with what it is about, and the way on to the next. */
function JobView({ queue, id }: { readonly queue: QueueName; readonly id: string }) {
  const words = useWords(queueWords);
  const titles = useWords(queueTitles);
  const { data: job, error, isPending, refetch } = useRoute(getJob, { params: { queue, id } });
  const next = useNextJob(queue);
  const isGone = error instanceof ApiError && error.code === "not_found";
  useKeys("page", [{ keys: "x", label: words.commands.next, run: next }]);
  const above = (
    <>
      <p className="small">
        <Link to="/queues/$queue" params={{ queue }}>
          ← {titles[queue]}
        </Link>
      </p>
      {job !== undefined && !isGone && <JobBar job={job} onNext={next} />}
      {isGone && (
        <div className="job-bar" role="status">
          <p>{words.gone}</p>
          <Button look="main" aria-keyshortcuts="x" onClick={next}>
            {words.commands.next} <kbd aria-hidden="true">x</kbd>
          </Button>
        </div>
      )}
    </>
  );
  if (job === undefined) {
    return (
      <div className="page">
        <PageHead title={words.job(titles[queue])} above={above} />
        {error !== null && !isGone && <Failed what={words.theJob} error={error} onRetry={() => void refetch()} />}
        {isPending && <Waiting what={words.theJob} />}
      </div>
    );
  }
  return (
    <JobContext value={{ queue, next }}>
      <About job={job} above={above} />
    </JobContext>
  );
}

function About({ job, above }: { readonly job: Job; readonly above: ReactNode }) {
  const words = useWords(queueWords);
  const titles = useWords(queueTitles);
  if (job.queue === "quality") return <QualityFile id={job.id} above={above} />;
  if (job.queue === "second_opinion" && job.case !== null) {
    return (
      <CaseFile
        id={job.case}
        above={
          <>
            {above}
            <p className="case-hidden">{words.opinionHint}</p>
          </>
        }
      />
    );
  }
  if (job.object === "case") return <CaseFile id={job.id} above={above} />;
  if (job.object === "decision") return <DecisionFile id={job.id} above={() => above} />;
  return (
    <div className="page">
      <PageHead title={words.job(titles[job.queue])} above={above} />
      {job.object === "lead" ? (
        <p>
          <Link to="/leads/$id" params={{ id: job.id }}>
            {words.toLead} →
          </Link>
        </p>
      ) : (
        <>
          <p>{words.atDesk}</p>
          <p>
            <a href={toDeskAddress(job.object, job.id)}>{words.toDesk} →</a>
          </p>
        </>
      )}
    </div>
  );
}

import { listMyJobs, listQueues } from "@breakwater/contract";
import { Link } from "@tanstack/react-router";
import { useRoute } from "../../api/queries.ts";
import { useFormat, useWords } from "../../app/context.tsx";
import { useListKeys } from "../../shell/keys/use-list-keys.ts";
import { Button } from "../../ui/Button.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { PageHead } from "../../ui/Page.tsx";
import { Rows } from "../../ui/Rows.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { Tag, Tags } from "../../ui/Tag.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { queueTitles, type QueueName } from "../../words/case-terms.ts";
import { CasesTabs } from "../cases/CasesTabs.tsx";
import { JobRow } from "./JobRow.tsx";
import { useNextJob } from "./use-next-job.ts";
import { queueWords } from "./words/table.ts";
import "./queues.css";

/** What waits for people, one queue for each question, and what one holds oneself. */
export function QueuesPage() {
  const words = useWords(queueWords);
  const queues = useRoute(listQueues, {}, { everyMs: 60_000 });
  const mine = useRoute(listMyJobs, {}, { everyMs: 60_000 });
  useListKeys("#queues");
  const items = (queues.data?.items ?? []).toSorted((a, b) => Number(b.waiting > 0) - Number(a.waiting > 0));
  return (
    <div className="page">
      <PageHead title={words.queues} above={<CasesTabs />}>
        <p className="page-lead">{words.intro}</p>
      </PageHead>
      <Sheet title={words.mine}>
        {mine.error !== null && mine.data === undefined && (
          <Failed what={words.theJobs} error={mine.error} onRetry={() => void mine.refetch()} />
        )}
        {mine.data?.items.length === 0 && <p className="quiet">{words.noneMine}</p>}
        {mine.data !== undefined && mine.data.items.length > 0 && (
          <Rows>
            {mine.data.items.map((job) => (
              <JobRow key={`${job.queue} ${job.id}`} job={job} showsQueue />
            ))}
          </Rows>
        )}
      </Sheet>
      {queues.error !== null && queues.data === undefined && (
        <Failed what={words.theQueues} error={queues.error} onRetry={() => void queues.refetch()} />
      )}
      {queues.isPending && <Waiting what={words.theQueues} />}
      {queues.data?.items.length === 0 && (
        <Empty title={words.noQueue}>
          <p>{words.noQueueHint}</p>
        </Empty>
      )}
      <ul id="queues" className="queues">
        {items.map((item) => (
          <QueueEntry key={item.queue} {...item} />
        ))}
      </ul>
    </div>
  );
}

function QueueEntry({
  queue,
  question,
  waiting,
  overdue,
  claimed,
}: {
  readonly queue: QueueName;
  readonly question: string;
  readonly waiting: number;
  readonly overdue: number;
  readonly claimed: number;
}) {
  const words = useWords(queueWords);
  const titles = useWords(queueTitles);
  const format = useFormat();
  const takeNext = useNextJob(queue);
  return (
    <li className="queue" data-empty={waiting === 0}>
      <h2>
        <Link to="/queues/$queue" params={{ queue }} data-row>
          {titles[queue]}
        </Link>
      </h2>
      <p className="quiet small">{question}</p>
      <Tags>
        <Tag tone={waiting > 0 ? "act" : "plain"}>{words.waiting(format.number(waiting))}</Tag>
        {overdue > 0 && queue !== "overdue" && <Tag tone="bad">{words.overdue(format.number(overdue))}</Tag>}
        {claimed > 0 && <Tag>{words.claimed(format.number(claimed))}</Tag>}
      </Tags>
      {queue !== "overdue" && waiting > claimed && (
        <Button onClick={takeNext} aria-label={`${words.takeNext}: ${titles[queue]}`}>
          {words.takeNext}
        </Button>
      )}
    </li>
  );
}

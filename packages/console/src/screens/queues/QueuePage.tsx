import { listJobs, queueNames } from "@breakwater/contract";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { usePages } from "../../api/queries.ts";
import { useWords } from "../../app/context.tsx";
import { useKeys } from "../../shell/keys/Keys.tsx";
import { useListKeys } from "../../shell/keys/use-list-keys.ts";
import { AwaitedList } from "../../ui/Awaited.tsx";
import { Button } from "../../ui/Button.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Choice } from "../../ui/Field.tsx";
import { LongList } from "../../ui/LongList.tsx";
import { NotFound } from "../../ui/NotFound.tsx";
import { PageHead } from "../../ui/Page.tsx";
import { queueTitles, type QueueName } from "../../words/case-terms.ts";
import { JobRow } from "./JobRow.tsx";
import { useNextJob } from "./use-next-job.ts";
import { queueWords } from "./words/table.ts";
import "./queues.css";

export function QueuePage() {
  const { queue: name } = useParams({ from: "/queues/$queue" });
  const queue = queueNames.find((one) => one === name);
  return queue === undefined ? <NotFound /> : <Queue key={queue} queue={queue} />;
}

function Queue({ queue }: { readonly queue: QueueName }) {
  const words = useWords(queueWords);
  const titles = useWords(queueTitles);
  const { show = "all" } = useSearch({ from: "/queues/$queue" });
  const navigate = useNavigate({ from: "/queues/$queue" });
  const pages = usePages(listJobs, { params: { queue }, query: { show } }, { everyMs: 60_000 });
  const takeNext = useNextJob(queue);
  const isLate = queue === "overdue";
  useListKeys("#jobs");
  useKeys("page", isLate ? [] : [{ keys: "n", label: words.takeFirst, run: takeNext }]);
  return (
    <div className="page">
      <PageHead
        title={titles[queue]}
        above={
          <p className="small">
            <Link to="/queues">← {words.allQueues}</Link>
          </p>
        }
      />
      <form className="filters" onSubmit={(event) => event.preventDefault()}>
        <Choice
          label={words.show}
          value={show}
          options={[
            ["all", words.shows.all],
            ["free", words.shows.free],
          ]}
          onChange={(next) => void navigate({ search: { show: next === "all" ? undefined : next }, replace: true })}
        />
      </form>
      {!isLate && pages.items.length > 0 && (
        <p>
          <Button look="main" aria-keyshortcuts="n" onClick={takeNext}>
            {words.takeFirst} <kbd aria-hidden="true">n</kbd>
          </Button>
        </p>
      )}
      <AwaitedList
        what={words.theJobs}
        pages={pages}
        empty={
          <Empty title={isLate ? words.noLate : words.noJob}>
            <p>{words.noJobHint}</p>
          </Empty>
        }
      />
      {pages.items.length > 0 && (
        <LongList
          id="jobs"
          pages={pages}
          draw={(job) => <JobRow key={`${job.queue} ${job.id}`} job={job} showsQueue={isLate} />}
        />
      )}
    </div>
  );
}

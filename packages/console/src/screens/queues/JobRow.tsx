import type { jobView } from "@breakwater/contract";
import { Link } from "@tanstack/react-router";
import { memo, type NamedExoticComponent } from "react";
import type { z } from "zod";
import { useFormat, useWords } from "../../app/context.tsx";
import { Person } from "../../ui/Person.tsx";
import { Row } from "../../ui/Rows.tsx";
import { Tag, Tags } from "../../ui/Tag.tsx";
import { Ago, Deadline } from "../../ui/Time.tsx";
import { queueTitles } from "../../words/case-terms.ts";
import { toShortId } from "../../words/short-id.ts";
import { caseTypeNames } from "../../words/terms.ts";
import { queueWords } from "./words/table.ts";

export type Job = z.infer<typeof jobView>;

type Props = { readonly job: Job; readonly showsQueue?: boolean };

const dayMs = 86_400_000;

/** One job in a list: whoever cannot do it reads why. */
export const JobRow: NamedExoticComponent<Props> = memo(function JobRow({ job, showsQueue = false }: Props) {
  const words = useWords(queueWords);
  const titles = useWords(queueTitles);
  const types = useWords(caseTypeNames);
  const format = useFormat();
  return (
    <Row
      link={(row) => <Link to="/queues/$queue/$id" params={{ queue: job.queue, id: job.id }} {...row} />}
      title={
        <>
          <Tag tone={job.priority === "P0" || job.priority === "P1" ? "bad" : "plain"}>{job.priority}</Tag>{" "}
          {showsQueue && <>{titles[job.queue]}: </>}
          {job.caseType !== null && <>{types[job.caseType]} </>}
          <span className="id quiet">{toShortId(job.id)}</span>
        </>
      }
      facts={[
        <span key="since">
          {words.waitsSince} <Ago at={job.since} />
        </span>,
        job.skips.length > 0 ? words.skippedBy(format.number(job.skips.length), job.skips.length) : null,
        job.refusal !== null && job.claim === null ? `${words.refusal} ${job.refusal.why}` : null,
      ]}
      state={
        <Tags>
          {job.sensitive && <Tag tone="warn">{words.sensitive}</Tag>}
          {job.claim !== null && (
            <Tag tone={job.claim.mine ? "act" : "plain"}>
              {words.inWork} {job.claim.mine ? words.yours : <Person id={job.claim.by} />}
            </Tag>
          )}
          {job.dueAt !== null && <Deadline at={job.dueAt} spanMs={dayMs} />}
        </Tags>
      }
    />
  );
});

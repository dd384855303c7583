import { getReport, type report as reportSchema } from "@breakwater/contract";
import { Link, useParams } from "@tanstack/react-router";
import type { z } from "zod";
import { useRoute } from "../../../api/queries.ts";
import { useFormat, useWords } from "../../../app/context.tsx";
import { useReading } from "../../../app/use-reading.ts";
import { Awaited } from "../../../ui/Awaited.tsx";
import { PageHead } from "../../../ui/Page.tsx";
import { Facts, Sheet } from "../../../ui/Sheet.tsx";
import { Tag, Tags } from "../../../ui/Tag.tsx";
import { Moment } from "../../../ui/Time.tsx";
import { toShortId } from "../../../words/short-id.ts";
import { caseTypeNames, nameOf } from "../../../words/terms.ts";
import { deskWords } from "../words/table.ts";
import { Reporter } from "./Reporter.tsx";
import { reportWords } from "./words.ts";

export type Report = z.infer<typeof reportSchema>;

export function ReportPage() {
  const { id } = useParams({ from: "/desks/reports/$id" });
  const words = useWords(reportWords);
  const reading = useRoute(getReport, { params: { id } });
  const { data } = reading;
  useReading(data !== undefined);
  // Whoever reads as staff gets the whole of it; what follows by key is for its author.
  const report = data !== undefined && "lead" in data ? data : undefined;
  return (
    <div className="page" key={id}>
      <PageHead
        title={words.name(toShortId(id))}
        above={
          <p className="small">
            <Link to="/desks/reports">← {words.all}</Link>
          </p>
        }
      >
        {report !== undefined && (
          <Tags>
            <Tag tone={report.status === "received" ? "act" : "plain"}>{words.statuses[report.status]}</Tag>
            {report.joinedTo !== null && <Tag>{words.joined}</Tag>}
          </Tags>
        )}
      </PageHead>
      <Awaited what={words.one} reading={reading} />
      {report !== undefined && (
        <div className="columns">
          <div className="stack">
            <Said report={report} />
            <Outcome report={report} />
          </div>
          <div className="stack">
            <Standing report={report} />
            <Reporter report={report} />
          </div>
        </div>
      )}
    </div>
  );
}

type WithReport = { readonly report: Report };

function Said({ report: { words: said, missing } }: WithReport) {
  const words = useWords(reportWords);
  const format = useFormat();
  return (
    <Sheet title={words.says}>
      {said === null && <p className="quiet">{words.destroyed}</p>}
      {said?.reasons === "" && <p className="quiet">{words.noReasons}</p>}
      {said !== null && said.reasons !== "" && (
        <p className="quote" dir="auto">
          {said.reasons}
        </p>
      )}
      <Facts
        facts={[
          said === null || said.location === "" ? null : [words.location, said.location],
          missing.length === 0 ? null : [words.missing, format.list(missing.map((part) => words.parts[part]))],
        ]}
      />
      {missing.length > 0 && <p className="quiet small">{words.missingHint}</p>}
    </Sheet>
  );
}

function Outcome({ report: { outcome, decidedAt, lead, joinedTo } }: WithReport) {
  const words = useWords(reportWords);
  return (
    <Sheet title={words.outcome}>
      <p>{outcome === null ? words.noOutcome : nameOf(words.outcomes, outcome)}</p>
      {joinedTo !== null && <p className="quiet small">{words.joinHint}</p>}
      <Facts
        facts={[
          decidedAt === null ? null : [words.decidedAt, <Moment key="decided" at={decidedAt} />],
          [words.lead, <LeadLink key="lead" id={lead} />],
          joinedTo === null ? null : [words.joinedTo, <LeadLink key="joined" id={joinedTo} />],
        ]}
      />
    </Sheet>
  );
}

function LeadLink({ id }: { readonly id: string }) {
  return (
    <Link to="/leads/$id" params={{ id }} className="id" title={id}>
      {toShortId(id)}
    </Link>
  );
}

function Standing({ report: { id, object, category, source, receivedAt } }: WithReport) {
  const words = useWords(reportWords);
  const parts = useWords(deskWords);
  const categories = { ...useWords(caseTypeNames), child_sexual_abuse: words.childAbuse };
  return (
    <Sheet title={words.standing}>
      <Facts
        facts={[
          [words.category, nameOf(categories, category)],
          [
            words.objects[object.kind],
            <span key="object" className="id">
              {object.id}
            </span>,
          ],
          [words.source, words.sources[source]],
          [words.received, <Moment key="received" at={receivedAt} />],
          [
            parts.id,
            <span key="id" className="id">
              {id}
            </span>,
          ],
        ]}
      />
    </Sheet>
  );
}

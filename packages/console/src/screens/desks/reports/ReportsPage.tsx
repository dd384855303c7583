import { listReports, type reportLine } from "@breakwater/contract";
import { Link, useSearch } from "@tanstack/react-router";
import type { z } from "zod";
import { usePages } from "../../../api/queries.ts";
import { useWords } from "../../../app/context.tsx";
import { PageHead } from "../../../ui/Page.tsx";
import { Row } from "../../../ui/Rows.tsx";
import { Tag, Tags } from "../../../ui/Tag.tsx";
import { Ago } from "../../../ui/Time.tsx";
import { caseTypeNames, nameOf } from "../../../words/terms.ts";
import { Filters } from "../Filters.tsx";
import { Listed } from "../Listed.tsx";
import { deskWords } from "../words/table.ts";
import { reportWords } from "./words.ts";

const shows = ["waiting", "returned", "decided", "forgotten"] as const;

export function ReportsPage() {
  const words = useWords(reportWords);
  const parts = useWords(deskWords);
  const { show, object } = useSearch({ from: "/desks/reports" });
  const status = show === "waiting" ? "received" : show;
  const pages = usePages(listReports, { query: { ...(status && { status }), ...(object && { object }) } });
  return (
    <div className="page">
      <PageHead title={words.title}>
        <p className="page-lead">{words.intro}</p>
      </PageHead>
      <Filters
        path="/desks/reports"
        search={{ show, object }}
        filters={[
          {
            name: "show",
            label: words.show,
            value: show ?? "all",
            options: [["all", words.anyState], ...shows.map((one) => [one, words.shows[one]] as const)],
          },
        ]}
      />
      <Listed pages={pages} what={words.many} empty={{ title: parts.nothingHere, hint: words.emptyHint }}>
        {(report) => <ReportRow key={report.id} report={report} />}
      </Listed>
    </div>
  );
}

function ReportRow({ report }: { readonly report: z.infer<typeof reportLine> }) {
  const words = useWords(reportWords);
  const categories = { ...useWords(caseTypeNames), child_sexual_abuse: words.childAbuse };
  const { id, status, source, object, category, joinedTo, outcome, receivedAt } = report;
  return (
    <Row
      link={(row) => <Link to="/desks/reports/$id" params={{ id }} {...row} />}
      title={nameOf(categories, category)}
      facts={[
        `${words.about(words.objects[object.kind])} ${object.id}`,
        words.sources[source],
        outcome === null ? null : nameOf(words.outcomes, outcome),
      ]}
      state={
        <Tags>
          {joinedTo !== null && <Tag>{words.joined}</Tag>}
          <Tag tone={status === "received" ? "act" : status === "returned" ? "warn" : "plain"}>
            {words.statuses[status]}
          </Tag>
        </Tags>
      }
      when={
        <>
          {words.received} <Ago at={receivedAt} />
        </>
      }
    />
  );
}

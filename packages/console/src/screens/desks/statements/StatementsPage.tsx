import { toCodeWords } from "@breakwater/casework";
import { getReconciliation, listStatements } from "@breakwater/contract";
import { useSearch } from "@tanstack/react-router";
import { ApiError } from "../../../api/api-error.ts";
import { usePages, useRoute } from "../../../api/queries.ts";
import type { ItemOf } from "../../../api/route-types.ts";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { PageHead } from "../../../ui/Page.tsx";
import { Row } from "../../../ui/Rows.tsx";
import { Facts, Sheet } from "../../../ui/Sheet.tsx";
import { Tag, type Tone } from "../../../ui/Tag.tsx";
import { Ago, Moment } from "../../../ui/Time.tsx";
import { Filters } from "../Filters.tsx";
import { Listed } from "../Listed.tsx";
import { deskWords } from "../words/table.ts";
import { statementWords, type StatementStatus } from "./words.ts";

const statuses = ["queued", "accepted", "refused", "withheld"] as const;
const tones: Readonly<Record<StatementStatus, Tone>> = {
  queued: "act",
  accepted: "good",
  refused: "bad",
  withheld: "warn",
};

export function StatementsPage() {
  const words = useWords(statementWords);
  const parts = useWords(deskWords);
  const search = useSearch({ from: "/desks/statements" });
  const pages = usePages(listStatements, { query: search });
  return (
    <div className="page">
      <PageHead title={words.title}>
        <p className="page-lead">{words.intro}</p>
      </PageHead>
      <Sum />
      <Filters
        path="/desks/statements"
        search={search}
        filters={[
          {
            name: "status",
            label: words.status,
            value: search.status ?? "all",
            options: [["all", words.all], ...statuses.map((status) => [status, words.statuses[status]] as const)],
          },
        ]}
      />
      <Listed pages={pages} what={words.many} empty={{ title: parts.nothingHere, hint: words.emptyHint }}>
        {(statement) => <StatementRow key={statement.puid} statement={statement} />}
      </Listed>
    </div>
  );
}

function StatementRow({ statement }: { readonly statement: ItemOf<typeof listStatements> }) {
  const words = useWords(statementWords);
  const format = useFormat();
  const { puid, source, at, status, faults, fields } = statement;
  const category = fields?.["category"];
  return (
    <Row
      title={typeof category === "string" ? toCodeWords(category, format.language) : words.statuses[status]}
      facts={[
        words.sources[source],
        <span key="puid" className="id">
          {puid}
        </span>,
        faults.length > 0 ? words.faults(format.list(faults)) : null,
      ]}
      state={<Tag tone={tones[status]}>{words.statuses[status]}</Tag>}
      when={
        <>
          {words.made} <Ago at={at} />
        </>
      }
    />
  );
}

function Sum() {
  const words = useWords(statementWords);
  const format = useFormat();
  const { data, error, refetch } = useRoute(getReconciliation, {});
  const isNone = error instanceof ApiError && error.code === "not_found";
  return (
    <Sheet
      title={words.sum}
      aside={
        data !== undefined && (
          <Tag tone={data.addsUp ? "good" : "bad"}>{data.addsUp ? words.addsUp : words.addsNot}</Tag>
        )
      }
    >
      <p className="quiet small">{isNone ? words.neverSummed : words.sumHint}</p>
      {error !== null && !isNone && <Failed error={error} onRetry={() => void refetch()} />}
      {data !== undefined && (
        <Facts
          facts={[
            [words.restrictions, format.number(data.restrictions)],
            [words.statements, format.number(data.statements)],
            ...statuses.map((status) => [words.statuses[status], format.number(data[status])] as const),
            [words.asOf, <Moment key="at" at={data.at} />],
          ]}
        />
      )}
    </Sheet>
  );
}

import { getRefusalWords, refusalCodes, type RefusalCode } from "@breakwater/casework";
import { listViews, type viewRecord } from "@breakwater/contract";
import { useSearch } from "@tanstack/react-router";
import type { z } from "zod";
import { useColleagues } from "../../../api/colleagues.ts";
import { usePages } from "../../../api/queries.ts";
import { useFormat, useWords } from "../../../app/context.tsx";
import { PageHead } from "../../../ui/Page.tsx";
import { Person } from "../../../ui/Person.tsx";
import { Row } from "../../../ui/Rows.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { Ago } from "../../../ui/Time.tsx";
import { toShortId } from "../../../words/short-id.ts";
import { nameOf } from "../../../words/terms.ts";
import { Filters } from "../Filters.tsx";
import { Listed } from "../Listed.tsx";
import { deskWords } from "../words/table.ts";
import { viewWords } from "./words.ts";

export function ViewsPage() {
  const words = useWords(viewWords);
  const parts = useWords(deskWords);
  const search = useSearch({ from: "/desks/views" });
  const people = [...useColleagues().values()].map(({ id, name }) => [id, name] as const);
  const pages = usePages(listViews, { query: search });
  return (
    <div className="page">
      <PageHead title={words.title}>
        <p className="page-lead">{words.intro}</p>
      </PageHead>
      <Filters
        path="/desks/views"
        search={search}
        filters={[
          {
            name: "object",
            label: words.object,
            value: search.object ?? "any",
            options: [["any", words.anything], ...Object.entries(words.kinds)],
          },
          { name: "by", label: words.by, value: search.by ?? "any", options: [["any", words.anybody], ...people] },
        ]}
      />
      <Listed pages={pages} what={words.many} empty={{ title: parts.nothingHere, hint: words.emptyHint }}>
        {(view) => <ViewRow key={`${view.at} ${view.by} ${view.id} ${view.route}`} view={view} />}
      </Listed>
    </div>
  );
}

function ViewRow({ view: { at, by, object, id, version, refused } }: { readonly view: z.infer<typeof viewRecord> }) {
  const words = useWords(viewWords);
  const format = useFormat();
  return (
    <Row
      title={<Person id={by} />}
      facts={[
        nameOf(words.kinds, object),
        <span key="id" className="id" title={id}>
          {toShortId(id)}
        </span>,
        refused !== null && isRefusalCode(refused) ? getRefusalWords(refused, format.language).why : null,
      ]}
      state={
        refused === null ? <Tag>{words.shown(format.number(version ?? 0))}</Tag> : <Tag tone="bad">{words.refused}</Tag>
      }
      when={<Ago at={at} />}
    />
  );
}

function isRefusalCode(code: string): code is RefusalCode {
  return refusalCodes.some((one) => one === code);
}

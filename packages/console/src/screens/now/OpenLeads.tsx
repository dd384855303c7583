import { listLeads } from "@breakwater/contract";
import { Link } from "@tanstack/react-router";
import { usePages } from "../../api/queries.ts";
import { useFormat, useWords } from "../../app/context.tsx";
import { useListKeys } from "../../shell/keys/use-list-keys.ts";
import { AwaitedList } from "../../ui/Awaited.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Rows } from "../../ui/Rows.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { toLeadQuery } from "../leads/lead-search.ts";
import { LeadRow } from "../leads/LeadRow.tsx";
import { nowWords } from "./words/table.ts";

const shownMax = 8;

export function OpenLeads() {
  const words = useWords(nowWords);
  const format = useFormat();
  const pages = usePages(listLeads, { query: toLeadQuery({}) });
  useListKeys("#waiting");
  const count = pages.isPending ? null : words.count(format.number(pages.items.length), pages.hasMore);
  return (
    <Sheet title={words.open} aside={count !== null && <span className="quiet">{count}</span>}>
      <AwaitedList
        what={words.theLeads}
        pages={pages}
        empty={
          <Empty title={words.noneOpen}>
            <p>{words.noneOpenHint}</p>
          </Empty>
        }
      />
      {pages.items.length > 0 && (
        <Rows id="waiting">
          {pages.items.slice(0, shownMax).map((lead) => (
            <LeadRow key={lead.id} lead={lead} />
          ))}
        </Rows>
      )}
      <p>
        <Link to="/leads">{words.all} →</Link>
      </p>
    </Sheet>
  );
}

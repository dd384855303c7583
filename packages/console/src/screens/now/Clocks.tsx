import { listLeads } from "@breakwater/contract";
import { Link } from "@tanstack/react-router";
import { usePages } from "../../api/queries.ts";
import { useFormat, useWords } from "../../app/context.tsx";
import { AwaitedList } from "../../ui/Awaited.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { Deadline } from "../../ui/Time.tsx";
import { useNow } from "../../ui/use-now.ts";
import { leadSourceNames } from "../../words/terms.ts";
import { toLeadQuery } from "../leads/lead-search.ts";
import { leadWords } from "../leads/words/table.ts";
import { nowWords } from "./words/table.ts";

const dayMs = 86_400_000;
const shownMax = 6;

export function Clocks() {
  const words = useWords(nowWords);
  const leads = useWords(leadWords);
  const sources = useWords(leadSourceNames);
  const format = useFormat();
  const now = useNow();
  const pages = usePages(listLeads, { query: { ...toLeadQuery({ sort: "expiry" }), limit: shownMax } });
  const soon = pages.items.filter(({ expiresAt }) => expiresAt - now < 7 * dayMs).slice(0, shownMax);
  return (
    <Sheet title={words.clocks}>
      <AwaitedList what={words.theLeads} pages={pages} />
      {!pages.isPending && soon.length === 0 && <p className="quiet">{words.noClock}</p>}
      <ul className="lines">
        {soon.map((lead) => (
          <li key={lead.id}>
            <Link to="/leads/$id" params={{ id: lead.id }}>
              {sources[lead.source]}, {leads.things(format.number(lead.refs), lead.refs)}
            </Link>
            <Deadline at={lead.expiresAt} spanMs={30 * dayMs} />
          </li>
        ))}
      </ul>
      <p className="quiet small">{words.clocksHint}</p>
    </Sheet>
  );
}

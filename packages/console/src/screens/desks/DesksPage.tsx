import { listQueues } from "@breakwater/contract";
import { Link } from "@tanstack/react-router";
import { useRoute } from "../../api/queries.ts";
import { useConsole, useFormat, useWords } from "../../app/context.tsx";
import { PageHead } from "../../ui/Page.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { Tag, Tags } from "../../ui/Tag.tsx";
import { deskParts, type Desk } from "./desks.ts";
import { useWhyClosed } from "./DesksLayout.tsx";
import { deskWords } from "./words/table.ts";

/** Every desk: what it is for, what waits there, and who may open it. */
export function DesksPage() {
  const words = useWords(deskWords);
  return (
    <div className="page">
      <PageHead title={words.desks}>
        <p className="page-lead">{words.intro}</p>
      </PageHead>
      {deskParts.map(([part, desks]) => (
        <Sheet key={part} title={words.parts[part]}>
          <ul className="desk-cards">
            {desks.map((desk) => (
              <Card key={desk.key} desk={desk} />
            ))}
          </ul>
        </Sheet>
      ))}
    </div>
  );
}

function Card({ desk }: { readonly desk: Desk }) {
  const words = useWords(deskWords);
  const { me } = useConsole();
  const isOpen = me.scopes.includes(desk.scope);
  const why = useWhyClosed(desk);
  const name = words.names[desk.key];
  return (
    <li className="desk-card" data-closed={!isOpen}>
      <h3>{isOpen ? <Link to={desk.path}>{name}</Link> : name}</h3>
      <p className="small">{words.what[desk.key]}</p>
      {isOpen ? <Waiting queue={desk.queue} /> : <p className="quiet small">{why}</p>}
    </li>
  );
}

function Waiting({ queue }: { readonly queue: Desk["queue"] }) {
  const words = useWords(deskWords);
  const format = useFormat();
  const { me } = useConsole();
  const { data } = useRoute(listQueues, {}, { isWanted: queue !== null && me.scopes.includes("jobs:work") });
  const found = data?.items.find((item) => item.queue === queue);
  if (found === undefined) return null;
  if (found.waiting === 0) return <p className="quiet small">{words.nothingWaits}</p>;
  return (
    <Tags>
      <Tag tone="act">{words.waiting(format.number(found.waiting))}</Tag>
      {found.overdue > 0 && <Tag tone="bad">{words.overdue(format.number(found.overdue))}</Tag>}
    </Tags>
  );
}

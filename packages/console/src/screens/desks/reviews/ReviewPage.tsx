import { useParams } from "@tanstack/react-router";
import { useConsole, useFormat, useWords } from "../../../app/context.tsx";
import { Facts, Sheet } from "../../../ui/Sheet.tsx";
import { Tag, Tags } from "../../../ui/Tag.tsx";
import { Deadline } from "../../../ui/Time.tsx";
import { toShortId } from "../../../words/short-id.ts";
import { nameOf } from "../../../words/terms.ts";
import { ObjectPage, type CommandOffer } from "../objects/ObjectPage.tsx";
import { CaseLink } from "../Named.tsx";
import { Person } from "../../../ui/Person.tsx";
import { useColleagues } from "../../../api/colleagues.ts";
import { deskWords } from "../words/table.ts";
import { reviewObject, type ReviewView } from "./review-object.ts";
import { reviewWords } from "./words.ts";

export function ReviewPage() {
  const { id } = useParams({ from: "/desks/reviews/$id" });
  const words = useWords(reviewWords);
  const kinds = words.fields.gapKind.values ?? {};
  const { me } = useConsole();
  const colleagues = useColleagues();
  const owners = [...colleagues.values()].filter(({ away }) => !away).map((one) => [one.id, one.name] as const);
  const offer = ({ gapList }: ReviewView, command: string): CommandOffer => {
    if (command === "record_gap") {
      return {
        initial: { owner: me.id },
        offers: { owner: { choices: owners.length > 0 ? owners : [[me.id, me.name]] } },
      };
    }
    const open = gapList.filter(({ closedBy }) => closedBy === null);
    const choices = open.map(({ id: gap, gap: kind, text }) => [gap, `${nameOf(kinds, kind)}: ${text}`] as const);
    return { initial: { gap: open[0]?.id }, offers: { gap: { choices } } };
  };
  return (
    <ObjectPage object={reviewObject} id={id} title={({ case: caseId }) => words.name(toShortId(caseId))} offer={offer}>
      {(view) => (
        <>
          <Gaps view={view} />
          <Summary view={view} />
        </>
      )}
    </ObjectPage>
  );
}

type WithView = { readonly view: ReviewView };

function Gaps({ view: { gapList, openedAt } }: WithView) {
  const words = useWords(reviewWords);
  const kinds = words.fields.gapKind.values ?? {};
  const format = useFormat();
  return (
    <Sheet title={words.gaps} aside={<span className="quiet">{format.number(gapList.length)}</span>}>
      {gapList.length === 0 && <p className="quiet">{words.noGaps}</p>}
      <ul className="gaps">
        {gapList.map(({ id, gap, text, owner, dueAt, closedBy, proof }) => (
          <li key={id}>
            <Tags>
              <Tag>{nameOf(kinds, gap)}</Tag>
              {closedBy === null ? (
                <Deadline at={dueAt} spanMs={dueAt - openedAt} />
              ) : (
                <Tag tone="good">{words.closed}</Tag>
              )}
            </Tags>
            <p className="quote">{text}</p>
            <Facts
              facts={[
                [words.owner, <Person key="owner" id={owner} />],
                closedBy === null ? null : [words.closedBy, <Person key="closed" id={closedBy} />],
                proof === null ? null : [words.proof, proof],
              ]}
            />
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function Summary({ view: { summary, case: caseId } }: WithView) {
  const words = useWords(reviewWords);
  const parts = useWords(deskWords);
  return (
    <Sheet title={words.summary}>
      {summary === null ? <p className="quiet">{words.noSummary}</p> : <p className="quote">{summary}</p>}
      <Facts facts={[[parts.case, <CaseLink key="case" id={caseId} />]]} />
    </Sheet>
  );
}

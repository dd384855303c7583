import { Link, useParams } from "@tanstack/react-router";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Facts, Sheet } from "../../../ui/Sheet.tsx";
import { Tag, Tags } from "../../../ui/Tag.tsx";
import { Deadline, Moment } from "../../../ui/Time.tsx";
import { ObjectPage, type CommandOffer } from "../objects/ObjectPage.tsx";
import { correctionObject, type CorrectionView } from "./correction-object.ts";
import { correctionWords } from "./words.ts";

export function CorrectionPage() {
  const { id } = useParams({ from: "/desks/corrections/$id" });
  return (
    <ObjectPage object={correctionObject} id={id} title={({ claim }) => cut(claim)} offer={toOffer}>
      {(view) => <Requests view={view} />}
    </ObjectPage>
  );
}

/** What waits longest is answered first. */
function toOffer({ requests }: CorrectionView): CommandOffer {
  const open = requests.filter(({ answer }) => answer === null);
  const choices = open.map(({ id, text }) => [id, cut(text)] as const);
  return { initial: { request: open[0]?.id }, offers: { request: { choices } } };
}

const shown = 80;

/** As much as a title or a choice has room for. */
function cut(text: string): string {
  return text.length > shown ? `${text.slice(0, shown)}…` : text;
}

function Requests({ view: { id, claim, requests } }: { readonly view: CorrectionView }) {
  const words = useWords(correctionWords);
  const format = useFormat();
  return (
    <>
      <Sheet title={words.determination}>
        <p className="quote">{claim}</p>
        <p>
          <Link to="/claims/entry/$id" params={{ id }}>
            {words.toClaim}
          </Link>
        </p>
      </Sheet>
      <Sheet title={words.requests} aside={<span className="quiet">{format.number(requests.length)}</span>}>
        {requests.length === 0 ? (
          <p className="quiet">{words.noRequests}</p>
        ) : (
          <p className="small">{words.readerSees}</p>
        )}
        <ul className="gaps">
          {requests.map(({ id: request, text, askedAt, dueAt, answer }) => (
            <li key={request}>
              <Tags>
                {answer === null ? (
                  <Deadline at={dueAt} spanMs={dueAt - askedAt} />
                ) : (
                  <Tag tone="good">{words.statuses.answered}</Tag>
                )}
              </Tags>
              <p className="quote">{text}</p>
              <Facts
                facts={[
                  [words.asked, <Moment key="asked" at={askedAt} />],
                  [words.answer, answer ?? words.noAnswer],
                ]}
              />
            </li>
          ))}
        </ul>
      </Sheet>
    </>
  );
}

import { useParams } from "@tanstack/react-router";
import { useWords } from "../../../app/context.tsx";
import { Facts, Sheet } from "../../../ui/Sheet.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { Moment } from "../../../ui/Time.tsx";
import { nameOf } from "../../../words/terms.ts";
import { ObjectPage } from "../objects/ObjectPage.tsx";
import { CaseLink } from "../Named.tsx";
import { deskWords } from "../words/table.ts";
import { transferObject } from "./transfer-object.ts";
import { transferWords } from "./words.ts";

export function HandOverPage() {
  const { id } = useParams({ from: "/desks/hand-overs/$id" });
  const words = useWords(transferWords);
  const parts = useWords(deskWords);
  return (
    <ObjectPage object={transferObject} id={id}>
      {(view) => (
        <>
          <Sheet title={words.question}>
            <p className="quote">{view.question}</p>
            <Facts
              facts={[
                [words.purpose, view.purpose],
                [words.partner, view.desk],
                [words.returnBy, <Moment key="by" at={view.returnBy} />],
                [parts.case, <CaseLink key="case" id={view.case} />],
              ]}
            />
          </Sheet>
          <Sheet title={words.shown}>
            <p className="quiet small">{words.shownHint}</p>
            <ul className="chips">
              {view.fields.map((field) => (
                <li key={field}>
                  <Tag>{nameOf(words.shareable, field)}</Tag>
                </li>
              ))}
            </ul>
          </Sheet>
          <Sheet title={words.answer}>
            {view.answer === null ? <p className="quiet">{words.noAnswer}</p> : <p className="quote">{view.answer}</p>}
          </Sheet>
        </>
      )}
    </ObjectPage>
  );
}

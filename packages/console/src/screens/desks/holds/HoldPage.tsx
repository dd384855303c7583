import { toCodeWords } from "@breakwater/casework";
import { useParams } from "@tanstack/react-router";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Facts, Sheet } from "../../../ui/Sheet.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { Moment } from "../../../ui/Time.tsx";
import { ObjectPage } from "../objects/ObjectPage.tsx";
import { holdObject, type HoldView } from "./hold-object.ts";
import { holdWords } from "./words.ts";

export function HoldPage() {
  const { id } = useParams({ from: "/desks/holds/$id" });
  const words = useWords(holdWords);
  return (
    <ObjectPage
      object={holdObject}
      id={id}
      tags={({ contested }) => contested && <Tag tone="warn">{words.contested}</Tag>}
    >
      {(view) => (
        <>
          <What view={view} />
          <Contest view={view} />
          <Statement view={view} />
        </>
      )}
    </ObjectPage>
  );
}

type WithView = { readonly view: HoldView };

function What({ view: { item, author, slot, trigger, decision, endsAt } }: WithView) {
  const words = useWords(holdWords);
  return (
    <Sheet title={words.slot}>
      <p className="quiet small">{words.noExtending}</p>
      <Facts
        facts={[
          [words.slots[slot], <Id key="item" id={item} />],
          [words.author, <Id key="author" id={author} />],
          [words.trigger, words.triggers[trigger]],
          [words.ends, <Moment key="ends" at={endsAt} />],
          decision === null ? null : [words.decision, <Id key="decision" id={decision} />],
        ]}
      />
    </Sheet>
  );
}

function Id({ id }: { readonly id: string }) {
  return <span className="id">{id}</span>;
}

/** What the author wrote stands in the history, as what everybody else wrote does. */
function Contest({ view: { history } }: WithView) {
  const words = useWords(holdWords);
  const said = history.flatMap(({ kind, note }) => (kind === "hold_contested" && note !== null ? [note] : []));
  return (
    <Sheet title={words.contestedSays}>
      {said.length === 0 && <p className="quiet">{words.notContested}</p>}
      {said.map((note) => (
        <p key={note} className="quote">
          {note}
        </p>
      ))}
    </Sheet>
  );
}

function Statement({ view: { statement } }: WithView) {
  const words = useWords(holdWords);
  const { language } = useFormat();
  const read = (field: string): string => {
    const value = statement[field];
    return typeof value === "string" ? toCodeWords(value, language) : "";
  };
  const grounds = ["illegal_content_explanation", "incompatible_content_explanation"];
  const ground = ["illegal_content_legal_ground", "incompatible_content_ground"].map(read).find((one) => one !== "");
  return (
    <Sheet title={words.statement}>
      <p className="quiet small">{words.statementHint}</p>
      <p className="quote">{read("decision_facts")}</p>
      <Facts
        facts={[
          ground === undefined ? null : [words.ground, ground],
          [words.category, read("category")],
          [words.fields["draft.explanation"].label, grounds.map(read).join(" ")],
        ]}
      />
    </Sheet>
  );
}

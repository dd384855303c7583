import { listDecisions } from "@breakwater/contract";
import { Link } from "@tanstack/react-router";
import { usePages } from "../../../api/queries.ts";
import { useFormat, useWords } from "../../../app/context.tsx";
import { AwaitedList } from "../../../ui/Awaited.tsx";
import { MoreButton } from "../../../ui/MoreButton.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { Tag, Tags } from "../../../ui/Tag.tsx";
import { decisionStatusNames, measureNames, measureStatusNames } from "../../../words/case-terms.ts";
import { toShortId } from "../../../words/short-id.ts";
import type { Case } from "../CaseFile.tsx";
import { caseWords } from "../words/table.ts";

/** What was decided in a case, account by account, and how far each has come at the platform. */
export function DecisionsOf({ file }: { readonly file: Case }) {
  const words = useWords(caseWords);
  const format = useFormat();
  const statuses = useWords(decisionStatusNames);
  const measures = useWords(measureNames);
  const states = useWords(measureStatusNames);
  const pages = usePages(listDecisions, { query: { case: file.id } }, { isWanted: file.decisions > 0 });
  if (file.decisions === 0) return null;
  return (
    <Sheet title={words.decisions} aside={<span className="quiet">{format.number(file.decisions)}</span>}>
      {file.waiting > 0 && <p>{words.stagesWait(format.number(file.waiting), file.waiting)}</p>}
      <AwaitedList what={words.decisions} pages={pages} />
      <ul className="case-lines">
        {pages.items.map((line) => (
          <li key={line.id}>
            <Link to="/decisions/$id" params={{ id: line.id }}>
              {line.account === null ? words.leftAlone : <span className="id">{line.account}</span>}
              <span className="unseen"> {toShortId(line.id)}</span>
            </Link>
            <Tags>
              <Tag tone={line.status === "in_force" ? "act" : "plain"}>{statuses[line.status]}</Tag>
              {line.appealOpen && <Tag tone="warn">{words.appealOpen}</Tag>}
            </Tags>
            <span className="small">
              {line.measures.map(({ id, type, status }) => (
                <span key={id} className="case-measure">
                  {measures[type]}: {states[status]}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
      <MoreButton pages={pages} />
    </Sheet>
  );
}

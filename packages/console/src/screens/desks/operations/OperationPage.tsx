import { useParams } from "@tanstack/react-router";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Facts, Sheet } from "../../../ui/Sheet.tsx";
import { Moment } from "../../../ui/Time.tsx";
import { ObjectPage } from "../objects/ObjectPage.tsx";
import { CaseLink } from "../Named.tsx";
import { Person } from "../../../ui/Person.tsx";
import { operationObject, type OperationView } from "./operation-object.ts";
import { operationWords } from "./words.ts";

export function OperationPage() {
  const { id } = useParams({ from: "/desks/operations/$id" });
  return (
    <ObjectPage object={operationObject} id={id} title={({ name }) => name}>
      {(view) => <Parts view={view} />}
    </ObjectPage>
  );
}

function Parts({ view }: { readonly view: OperationView }) {
  const words = useWords(operationWords);
  const format = useFormat();
  const { scope, endsAt, ledBy, renewals, caseIds, history } = view;
  const report = history.findLast(({ kind }) => kind === "operation_reported")?.note ?? null;
  return (
    <>
      <Sheet title={words.scope}>
        <p className="quote">{scope}</p>
        <Facts
          facts={[
            [words.ends, <Moment key="ends" at={endsAt} />],
            ledBy === null ? null : [words.ledBy, <Person key="led" id={ledBy} />],
            [words.renewed, renewals === 0 ? words.neverRenewed : words.renewals(format.number(renewals), renewals)],
          ]}
        />
      </Sheet>
      <Sheet title={words.cases} aside={<span className="quiet">{format.number(caseIds.length)}</span>}>
        {caseIds.length === 0 && <p className="quiet">{words.noCases}</p>}
        <ul className="chips">
          {caseIds.map((id) => (
            <li key={id}>
              <CaseLink id={id} />
            </li>
          ))}
        </ul>
      </Sheet>
      <Sheet title={words.report}>
        {report === null ? <p className="quiet">{words.noReport}</p> : <p className="quote">{report}</p>}
      </Sheet>
    </>
  );
}

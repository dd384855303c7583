import { useParams } from "@tanstack/react-router";
import { useWords } from "../../../app/context.tsx";
import { Facts, Sheet } from "../../../ui/Sheet.tsx";
import { ObjectPage } from "../objects/ObjectPage.tsx";
import { CaseLink } from "../Named.tsx";
import { Person } from "../../../ui/Person.tsx";
import { deskWords } from "../words/table.ts";
import { unmaskingObject } from "./unmasking-object.ts";
import { unmaskingWords } from "./words.ts";

export function UnmaskingPage() {
  const { id } = useParams({ from: "/desks/unmasking/$id" });
  const words = useWords(unmaskingWords);
  const parts = useWords(deskWords);
  return (
    <ObjectPage object={unmaskingObject} id={id}>
      {({ pseudonym, case: caseId, requestedBy, history }) => (
        <Sheet title={words.what}>
          <p className="quiet small">{words.limit}</p>
          <p className="quote">{history.find(({ kind }) => kind === "unmask_requested")?.note}</p>
          <Facts
            facts={[
              [
                words.pseudonym,
                <span key="pseudonym" className="id">
                  {pseudonym}
                </span>,
              ],
              [parts.case, <CaseLink key="case" id={caseId} />],
              [words.requestedBy, <Person key="by" id={requestedBy} />],
            ]}
          />
        </Sheet>
      )}
    </ObjectPage>
  );
}

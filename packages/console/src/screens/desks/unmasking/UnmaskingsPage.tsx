import { unmaskMachine } from "@breakwater/casework";
import { requestUnmasking } from "@breakwater/contract";
import { useWords } from "../../../app/context.tsx";
import { ObjectList } from "../objects/ObjectList.tsx";
import { useOpening } from "../objects/opening.ts";
import { OpeningButton } from "../objects/OpeningButton.tsx";
import { Person } from "../../../ui/Person.tsx";
import { toShortId } from "../../../words/short-id.ts";
import { deskWords } from "../words/table.ts";
import { unmaskingObject } from "./unmasking-object.ts";
import { unmaskingWords } from "./words.ts";

export function UnmaskingsPage() {
  const words = useWords(unmaskingWords);
  const parts = useWords(deskWords);
  return (
    <ObjectList
      object={unmaskingObject}
      opening={
        <OpeningButton
          availability={useOpening(unmaskMachine, "request")}
          route={requestUnmasking}
          path={unmaskingObject.path}
          words={words.request}
          fields={words.fields}
        />
      }
      toRow={({ pseudonym, case: caseId, requestedBy }) => ({
        name: <span className="id">{pseudonym}</span>,
        facts: [
          `${parts.case} ${toShortId(caseId)}`,
          <span key="by">
            {words.requestedBy} <Person id={requestedBy} />
          </span>,
        ],
      })}
    />
  );
}

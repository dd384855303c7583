import { operationMachine } from "@breakwater/casework";
import { startOperation } from "@breakwater/contract";
import { useFormat, useWords } from "../../../app/context.tsx";
import { ObjectList } from "../objects/ObjectList.tsx";
import { useOpening } from "../objects/opening.ts";
import { OpeningButton } from "../objects/OpeningButton.tsx";
import { operationObject } from "./operation-object.ts";
import { operationWords } from "./words.ts";

export function OperationsPage() {
  const words = useWords(operationWords);
  const format = useFormat();
  return (
    <ObjectList
      object={operationObject}
      opening={
        <OpeningButton
          availability={useOpening(operationMachine, "start")}
          route={startOperation}
          path={operationObject.path}
          words={words.start}
          fields={words.fields}
        />
      }
      toRow={({ name, cases, renewals }) => ({
        name,
        facts: [
          words.casesText(format.number(cases), cases),
          renewals > 0 ? words.renewals(format.number(renewals), renewals) : null,
        ],
      })}
    />
  );
}

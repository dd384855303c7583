import { useWords } from "../../../app/context.tsx";
import { ObjectList } from "../objects/ObjectList.tsx";
import { toShortId } from "../../../words/short-id.ts";
import { deskWords } from "../words/table.ts";
import { transferObject } from "./transfer-object.ts";

export function HandOversPage() {
  const words = useWords(deskWords);
  return (
    <ObjectList
      object={transferObject}
      toRow={({ desk, case: caseId }) => ({ name: desk, facts: [`${words.case} ${toShortId(caseId)}`] })}
    />
  );
}

import { claimSourceKinds } from "@breakwater/contract";
import { useWords } from "../../../app/context.tsx";
import { Choice } from "../../../ui/Field.tsx";
import { WrittenField } from "../../../ui/WrittenField.tsx";
import { sourceKindNames } from "../../../words/claim-terms.ts";
import { claimWords } from "../words/table.ts";
import { emptySource, type SourceRow } from "./claim-form.ts";
import { WrittenRows } from "./WrittenRows.tsx";

const rowsMax = 500;

export function SourceRows({
  rows,
  fault,
  onChange,
}: {
  readonly rows: readonly SourceRow[];
  readonly fault: string | undefined;
  readonly onChange: (rows: readonly SourceRow[]) => void;
}) {
  const words = useWords(claimWords);
  const kinds = useWords(sourceKindNames);
  return (
    <WrittenRows
      rows={rows}
      rowsMax={rowsMax}
      empty={emptySource}
      fault={fault}
      words={{ row: words.sourceN, remove: words.removeSource, add: words.addSource }}
      onChange={onChange}
    >
      {({ text, kind, publisher, archive }, set) => (
        <>
          <WrittenField
            label={words.sourceText}
            value={text}
            unitsMax={2000}
            onChange={(next) => set({ text: next })}
          />
          <div className="claim-pair">
            <Choice
              label={words.sourceKind}
              value={kind}
              options={[["", words.kindUnsaid], ...claimSourceKinds.map((one) => [one, kinds[one]] as const)]}
              onChange={(next) => set({ kind: next })}
            />
            <WrittenField
              label={words.publisher}
              value={publisher}
              unitsMax={2000}
              onChange={(next) => set({ publisher: next })}
            />
            <WrittenField
              label={words.archive}
              value={archive}
              unitsMax={2000}
              onChange={(next) => set({ archive: next })}
            />
          </div>
        </>
      )}
    </WrittenRows>
  );
}

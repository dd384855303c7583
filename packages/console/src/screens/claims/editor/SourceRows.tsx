import { claimSourceKinds } from "@breakwater/contract";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Choice } from "../../../ui/Field.tsx";
import { WrittenField } from "../../../ui/WrittenField.tsx";
import { sourceKindNames } from "../../../words/claim-terms.ts";
import { claimWords } from "../words/table.ts";
import { toNewKey, type SourceRow } from "./claim-form.ts";

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
  const format = useFormat();
  const kinds = useWords(sourceKindNames);
  const set = (key: number, change: Partial<SourceRow>): void =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...change } : row)));
  const kindOptions = [
    ["", words.kindUnsaid] as const,
    ...claimSourceKinds.map((kind) => [kind, kinds[kind]] as const),
  ];
  return (
    <>
      {rows.map((row, i) => (
        <fieldset key={row.key} className="claim-fieldset">
          <legend>{words.sourceN(format.number(i + 1))}</legend>
          <WrittenField
            label={words.sourceText}
            value={row.text}
            unitsMax={2000}
            onChange={(text) => set(row.key, { text })}
          />
          <div className="claim-pair">
            <Choice
              label={words.sourceKind}
              value={row.kind}
              options={kindOptions}
              onChange={(kind) => set(row.key, { kind })}
            />
            <WrittenField
              label={words.publisher}
              value={row.publisher}
              unitsMax={2000}
              onChange={(publisher) => set(row.key, { publisher })}
            />
            <WrittenField
              label={words.archive}
              value={row.archive}
              unitsMax={2000}
              onChange={(archive) => set(row.key, { archive })}
            />
          </div>
          <Button look="quiet" onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}>
            {words.removeSource(format.number(i + 1))}
          </Button>
        </fieldset>
      ))}
      {fault !== undefined && (
        <p className="field-fault" role="alert">
          {fault}
        </p>
      )}
      <p>
        <Button
          aria-disabled={rows.length >= rowsMax}
          onClick={() =>
            rows.length < rowsMax &&
            onChange([...rows, { key: toNewKey(rows), text: "", kind: "", publisher: "", archive: "" }])
          }
        >
          {words.addSource}
        </Button>
      </p>
    </>
  );
}

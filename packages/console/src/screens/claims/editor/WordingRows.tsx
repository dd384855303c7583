import { useFormat, useWords } from "../../../app/context.tsx";
import { Button } from "../../../ui/Button.tsx";
import { WrittenField } from "../../../ui/WrittenField.tsx";
import { claimWords } from "../words/table.ts";
import { toNewKey, type WordingRow } from "./claim-form.ts";

const rowsMax = 1000;

/** How the rumour was worded in the wild. Posts are compared with each of the first. */
export function WordingRows({
  rows,
  fault,
  onChange,
}: {
  readonly rows: readonly WordingRow[];
  readonly fault: string | undefined;
  readonly onChange: (rows: readonly WordingRow[]) => void;
}) {
  const words = useWords(claimWords);
  const format = useFormat();
  const set = (key: number, change: Partial<WordingRow>): void =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...change } : row)));
  return (
    <>
      <p className="quiet small">{words.wordingRowsHint}</p>
      {rows.map((row, i) => (
        <fieldset key={row.key} className="claim-fieldset">
          <legend>{words.wordingN(format.number(i + 1))}</legend>
          <WrittenField
            label={words.wordingText}
            value={row.text}
            lines={2}
            unitsMax={20_000}
            onChange={(text) => set(row.key, { text })}
          />
          <div className="claim-pair">
            <WrittenField
              label={words.seenOn}
              value={row.date}
              unitsMax={2000}
              onChange={(date) => set(row.key, { date })}
            />
            <WrittenField
              label={words.seenAt}
              value={row.source}
              unitsMax={2000}
              onChange={(source) => set(row.key, { source })}
            />
          </div>
          <Button look="quiet" onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}>
            {words.removeWording(format.number(i + 1))}
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
            rows.length < rowsMax && onChange([...rows, { key: toNewKey(rows), text: "", date: "", source: "" }])
          }
        >
          {words.addWording}
        </Button>
      </p>
    </>
  );
}

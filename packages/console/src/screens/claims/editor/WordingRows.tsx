import { useWords } from "../../../app/context.tsx";
import { WrittenField } from "../../../ui/WrittenField.tsx";
import { claimWords } from "../words/table.ts";
import { emptyWording, type WordingRow } from "./claim-form.ts";
import { WrittenRows } from "./WrittenRows.tsx";

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
  return (
    <>
      <p className="quiet small">{words.wordingRowsHint}</p>
      <WrittenRows
        rows={rows}
        rowsMax={rowsMax}
        empty={emptyWording}
        fault={fault}
        words={{ row: words.wordingN, remove: words.removeWording, add: words.addWording }}
        onChange={onChange}
      >
        {({ text, date, source }, set) => (
          <>
            <WrittenField
              label={words.wordingText}
              value={text}
              lines={2}
              unitsMax={20_000}
              onChange={(next) => set({ text: next })}
            />
            <div className="claim-pair">
              <WrittenField
                label={words.seenOn}
                value={date}
                unitsMax={2000}
                onChange={(next) => set({ date: next })}
              />
              <WrittenField
                label={words.seenAt}
                value={source}
                unitsMax={2000}
                onChange={(next) => set({ source: next })}
              />
            </div>
          </>
        )}
      </WrittenRows>
    </>
  );
}

import type { ReactNode } from "react";
import { useFormat } from "../../../app/context.tsx";
import { Button } from "../../../ui/Button.tsx";
import { toNewKey } from "./claim-form.ts";

/** Numbered rows of fields that somebody adds and takes away. */
export function WrittenRows<Row extends { readonly key: number }>({
  rows,
  rowsMax,
  empty,
  fault,
  words,
  onChange,
  children,
}: {
  readonly rows: readonly Row[];
  readonly rowsMax: number;
  /** What a row begins with. */
  readonly empty: Omit<Row, "key">;
  /** What is wrong with them, in words. */
  readonly fault: string | undefined;
  readonly words: {
    readonly row: (n: string) => string;
    readonly remove: (n: string) => string;
    readonly add: string;
  };
  readonly onChange: (rows: readonly Row[]) => void;
  /** The fields of a row; `set` changes some of what stands in it. */
  readonly children: (row: Row, set: (change: Partial<Row>) => void) => ReactNode;
}) {
  const format = useFormat();
  const isFull = rows.length >= rowsMax;
  return (
    <>
      {rows.map((row, place) => (
        <fieldset key={row.key} className="claim-fieldset">
          <legend>{words.row(format.number(place + 1))}</legend>
          {children(row, (change) =>
            onChange(rows.map((other) => (other.key === row.key ? { ...other, ...change } : other))),
          )}
          <Button look="quiet" onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}>
            {words.remove(format.number(place + 1))}
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
          aria-disabled={isFull}
          onClick={() => isFull || onChange([...rows, { ...empty, key: toNewKey(rows) } as Row])}
        >
          {words.add}
        </Button>
      </p>
    </>
  );
}

import { FieldFrame, type FieldSaid } from "./FieldFrame.tsx";

/** Words of a sentence or more. */
export function LongField({
  value,
  rows = 3,
  maxLength = 5000,
  autoFocus = false,
  onChange,
  ...said
}: FieldSaid & {
  readonly value: string;
  readonly rows?: number;
  readonly maxLength?: number;
  readonly autoFocus?: boolean;
  readonly onChange: (value: string) => void;
}) {
  return (
    <FieldFrame {...said}>
      {(control) => (
        <textarea
          {...control}
          value={value}
          rows={rows}
          maxLength={maxLength}
          // oxlint-disable-next-line jsx_a11y/no-autofocus -- the first field of a dialog that was just asked for
          autoFocus={autoFocus}
          dir="auto"
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </FieldFrame>
  );
}

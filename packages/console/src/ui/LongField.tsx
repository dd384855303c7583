import { useId } from "react";
import "./field.css";

/** Words of a sentence or more. */
export function LongField({
  label,
  hint,
  value,
  rows = 3,
  maxLength = 5000,
  autoFocus = false,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly rows?: number;
  readonly maxLength?: number;
  readonly autoFocus?: boolean;
  readonly onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <textarea
        id={id}
        value={value}
        rows={rows}
        maxLength={maxLength}
        // oxlint-disable-next-line jsx_a11y/no-autofocus -- the first field of a dialog that was just asked for
        autoFocus={autoFocus}
        dir="auto"
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}

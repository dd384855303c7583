import { useId } from "react";
import "./field.css";

/** Something that somebody writes: one line, or several. */
export function WrittenField({
  label,
  hint,
  value,
  lines = 1,
  isNeeded = false,
  fault,
  unitsMax,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly lines?: number;
  readonly isNeeded?: boolean;
  /** What is wrong with it, in words. */
  readonly fault?: string | undefined;
  /** Most UTF-16 code units. */
  readonly unitsMax?: number;
  readonly onChange: (value: string) => void;
}) {
  const id = useId();
  const described = [hint === undefined ? null : `${id}-hint`, fault === undefined ? null : `${id}-fault`].filter(
    (each) => each !== null,
  );
  const shared = {
    id,
    value,
    dir: "auto",
    autoComplete: "off",
    required: isNeeded,
    maxLength: unitsMax,
    "aria-invalid": fault !== undefined,
    "aria-describedby": described.length === 0 ? undefined : described.join(" "),
  } as const;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {lines > 1 ? (
        <textarea {...shared} rows={lines} onChange={({ target }) => onChange(target.value)} />
      ) : (
        <input {...shared} onChange={({ target }) => onChange(target.value)} />
      )}
      {fault !== undefined && (
        <p className="field-fault" id={`${id}-fault`} role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}

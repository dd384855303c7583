import { useId, type ReactNode } from "react";
import "./field.css";

/** What stands around a field. */
export type FieldSaid = {
  readonly label: string;
  /** What is good to know before one fills it in. */
  readonly hint?: string | undefined;
  /** What is wrong with what stands in it. */
  readonly fault?: string | undefined;
};

/** What the control of a field takes from the frame: its name, and what is said about it. */
export type FieldControl = {
  readonly id: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: true;
};

/** A label, a hint, a control, and what is wrong with what stands in it. */
export function FieldFrame({
  label,
  hint,
  fault,
  mark,
  children,
}: FieldSaid & {
  /** Beside the label. */
  readonly mark?: ReactNode;
  readonly children: (control: FieldControl) => ReactNode;
}) {
  const id = useId();
  const about = [hint === undefined ? null : `${id}-hint`, fault === undefined ? null : `${id}-fault`];
  const describedBy = about.filter((one) => one !== null).join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>
        {label} {mark}
      </label>
      {hint !== undefined && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({
        id,
        ...(describedBy === "" ? {} : { "aria-describedby": describedBy }),
        ...(fault === undefined ? {} : { "aria-invalid": true }),
      })}
      {fault !== undefined && (
        <p className="field-fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  );
}

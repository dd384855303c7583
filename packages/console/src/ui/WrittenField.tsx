import { FieldFrame, type FieldSaid } from "./FieldFrame.tsx";

/** Something that somebody writes: one line, or several. */
export function WrittenField({
  value,
  lines = 1,
  isNeeded = false,
  unitsMax,
  onChange,
  ...said
}: FieldSaid & {
  readonly value: string;
  readonly lines?: number;
  readonly isNeeded?: boolean;
  /** Most UTF-16 code units. */
  readonly unitsMax?: number;
  readonly onChange: (value: string) => void;
}) {
  const shared = { value, dir: "auto", autoComplete: "off", required: isNeeded, maxLength: unitsMax } as const;
  return (
    <FieldFrame {...said}>
      {(control) =>
        lines > 1 ? (
          <textarea {...control} {...shared} rows={lines} onChange={({ target }) => onChange(target.value)} />
        ) : (
          <input {...control} {...shared} onChange={({ target }) => onChange(target.value)} />
        )
      }
    </FieldFrame>
  );
}

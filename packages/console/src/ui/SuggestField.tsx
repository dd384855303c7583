import { FieldFrame, type FieldSaid } from "./FieldFrame.tsx";

/** A word that is most likely one of these, and may be another. */
export function SuggestField({
  value,
  suggestions,
  onChange,
  ...said
}: FieldSaid & {
  readonly value: string;
  readonly suggestions: readonly string[];
  readonly onChange: (value: string) => void;
}) {
  return (
    <FieldFrame {...said}>
      {(control) => (
        <>
          <input
            {...control}
            list={`${control.id}-list`}
            value={value}
            autoComplete="off"
            spellCheck={false}
            onChange={({ target }) => onChange(target.value)}
          />
          <datalist id={`${control.id}-list`}>
            {suggestions.map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
        </>
      )}
    </FieldFrame>
  );
}

import { useId, type ReactNode } from "react";
import { FieldFrame, type FieldSaid } from "./FieldFrame.tsx";
import "./field.css";

/** A choice among few words: the browser's own, which every phone and screen reader knows. */
export function Choice<Value extends string>({
  value,
  options,
  onChange,
  ...said
}: FieldSaid & {
  readonly value: Value;
  readonly options: readonly (readonly [value: Value, words: string])[];
  readonly onChange: (value: Value) => void;
}) {
  return (
    <FieldFrame {...said}>
      {(control) => (
        <select
          {...control}
          value={value}
          onChange={({ target }) => {
            const chosen = options.find(([one]) => one === target.value);
            if (chosen !== undefined) onChange(chosen[0]);
          }}
        >
          {options.map(([one, words]) => (
            <option key={one} value={one}>
              {words}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}

/** A name, an id, a word: one line. */
export function TextField({
  value,
  onChange,
  ...said
}: FieldSaid & { readonly value: string; readonly onChange: (value: string) => void }) {
  return (
    <FieldFrame {...said}>
      {(control) => (
        <input
          {...control}
          value={value}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </FieldFrame>
  );
}

export function Tick({
  isOn,
  onChange,
  children,
}: {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly children: ReactNode;
}) {
  return (
    <label className="tick">
      <input type="checkbox" checked={isOn} onChange={({ target }) => onChange(target.checked)} />
      <span>{children}</span>
    </label>
  );
}

/** Several of a closed set, under one name. */
export function Ticks<Value extends string>({
  label,
  hint,
  fault,
  mark,
  options,
  chosen,
  onChange,
}: FieldSaid & {
  /** Beside the label. */
  readonly mark?: ReactNode;
  readonly options: readonly {
    readonly value: Value;
    readonly words: ReactNode;
    /** Why it cannot be changed; left out where it can. */
    readonly fixed?: string | undefined;
  }[];
  readonly chosen: ReadonlySet<Value>;
  readonly onChange: (chosen: ReadonlySet<Value>) => void;
}) {
  const id = useId();
  return (
    <fieldset className="ticks" aria-describedby={fault === undefined ? undefined : id}>
      <legend>
        {label} {mark}
      </legend>
      {hint !== undefined && <p className="field-hint">{hint}</p>}
      <div className="ticks-list">
        {options.map(({ value, words, fixed }) => (
          <label key={value} className="tick">
            <input
              type="checkbox"
              checked={chosen.has(value)}
              disabled={fixed !== undefined}
              onChange={({ target }) => {
                const next = new Set(chosen);
                if (target.checked) next.add(value);
                else next.delete(value);
                onChange(next);
              }}
            />
            <span>
              {words}
              {fixed !== undefined && <span className="field-hint"> {fixed}</span>}
            </span>
          </label>
        ))}
      </div>
      {fault !== undefined && (
        <p className="field-fault" id={id}>
          {fault}
        </p>
      )}
    </fieldset>
  );
}

import { useId, type ReactNode } from "react";
import "./field.css";

/** A choice among few words: the browser's own, which every phone and screen reader knows. */
export function Choice<Value extends string>({
  label,
  hint,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly value: Value;
  readonly options: readonly (readonly [value: Value, words: string])[];
  readonly onChange: (value: Value) => void;
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
      <select
        id={id}
        value={value}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
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
    </div>
  );
}

export function TextField({
  label,
  hint,
  value,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
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
      <input
        id={id}
        value={value}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
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
  options,
  chosen,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly options: readonly {
    readonly value: Value;
    readonly words: ReactNode;
    /** Why it cannot be changed; left out where it can. */
    readonly fixed?: string | undefined;
  }[];
  readonly chosen: ReadonlySet<Value>;
  readonly onChange: (chosen: ReadonlySet<Value>) => void;
}) {
  return (
    <fieldset className="ticks">
      <legend>{label}</legend>
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
    </fieldset>
  );
}

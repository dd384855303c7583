import { useId, useState, type ReactNode } from "react";
import { useWords } from "../../../app/context.tsx";
import { splitLines, type FieldFault } from "./draft.ts";
import { formWords } from "./words.ts";
import "./forms.css";

type Common = {
  readonly label: string;
  readonly hint: string | undefined;
  readonly isNeeded: boolean;
  readonly fault: FieldFault | undefined;
};

/** What a field passes on to its control: its name, and what is said about it. */
type Control = { readonly id: string; readonly "aria-describedby"?: string; readonly "aria-invalid"?: true };

/** A label, a hint, a control, and what is wrong with what stands in it. */
function Labelled({
  label,
  hint,
  isNeeded,
  fault,
  children,
}: Common & { readonly children: (control: Control) => ReactNode }) {
  const id = useId();
  const words = useWords(formWords);
  const about = [hint === undefined ? null : `${id}-hint`, fault === undefined ? null : `${id}-fault`];
  const describedBy = about.filter((one) => one !== null).join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>
        {label} {!isNeeded && <span className="optional">{words.optional}</span>}
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
          {words.faults[fault]}
        </p>
      )}
    </div>
  );
}

type Typed = Common & { readonly value: string; readonly onChange: (value: string) => void };

/** A sentence or a few. Grows with what is written. */
export function AreaField({ value, onChange, ...common }: Typed) {
  return (
    <Labelled {...common}>
      {(control) => (
        <textarea
          {...control}
          className="area"
          rows={2}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Labelled>
  );
}

/** Words without spaces, one on each line. */
export function LinesField({
  list,
  onChange,
  ...common
}: Common & { readonly list: readonly string[]; readonly onChange: (list: readonly string[]) => void }) {
  const [text, setText] = useState(list.join("\n"));
  const change = (next: string): void => {
    setText(next);
    onChange(splitLines(next));
  };
  return <AreaField {...common} value={text} onChange={change} />;
}

/** A word, an id or a moment. */
export function LineField({ value, onChange, type, ...common }: Typed & { readonly type: "text" | "datetime-local" }) {
  return (
    <Labelled {...common}>
      {(control) => (
        <input
          {...control}
          type={type}
          value={value}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Labelled>
  );
}

/** Any number of a few things. */
export function TicksField({
  label,
  hint,
  isNeeded,
  fault,
  options,
  chosen,
  onChange,
}: Common & {
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}) {
  const id = useId();
  const words = useWords(formWords);
  return (
    <fieldset className="field ticks" aria-describedby={fault === undefined ? undefined : `${id}-fault`}>
      <legend>
        {label} {!isNeeded && <span className="optional">{words.optional}</span>}
      </legend>
      {hint !== undefined && <p className="field-hint">{hint}</p>}
      {options.map(([value, name]) => (
        <label key={value} className="tick">
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
            }
          />
          <span>{name}</span>
        </label>
      ))}
      {fault !== undefined && (
        <p className="field-fault" id={`${id}-fault`}>
          {words.faults[fault]}
        </p>
      )}
    </fieldset>
  );
}

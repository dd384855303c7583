import { useState } from "react";
import { useWords } from "../../../app/context.tsx";
import { Ticks } from "../../../ui/Field.tsx";
import { FieldFrame } from "../../../ui/FieldFrame.tsx";
import { splitLines, type FieldFault } from "./draft.ts";
import { formWords } from "./words.ts";
import "./forms.css";

type Common = {
  readonly label: string;
  readonly hint: string | undefined;
  readonly isNeeded: boolean;
  readonly fault: FieldFault | undefined;
};

/** What a frame says of a field, in words: also that it may be left empty. */
function useSaid({ label, hint, isNeeded, fault }: Common) {
  const words = useWords(formWords);
  return {
    label,
    hint,
    fault: fault === undefined ? undefined : words.faults[fault],
    mark: !isNeeded && <span className="optional">{words.optional}</span>,
  };
}

type Typed = Common & { readonly value: string; readonly onChange: (value: string) => void };

/** A sentence or a few. Grows with what is written. */
export function AreaField({ value, onChange, ...common }: Typed) {
  return (
    <FieldFrame {...useSaid(common)}>
      {(control) => (
        <textarea
          {...control}
          className="area"
          rows={2}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </FieldFrame>
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
    <FieldFrame {...useSaid(common)}>
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
    </FieldFrame>
  );
}

/** Any number of a few things. */
export function TicksField({
  options,
  chosen,
  onChange,
  ...common
}: Common & {
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}) {
  return (
    <Ticks
      {...useSaid(common)}
      options={options.map(([value, words]) => ({ value, words }))}
      chosen={new Set(chosen)}
      onChange={(next) => onChange([...next])}
    />
  );
}

import { useWords } from "../../../app/context.tsx";
import { Choice, Tick } from "../../../ui/Field.tsx";
import type { Draft, DraftValue, Faults } from "./draft.ts";
import { AreaField, LineField, LinesField, TicksField } from "./FormField.tsx";
import type { Member, Members } from "./shape.ts";
import { formWords } from "./words.ts";

/** How a field is called, and what is good to know before one fills it in. */
export type FieldWords = {
  readonly label: string;
  readonly hint?: string;
  /** Words for what can be chosen; what has none stands as it is. */
  readonly values?: Readonly<Record<string, string>>;
};

/** What a page knows about a field that the contract cannot: what there is to choose from, and that a short line is enough. */
export type Offer = {
  readonly choices?: readonly (readonly [value: string, words: string])[];
  readonly isShort?: boolean;
};

export type BodyFormProps = {
  readonly members: Members;
  readonly words: Readonly<Record<string, FieldWords>>;
  readonly offers?: Readonly<Record<string, Offer>>;
  readonly draft: Draft;
  readonly faults: Faults;
  readonly onChange: (draft: Draft) => void;
};

/** From this length on a text gets room for sentences. */
const lineMax = 512;

/** The fields of a body, as the contract has them. */
export function BodyForm({ above = "", ...props }: BodyFormProps & { readonly above?: string }) {
  return Object.entries(props.members).map(([name, member]) => (
    <OneField key={name} {...props} path={above + name} member={member} />
  ));
}

function OneField({ path, member, ...props }: BodyFormProps & { readonly path: string; readonly member: Member }) {
  const { words, offers = {}, draft, faults, onChange } = props;
  const parts = useWords(formWords);
  const { label, hint, values = {} } = words[path] ?? { label: path };
  const { choices, isShort = false } = offers[path] ?? {};
  const { shape, isNeeded } = member;
  const value = draft[path];
  const common = { label, hint, isNeeded, fault: faults[path] };
  const text = typeof value === "string" ? value : "";
  const list = Array.isArray(value) ? (value as readonly string[]) : [];
  const set = (next: DraftValue): void => onChange({ ...draft, [path]: next });
  const toOption = (one: string): readonly [string, string] => [one, values[one] ?? one];
  switch (shape.kind) {
    case "text": {
      if (choices !== undefined)
        return <Choice label={label} {...(hint && { hint })} value={text} options={choices} onChange={set} />;
      if (isShort || shape.longest === null || shape.longest <= lineMax) {
        return <LineField {...common} type="text" value={text} onChange={set} />;
      }
      return <AreaField {...common} value={text} onChange={set} />;
    }
    case "choice":
      return (
        <Choice
          label={label}
          {...(hint && { hint })}
          value={text}
          options={shape.values.map(toOption)}
          onChange={set}
        />
      );
    case "ticks":
      return <TicksField {...common} options={shape.values.map(toOption)} chosen={list} onChange={set} />;
    case "lines":
      if (choices !== undefined) return <TicksField {...common} options={choices} chosen={list} onChange={set} />;
      return <LinesField {...common} hint={hint ?? parts.lines} list={list} onChange={set} />;
    case "time":
      return <LineField {...common} type="datetime-local" value={text} onChange={set} />;
    case "yes":
      return (
        <Tick isOn={value === true} onChange={set}>
          {label}
        </Tick>
      );
    case "group":
      return (
        <>
          {isNeeded || (
            <Tick isOn={value === true} onChange={set}>
              {label}
            </Tick>
          )}
          {value === true && (
            <div className="form-group">
              <BodyForm {...props} members={shape.members} above={`${path}.`} />
            </div>
          )}
        </>
      );
  }
}

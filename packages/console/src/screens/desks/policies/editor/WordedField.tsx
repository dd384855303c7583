import { useWords } from "../../../../app/context.tsx";
import { Button } from "../../../../ui/Button.tsx";
import { AreaField } from "../../forms/FormField.tsx";
import { ruleWords } from "../words/table.ts";
import { noWords, replaceAt, type Worded } from "./content.ts";

/** The same in both languages, side by side where there is room. */
export function WordedField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: Worded;
  readonly onChange: (value: Worded) => void;
}) {
  const words = useWords(ruleWords);
  const languages = ["en", "zh-Hans"] as const;
  return (
    <fieldset className="worded">
      <legend>{label}</legend>
      {languages.map((language) => (
        <div key={language} lang={language}>
          <AreaField
            label={words.languages[language]}
            hint={undefined}
            isNeeded
            fault={undefined}
            value={value[language]}
            onChange={(text) => onChange({ ...value, [language]: text })}
          />
        </div>
      ))}
    </fieldset>
  );
}

const listMax = 8;

/** Examples, each in both languages. */
export function WordedList({
  list,
  onChange,
}: {
  readonly list: readonly Worded[];
  readonly onChange: (list: Worded[]) => void;
}) {
  const words = useWords(ruleWords);
  return (
    <>
      {list.map((value, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- examples have no id
        <div key={place} className="removable">
          <WordedField
            label={words.example(String(place + 1))}
            value={value}
            onChange={(next) => onChange(replaceAt(list, place, next))}
          />
          <Button look="quiet" onClick={() => onChange(replaceAt(list, place, null))}>
            {words.remove}
          </Button>
        </div>
      ))}
      {list.length < listMax && (
        <div className="opening">
          <Button onClick={() => onChange([...list, noWords])}>{words.addExample}</Button>
        </div>
      )}
    </>
  );
}

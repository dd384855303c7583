import { categories, toCodeWords } from "@breakwater/casework";
import { grades, ruleBehaviours } from "@breakwater/contract";
import { useFormat, useWords } from "../../../../app/context.tsx";
import { Button } from "../../../../ui/Button.tsx";
import { Choice } from "../../../../ui/Field.tsx";
import { Sheet } from "../../../../ui/Sheet.tsx";
import { gradeNames } from "../../../../words/case-terms.ts";
import { LinesField } from "../../forms/FormField.tsx";
import type { RuleContent } from "../RuleText.tsx";
import { ruleWords } from "../words/table.ts";
import { noWords, replaceAt } from "./content.ts";
import { WordedField, WordedList } from "./WordedField.tsx";

type Props = { readonly content: RuleContent; readonly onChange: (content: RuleContent) => void };

/** All that a rule says, part by part. */
export function ContentForm({ content, onChange }: Props) {
  const words = useWords(ruleWords);
  const { title, text, falls, spares } = content;
  return (
    <>
      <Sheet title={words.text}>
        <WordedField label={words.ruleTitle} value={title} onChange={(next) => onChange({ ...content, title: next })} />
        <WordedField label={words.text} value={text} onChange={(next) => onChange({ ...content, text: next })} />
      </Sheet>
      <Tests content={content} onChange={onChange} />
      <Sheet title={words.falls}>
        <WordedList list={falls} onChange={(next) => onChange({ ...content, falls: next })} />
      </Sheet>
      <Sheet title={words.spares}>
        <WordedList list={spares} onChange={(next) => onChange({ ...content, spares: next })} />
      </Sheet>
      <Ladder content={content} onChange={onChange} />
      <Ground content={content} onChange={onChange} />
    </>
  );
}

function Tests({ content, onChange }: Props) {
  const words = useWords(ruleWords);
  const { tests } = content;
  const set = (next: RuleContent["tests"]): void => onChange({ ...content, tests: next });
  return (
    <Sheet title={words.tests}>
      <p className="quiet small">{words.testsHint}</p>
      {tests.map((test, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- tests have no id
        <div key={place} className="removable">
          <Choice
            label={words.behaviour}
            value={test.behaviour}
            options={ruleBehaviours.map((one) => [one, words.behaviours[one]])}
            onChange={(behaviour) => set(replaceAt(tests, place, { ...test, behaviour }))}
          />
          <WordedField
            label={words.shown}
            value={test.shows}
            onChange={(shows) => set(replaceAt(tests, place, { ...test, shows }))}
          />
          <Button look="quiet" onClick={() => set(replaceAt(tests, place, null))}>
            {words.remove}
          </Button>
        </div>
      ))}
      <div className="opening">
        <Button onClick={() => set([...tests, { behaviour: "acts_in_step", shows: noWords }])}>{words.addTest}</Button>
      </div>
    </Sheet>
  );
}

const levels = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

function Ladder({ content, onChange }: Props) {
  const words = useWords(ruleWords);
  const names = useWords(gradeNames);
  const { ladder } = content;
  return (
    <Sheet title={words.ladder}>
      <p className="quiet small">{words.ladderHint}</p>
      {grades.map((grade) => (
        <fieldset key={grade} className="levels">
          <legend>{names[grade]}</legend>
          {levels.map((level) => (
            <label key={level} className="tick">
              <input
                type="checkbox"
                checked={ladder[grade].includes(level)}
                onChange={({ target }) => {
                  const others = ladder[grade].filter((one) => one !== level);
                  const next = target.checked ? [...others, level].toSorted((a, b) => a - b) : others;
                  onChange({ ...content, ladder: { ...ladder, [grade]: next } });
                }}
              />
              <span>L{level}</span>
            </label>
          ))}
        </fieldset>
      ))}
    </Sheet>
  );
}

function Ground({ content, onChange }: Props) {
  const words = useWords(ruleWords);
  const { language } = useFormat();
  const { ground, groundName, category, keywords } = content;
  return (
    <Sheet title={words.groundKind}>
      <Choice
        label={words.groundKind}
        value={ground}
        options={[
          ["incompatible", words.ground.incompatible],
          ["illegal", words.ground.illegal],
        ]}
        onChange={(next) => onChange({ ...content, ground: next })}
      />
      <WordedField
        label={words.groundName}
        value={groundName}
        onChange={(next) => onChange({ ...content, groundName: next })}
      />
      <Choice
        label={words.category}
        value={category}
        options={categories.map((code) => [code, toCodeWords(code, language)])}
        onChange={(next) => onChange({ ...content, category: next })}
      />
      <LinesField
        label={words.keywords}
        hint="KEYWORD_…"
        isNeeded={false}
        fault={undefined}
        list={keywords}
        onChange={(next) => onChange({ ...content, keywords: [...next] })}
      />
    </Sheet>
  );
}

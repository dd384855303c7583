import { toCodeWords } from "@breakwater/casework";
import { grades, type ruleContent } from "@breakwater/contract";
import type { z } from "zod";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Facts, Sheet } from "../../../ui/Sheet.tsx";
import { gradeNames } from "../../../words/case-terms.ts";
import type { Language } from "../../../words/languages.ts";
import { ruleWords } from "./words/table.ts";

export type RuleContent = z.infer<typeof ruleContent>;

/** What a rule says, in one of its languages. */
export function RuleText({ content, language }: { readonly content: RuleContent; readonly language: Language }) {
  const words = useWords(ruleWords);
  const gradesInWords = useWords(gradeNames);
  const format = useFormat();
  const { text, falls, spares, tests, ladder, ground, groundName, category, keywords } = content;
  return (
    <div className="stack" lang={language}>
      <Sheet title={words.text}>
        <p className="quote">{text[language]}</p>
        <Facts
          facts={[
            [words.ground[ground], groundName[language]],
            [words.category, toCodeWords(category, format.language)],
            keywords.length === 0
              ? null
              : [words.keywords, format.list(keywords.map((word) => toCodeWords(word, format.language)))],
          ]}
        />
      </Sheet>
      <Sheet title={words.tests}>
        <p className="quiet small">{words.testsHint}</p>
        <ul className="marked">
          {tests.map(({ behaviour, shows }) => (
            <li key={`${behaviour} ${shows[language]}`}>
              <strong>{words.behaviours[behaviour]}</strong>: {shows[language]}
            </li>
          ))}
        </ul>
      </Sheet>
      <Sheet title={words.falls}>
        <Examples examples={falls.map((one) => one[language])} />
        <h3>{words.spares}</h3>
        <Examples examples={spares.map((one) => one[language])} />
      </Sheet>
      <Sheet title={words.ladder}>
        <Facts
          facts={grades.map((grade) => [
            gradesInWords[grade],
            ladder[grade].length === 0 ? words.nothing : format.list(ladder[grade].map((level) => `L${level}`)),
          ])}
        />
      </Sheet>
    </div>
  );
}

function Examples({ examples }: { readonly examples: readonly string[] }) {
  return (
    <ul className="marked">
      {examples.map((example) => (
        <li key={example}>{example}</li>
      ))}
    </ul>
  );
}

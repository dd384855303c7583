import { useFormat, useWords } from "../../../app/context.tsx";
import { gradeNames } from "../../../words/case-terms.ts";
import type { Rule } from "../rules.ts";
import { caseWords } from "../words/table.ts";

const grades = ["minor", "moderate", "serious", "critical"] as const;

/** A rule as it stands: its text, what falls under it and what does not, what evidence has to show, and how far measures may go. */
export function RuleText({ rule, isOpen }: { readonly rule: Rule; readonly isOpen: boolean }) {
  const words = useWords(caseWords);
  const names = useWords(gradeNames);
  const format = useFormat();
  const { language } = format;
  const { title, text, falls, spares, tests, ladder } = rule.content;
  const levels = (of: readonly number[]): string =>
    of.length === 0 ? words.noLevel : format.list(of.map((level) => `L${level}`));
  return (
    <details className="rule" open={isOpen}>
      <summary>
        <span className="id">{rule.rule.id}</span> {title[language]}
      </summary>
      <p>{text[language]}</p>
      <h3>{words.evidenceShows}</h3>
      <ul>
        {tests.map(({ behaviour, shows }) => (
          <li key={behaviour}>{shows[language]}</li>
        ))}
      </ul>
      <h3>{words.falls}</h3>
      <ul>
        {falls.map((example) => (
          <li key={example.en}>{example[language]}</li>
        ))}
      </ul>
      <h3>{words.spares}</h3>
      <ul>
        {spares.map((example) => (
          <li key={example.en}>{example[language]}</li>
        ))}
      </ul>
      <h3>{words.howFar}</h3>
      <dl className="rule-ladder">
        {grades.map((grade) => (
          <div key={grade}>
            <dt>{names[grade]}</dt>
            <dd>{levels(ladder[grade])}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

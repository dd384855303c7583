import { defaultSettings } from "@breakwater/casework";
import { Children } from "react";
import { useWords } from "../../../app/context.tsx";
import { Person } from "../../../ui/Person.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { Ago, Deadline } from "../../../ui/Time.tsx";
import { appealOutcomeNames } from "../../../words/case-terms.ts";
import { Quoted } from "../../cases/parts/Quoted.tsx";
import type { Decision } from "../DecisionFile.tsx";
import { decisionWords } from "../words/table.ts";

/** What the person, or whoever reported, holds against a decision: point by point, each with its answer. */
export function Appeals({ file }: { readonly file: Decision }) {
  const words = useWords(decisionWords);
  const outcomes = useWords(appealOutcomeNames);
  if (file.appeals.length === 0) return null;
  return (
    <Sheet title={words.appeals}>
      {file.appeals.map((appeal) => (
        <article key={appeal.appellant} className="appeal">
          <p>
            {words.by[appeal.as === "subject" ? "subject" : "reporter"]} · <Ago at={appeal.at} />{" "}
            {appeal.outcome === null ? (
              <Deadline at={appeal.dueAt} spanMs={defaultSettings.appealDecisionMs} />
            ) : (
              <Tag tone={appeal.outcome === "upheld" ? "plain" : "good"}>{outcomes[appeal.outcome]}</Tag>
            )}
          </p>
          <ol className="appeal-points">
            {Children.map(appeal.points, (point, i) => (
              <li>
                <Quoted>{point}</Quoted>
                {appeal.answers[i] !== undefined && (
                  <p>
                    <strong>{words.answer}</strong> {appeal.answers[i]}
                  </p>
                )}
              </li>
            ))}
          </ol>
          {appeal.evidence.length > 0 && (
            <>
              <h3>{words.newEvidence}</h3>
              {appeal.evidence.map((one) => (
                <Quoted key={one}>{one}</Quoted>
              ))}
            </>
          )}
          {appeal.decidedBy !== null && (
            <p className="quiet small">
              {words.decidedBy} <Person id={appeal.decidedBy} />
            </p>
          )}
        </article>
      ))}
    </Sheet>
  );
}

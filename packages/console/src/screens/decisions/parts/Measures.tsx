import { listEffects } from "@breakwater/contract";
import { Link } from "@tanstack/react-router";
import { usePages } from "../../../api/queries.ts";
import { useConsole, useFormat, useWords } from "../../../app/context.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { Tag, Tags } from "../../../ui/Tag.tsx";
import { Ago, Moment } from "../../../ui/Time.tsx";
import { effectStateNames, measureNames, measureStatusNames } from "../../../words/case-terms.ts";
import type { Decision } from "../DecisionFile.tsx";
import { decisionWords } from "../words/table.ts";

const tones = { asked: "act", confirmed: "good", failed: "bad" } as const;

/** What was laid on the account, and what the platform says came of it. */
export function Measures({ file }: { readonly file: Decision }) {
  const words = useWords(decisionWords);
  const format = useFormat();
  const names = useWords(measureNames);
  const statuses = useWords(measureStatusNames);
  const states = useWords(effectStateNames);
  const { scopes } = useConsole().me;
  const mayRead = scopes.includes("effects:read");
  const isAction = file.kind === "action";
  const pages = usePages(listEffects, { query: { decision: file.id } }, { isWanted: mayRead && isAction });
  if (!isAction) return null;
  return (
    <Sheet title={words.measures}>
      {pages.error !== null && <Failed what={words.effects} error={pages.error} onRetry={pages.reload} />}
      <ul className="case-lines">
        {file.measures.map((measure) => (
          <li key={measure.id}>
            <strong>{names[measure.type]}</strong>
            <Tags>
              <Tag tone={measure.status === "failed" ? "bad" : measure.status === "active" ? "act" : "plain"}>
                {statuses[measure.status]}
              </Tag>
              {measure.failures > 0 && <Tag tone="bad">{words.failedTimes(format.number(measure.failures))}</Tag>}
            </Tags>
            <span className="small">
              {words.onTarget[measure.target.kind]} <span className="id">{measure.target.id}</span>
              {measure.appliedAt !== null && (
                <>
                  {" · "}
                  {words.since} <Moment at={measure.appliedAt} />
                </>
              )}
              {measure.endAt !== null && (
                <>
                  {" · "}
                  {words.until} <Moment at={measure.endAt} />
                </>
              )}
              {measure.reviewAt !== null && !measure.final && (
                <>
                  {" · "}
                  {words.reviewBy} <Moment at={measure.reviewAt} />
                </>
              )}
            </span>
            {pages.items
              .filter((effect) => effect.measure === measure.id)
              .toReversed()
              .map((effect) => (
                <span key={effect.id} className="small effect">
                  <Tag tone={tones[effect.state]}>{states[effect.state]}</Tag>{" "}
                  {effect.kind === "measure.reverse" ? words.toReverse : words.toApply} <Ago at={effect.askedAt} />
                  {effect.answeredAt !== null && (
                    <>
                      {" · "}
                      {words.answered} <Ago at={effect.answeredAt} />
                    </>
                  )}
                  {effect.reason !== null && <> · {words.platformSays(effect.reason)}</>}
                  {effect.retryAt !== null && (
                    <>
                      {" · "}
                      {words.askedAgain} <Ago at={effect.retryAt} />
                    </>
                  )}
                </span>
              ))}
            {measure.type === "register" && measure.appliedAt !== null && scopes.includes("register:look_up") && (
              <Link to="/desks/register" search={{ measure: measure.id }} className="small">
                {words.toRegister} →
              </Link>
            )}
          </li>
        ))}
      </ul>
      {!mayRead && <p className="quiet small">{words.effectsNotYours}</p>}
    </Sheet>
  );
}

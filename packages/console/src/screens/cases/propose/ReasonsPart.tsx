import { contentTypes, toCodeWords } from "@breakwater/casework";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Tick } from "../../../ui/Field.tsx";
import { LongField } from "../../../ui/LongField.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import type { Case } from "../CaseFile.tsx";
import type { Finding } from "../parts/Findings.tsx";
import { caseWords } from "../words/table.ts";
import type { PartProps } from "./AccountsPart.tsx";
import { needsHearing } from "./proposal-draft.ts";

/** What only a person can write: why this rule, why no less, what else was thought of. */
export function ReasonsPart({
  file,
  findings,
  draft,
  onChange,
}: PartProps & { readonly file: Case; readonly findings: readonly Finding[] }) {
  const words = useWords(caseWords);
  const format = useFormat();
  const { language } = format;
  const unheard = findings.filter(({ hearing }) => hearing?.isCurrent !== true || hearing.endedAt === null);
  const isHearingOwed = needsHearing(draft.measures) && unheard.length > 0;
  const isCommercial = findings.some(({ severity }) => (severity["commercial_benefit"]?.weight ?? 0) > 0);
  const strikes = findings.flatMap((finding) =>
    finding.strikes.map((strike) => ({ ...strike, account: finding.account })),
  );
  const toggle = (list: readonly string[], one: string, isOn: boolean): readonly string[] =>
    isOn ? [...list, one] : list.filter((other) => other !== one);
  return (
    <Sheet title={words.reasons}>
      <LongField
        label={words.explanation}
        hint={words.explanationHint}
        value={draft.explanation}
        onChange={(explanation) => onChange({ explanation })}
      />
      <LongField
        label={words.alternatives}
        hint={words.alternativesHint}
        rows={2}
        value={draft.alternatives}
        onChange={(alternatives) => onChange({ alternatives })}
      />
      <LongField
        label={words.proportionality}
        hint={words.proportionalityHint}
        rows={2}
        value={draft.proportionality}
        onChange={(proportionality) => onChange({ proportionality })}
      />
      {isCommercial && (
        <LongField
          label={words.whyNotMoneyFirst}
          hint={words.whyNotMoneyFirstHint}
          rows={2}
          value={draft.whyNotMoneyFirst}
          onChange={(whyNotMoneyFirst) => onChange({ whyNotMoneyFirst })}
        />
      )}
      <fieldset className="case-ticks case-ticks-row">
        <legend>{words.fieldNames.content}</legend>
        {contentTypes
          .filter((type) => type !== "CONTENT_TYPE_OTHER")
          .map((type) => (
            <Tick
              key={type}
              isOn={draft.contentTypes.includes(type)}
              onChange={(isOn) => onChange({ contentTypes: toggle(draft.contentTypes, type, isOn) })}
            >
              {toCodeWords(type, language)}
            </Tick>
          ))}
      </fieldset>
      <label className="field">
        <span className="field-name">{words.contentDay}</span>
        <span className="field-hint">{words.contentDayHint}</span>
        <input type="date" value={draft.contentDay} onChange={({ target }) => onChange({ contentDay: target.value })} />
      </label>
      {strikes.length > 0 && (
        <fieldset className="case-ticks">
          <legend>{words.strikesRelied}</legend>
          {strikes.map(({ measure, level, until, account }) => (
            <Tick
              key={measure}
              isOn={draft.strikes.includes(measure)}
              onChange={(isOn) => onChange({ strikes: toggle(draft.strikes, measure, isOn) })}
            >
              <span className="id">{account}</span> {words.strike(level, format.date(until))}
            </Tick>
          ))}
        </fieldset>
      )}
      {(isHearingOwed || draft.hearingSkipped !== null) && (
        <fieldset className="case-ticks">
          <legend>{words.hearing}</legend>
          <p className="field-hint">{words.notAllHeard(format.number(unheard.length), unheard.length)}</p>
          <Tick
            isOn={draft.hearingSkipped !== null}
            onChange={(isOn) => onChange({ hearingSkipped: isOn ? "" : null })}
          >
            {words.skipHearing}
          </Tick>
          {draft.hearingSkipped !== null && (
            <LongField
              label={words.whySkipped}
              rows={2}
              value={draft.hearingSkipped}
              onChange={(hearingSkipped) => onChange({ hearingSkipped })}
            />
          )}
        </fieldset>
      )}
      {file.priority === "P0" && (
        <Tick isOn={draft.emergency} onChange={(emergency) => onChange({ emergency })}>
          {words.emergency}
        </Tick>
      )}
    </Sheet>
  );
}

import { getMeasureRule } from "@breakwater/casework";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Choice, TextField } from "../../../ui/Field.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { measureNames } from "../../../words/case-terms.ts";
import type { Finding } from "../parts/Findings.tsx";
import type { Rule } from "../rules.ts";
import { caseWords } from "../words/table.ts";
import type { PartProps } from "./AccountsPart.tsx";
import { beginMeasure, listDurations, listMeasures, type MeasureDraft } from "./proposal-draft.ts";

/** Every rung of the ladder; those that the findings or the rule do not bear say so. */
export function MeasuresPart({
  findings,
  rule,
  draft,
  onChange,
}: PartProps & { readonly findings: readonly Finding[]; readonly rule: Rule | undefined }) {
  const words = useWords(caseWords);
  const names = useWords(measureNames);
  const { measures } = draft;
  const set = (type: MeasureDraft["type"], next: MeasureDraft | null): void => {
    const others = measures.filter((one) => one.type !== type);
    onChange({ measures: next === null ? others : [...others, next] });
  };
  return (
    <Sheet title={words.measures}>
      <p className="quiet small" id="measures-hint">
        {rule === undefined ? words.ruleFirst : words.measuresHint}
      </p>
      <ul className="case-accounts">
        {listMeasures(findings, rule).map(({ type, bar }) => {
          const chosen = measures.find((one) => one.type === type);
          const isBarred = bar !== null && chosen === undefined;
          return (
            <li key={type}>
              <label className="tick" data-barred={isBarred}>
                <input
                  type="checkbox"
                  checked={chosen !== undefined}
                  aria-disabled={isBarred}
                  aria-describedby="measures-hint"
                  onChange={({ target }) => {
                    if (!isBarred) set(type, target.checked ? beginMeasure(type) : null);
                  }}
                />
                <span>
                  {names[type]}
                  {bar !== null && rule !== undefined && <span className="quiet small"> {words.bars[bar]}</span>}
                </span>
              </label>
              {chosen !== undefined && <MeasureFields measure={chosen} onSet={(next) => set(type, next)} />}
            </li>
          );
        })}
      </ul>
      {measures.some(({ on }) => on === "item") && (
        <div className="form">
          {draft.accounts.map((account) => (
            <TextField
              key={account}
              label={words.itemOf(account)}
              hint={words.itemHint}
              value={draft.items[account] ?? ""}
              onChange={(item) => onChange({ items: { ...draft.items, [account]: item } })}
            />
          ))}
        </div>
      )}
    </Sheet>
  );
}

function MeasureFields({
  measure,
  onSet,
}: {
  readonly measure: MeasureDraft;
  readonly onSet: (next: MeasureDraft) => void;
}) {
  const words = useWords(caseWords);
  const format = useFormat();
  const { targets } = getMeasureRule(measure.type);
  const durations = listDurations(measure.type);
  const say = (ms: number | null): string =>
    ms === null ? words.untilTakenBack : ms === 0 ? words.once : format.duration(ms);
  return (
    <div className="case-fields">
      {durations.length > 1 && (
        <Choice
          label={words.howLong}
          value={String(measure.durationMs)}
          options={durations.map((ms) => [String(ms), say(ms)])}
          onChange={(chosen) => onSet({ ...measure, durationMs: chosen === "null" ? null : Number(chosen) })}
        />
      )}
      {targets.length > 1 && (
        <Choice
          label={words.laidOn}
          value={measure.on}
          options={targets.map((target) => [target, words.onTarget[target]])}
          onChange={(on) => onSet({ ...measure, on })}
        />
      )}
      {measure.type === "correct_counts" && (
        <TextField
          label={words.accountsAffected}
          value={measure.accountsAffected}
          onChange={(accountsAffected) => onSet({ ...measure, accountsAffected })}
        />
      )}
    </div>
  );
}

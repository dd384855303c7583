import { defaultSettings, ownSteps } from "@breakwater/casework";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { Deadline, Moment } from "../../../ui/Time.tsx";
import { measureNames } from "../../../words/case-terms.ts";
import { nameOf } from "../../../words/terms.ts";
import type { Decision } from "../DecisionFile.tsx";
import { decisionWords } from "../words/table.ts";

/** How much of what a decision changed has been given back, and what still waits. */
export function RestorationSheet({
  file,
  restoration,
}: {
  readonly file: Decision;
  readonly restoration: NonNullable<Decision["restoration"]>;
}) {
  const words = useWords(decisionWords);
  const format = useFormat();
  const names = useWords(measureNames);
  const measures = restoration.measures.map((id) => {
    const measure = file.measures.find((one) => one.id === id);
    const isDone = !restoration.pendingMeasures.includes(id);
    return { key: id, name: measure === undefined ? id : names[measure.type], isDone };
  });
  const steps = ownSteps.map((step) => ({
    key: step,
    name: nameOf(words.steps, step),
    isDone: !restoration.pendingSteps.includes(step),
  }));
  const all = [...measures, ...steps];
  const done = all.filter(({ isDone }) => isDone).length;
  return (
    <Sheet
      title={words.restoration}
      aside={
        restoration.restoredAt === null ? (
          <Deadline at={restoration.dueAt} spanMs={defaultSettings.restoreMs} />
        ) : (
          <Tag tone="good">
            {words.restored} <Moment at={restoration.restoredAt} />
          </Tag>
        )
      }
    >
      <p className="quiet small">{words.restorationCause[restoration.cause]}</p>
      <label className="restoration">
        <span>{words.givenBack(format.number(done), format.number(all.length))}</span>
        <progress max={all.length} value={done} />
      </label>
      <ul className="case-lines">
        {all.map(({ key, name, isDone }) => (
          <li key={key}>
            {name} <Tag tone={isDone ? "good" : "act"}>{isDone ? words.stepDone : words.stepWaits}</Tag>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

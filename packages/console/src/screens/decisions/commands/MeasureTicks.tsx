import { useWords } from "../../../app/context.tsx";
import { Tick } from "../../../ui/Field.tsx";
import { measureNames } from "../../../words/case-terms.ts";
import type { Decision } from "../DecisionFile.tsx";
import { decisionWords } from "../words/table.ts";

/** Which measures a partial reversal takes back. */
export function MeasureTicks({
  file,
  chosen,
  onChange,
}: {
  readonly file: Decision;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}) {
  const words = useWords(decisionWords);
  const names = useWords(measureNames);
  return (
    <fieldset className="case-ticks">
      <legend>{words.takenBack}</legend>
      {file.measures.map(({ id, type }) => (
        <Tick
          key={id}
          isOn={chosen.includes(id)}
          onChange={(isOn) => onChange(isOn ? [...chosen, id] : chosen.filter((one) => one !== id))}
        >
          {names[type]}
        </Tick>
      ))}
    </fieldset>
  );
}

import { RateChart } from "../../../ui/chart/RateChart.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import type { Format } from "../../../words/format.ts";
import type { Group } from "../group-type.ts";
import type { GroupWords } from "../words/en.ts";
import { useSpeech } from "./use-speech.ts";

type Timeline = Group["timeline"];

/** When it happened, against what the rhythm of the same things would give. */
export function GroupPace({ group, title }: { readonly group: Group; readonly title: string }) {
  const speech = useSpeech();
  return (
    <Sheet title={title}>
      <RateChart {...group.timeline} text={sayPace(group.timeline, speech)} />
    </Sheet>
  );
}

/** The timeline in a sentence: all of it, and the step that stands out most. */
export function sayPace(
  { observed, expected }: Timeline,
  { words, format }: { readonly words: GroupWords; readonly format: Format },
): string {
  const excess = observed.map((value, step) => value - (expected[step] ?? 0));
  const step = excess.indexOf(Math.max(...excess));
  const all = observed.reduce((sum, value) => sum + value, 0);
  if ((excess[step] ?? 0) < 1) return words.paceFlat(format.number(all));
  return words.paceText(format.number(all), format.number(observed[step] ?? 0), format.figure(expected[step] ?? 0));
}

import { useWords } from "../../../app/context.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { explanationReasons, shareNumbers } from "../../../words/detection-terms.ts";
import { explanationNames, fitNames, nameOf } from "../../../words/terms.ts";
import type { Group } from "../group-type.ts";
import { useSpeech } from "./use-speech.ts";

const fitOrder = ["well", "partly", "unknown", "poorly"] as const;

/** What else the same evidence could be, those that fit best first. */
export function GroupExplanations({ group }: { readonly group: Group }) {
  const { words, format } = useSpeech();
  const names = useWords(explanationNames);
  const fits = useWords(fitNames);
  const reasons = useWords(explanationReasons);
  const ordered = group.explanations.toSorted((a, b) => fitOrder.indexOf(a.fits) - fitOrder.indexOf(b.fits));
  return (
    <Sheet title={words.honest}>
      <p className="quiet small">{ordered.length === 0 ? words.noHonest : words.honestHint}</p>
      <ul className="explanations">
        {ordered.map(({ kind, fits: fit, reason, numbers }) => {
          const written = Object.entries(numbers).map(([key, value]) => [
            key,
            shareNumbers.has(key) ? format.percent(value) : format.figure(value),
          ]);
          return (
            <li key={kind}>
              <span>{nameOf(names, kind)}</span>{" "}
              <Tag tone={fit === "well" ? "good" : fit === "partly" ? "warn" : "plain"}>{fits[fit]}</Tag>
              <p className="quiet small">{reasons[reason]?.(Object.fromEntries(written)) ?? reason}</p>
            </li>
          );
        })}
      </ul>
    </Sheet>
  );
}

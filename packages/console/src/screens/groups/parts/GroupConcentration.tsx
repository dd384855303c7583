import { useWords } from "../../../app/context.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { traitNames } from "../../../words/detection-terms.ts";
import { nameOf } from "../../../words/terms.ts";
import type { Group } from "../group-type.ts";
import { useSpeech } from "./use-speech.ts";

type Evidence = Group["concentration"][number];

const barsMax = 6;

/** On how few networks, devices and days the accounts are, beside the population. */
export function GroupConcentration({ group }: { readonly group: Group }) {
  const { words } = useSpeech();
  return (
    <Sheet title={words.concentration}>
      <p className="quiet small">
        {group.concentration.length === 0 ? words.noConcentration : words.concentrationHint}
      </p>
      <div className="traits">
        {group.concentration.map((evidence) => (
          <Trait key={evidence.trait} evidence={evidence} />
        ))}
      </div>
    </Sheet>
  );
}

function Trait({ evidence }: { readonly evidence: Evidence }) {
  const { words, format } = useSpeech();
  const trait = nameOf(useWords(traitNames), evidence.trait);
  return (
    <div>
      <h3>{trait}</h3>
      <p className="small">
        {words.concentrationSaid(
          format.number(evidence.accountsKnown),
          format.figure(evidence.effective),
          format.figure(evidence.effectiveExpected),
        )}
      </p>
      <ul className="bars">
        {evidence.bars.slice(0, barsMax).map(({ label, group, population }) => {
          // The engine numbers values, as in `prefix 3`.
          const name = `${trait} ${/(\d+)$/.exec(label)?.[1] ?? label}`;
          return (
            <li key={label}>
              <span className="unseen">
                {words.concentrationBar(name, format.percent(group), format.percent(population))}
              </span>
              <span className="bar-name small" aria-hidden="true">
                {name}
              </span>
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect className="bar-ground" width="100" height="10" />
                <rect className="bar-group" width={group * 100} height="10" />
                <path className="bar-population" d={`M${population * 100} 0V10`} />
              </svg>
              <span className="small" aria-hidden="true">
                {format.percent(group)}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

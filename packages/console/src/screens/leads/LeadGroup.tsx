import { getGroup } from "@breakwater/contract";
import { useRoute } from "../../api/queries.ts";
import { useFormat, useWords } from "../../app/context.tsx";
import { RateChart } from "../../ui/chart/RateChart.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Facts, Sheet } from "../../ui/Sheet.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { Moment } from "../../ui/Time.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { explanationNames, fitNames, groupKindNames, nameOf } from "../../words/terms.ts";
import { leadWords } from "./words/table.ts";

const samplesShown = 3;

/** What the detector saw of the group behind a lead. */
export function LeadGroup({ id }: { readonly id: string }) {
  const words = useWords(leadWords);
  const format = useFormat();
  const kinds = useWords(groupKindNames);
  const { data: group, error, isPending, refetch } = useRoute(getGroup, { params: { id } });
  if (error !== null && group === undefined) {
    return (
      <Sheet title={words.pace}>
        <Failed what={words.groupGone} error={error} onRetry={() => void refetch()} />
      </Sheet>
    );
  }
  if (isPending || group === undefined) return <Waiting what={words.pace} />;
  const { timeline } = group;
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  const text = words.paceText(format.number(sum(timeline.observed)), format.figure(sum(timeline.expected)));
  return (
    <>
      <Sheet
        title={words.pace}
        aside={<Tag tone={group.kind === "campaign" ? "inauthentic" : "coordinated"}>{kinds[group.kind]}</Tag>}
      >
        <RateChart {...timeline} text={text} />
        <Facts
          facts={[
            [words.accounts, format.number(group.accounts.length)],
            [words.objects, format.number(group.objects.length)],
            [words.strength, words.q(format.figure(group.q))],
            group.logE > 0 ? [words.eValue, words.logE(format.figure(group.logE))] : null,
            [
              words.between,
              <span key="t">
                <Moment at={group.from} /> – <Moment at={group.to} />
              </span>,
            ],
          ]}
        />
      </Sheet>
      {group.samples.length > 0 && (
        <Sheet title={words.samples} aside={<span className="quiet">{format.number(group.samples.length)}</span>}>
          {group.samples.slice(0, samplesShown).map((sample) => (
            <figure key={sample.representative} className="lead-sample">
              <blockquote dir="auto">{sample.representative}</blockquote>
              <figcaption className="quiet small">
                {words.sampleUse(format.number(sample.accounts), format.number(sample.actions))}
              </figcaption>
            </figure>
          ))}
        </Sheet>
      )}
      <Explanations explanations={group.explanations} />
    </>
  );
}

function Explanations({
  explanations,
}: {
  readonly explanations: readonly { readonly kind: string; readonly fits: "well" | "partly" | "poorly" | "unknown" }[];
}) {
  const words = useWords(leadWords);
  const names = useWords(explanationNames);
  const fits = useWords(fitNames);
  return (
    <Sheet title={words.honest}>
      {explanations.length === 0 && <p className="quiet">{words.noHonest}</p>}
      <ul className="lead-signals">
        {explanations.map((explanation) => (
          <li key={explanation.kind}>
            {nameOf(names, explanation.kind)}{" "}
            <Tag tone={explanation.fits === "well" ? "good" : "plain"}>{fits[explanation.fits]}</Tag>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

import { getRhythm } from "@breakwater/contract";
import { useRoute } from "../../api/queries.ts";
import { useFormat, useWords } from "../../app/context.tsx";
import { RateChart, type Rate } from "../../ui/chart/RateChart.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { nowWords } from "./words/table.ts";

const everyMs = 60_000;

/** What the community does, hour by hour, beside what its other days let one expect. */
export function Rhythm() {
  const words = useWords(nowWords);
  const { data, error, isPending, refetch } = useRoute(getRhythm, {}, { everyMs });
  return (
    <Sheet title={words.rhythm}>
      {data?.observed.length === 0 && (
        <Empty title={words.quietTitle}>
          <p>{words.quietHint}</p>
        </Empty>
      )}
      {error !== null && data === undefined && (
        <Failed what={words.theRhythm} error={error} onRetry={() => void refetch()} />
      )}
      {isPending && error === null && <Waiting what={words.theRhythm} />}
      {data !== undefined && data.observed.length > 0 && <Pace {...data} />}
    </Sheet>
  );
}

function Pace(rate: Rate) {
  const words = useWords(nowWords);
  const format = useFormat();
  const last = rate.observed.length - 1;
  const [observed, expected] = [rate.observed[last], rate.expected[last]];
  const text =
    expected === null
      ? words.rhythmOnly(format.number(observed))
      : words.rhythmText(format.number(observed), format.figure(expected));
  return (
    <>
      <RateChart {...rate} text={text} />
      <p className="quiet small">{words.rhythmIntro}</p>
    </>
  );
}

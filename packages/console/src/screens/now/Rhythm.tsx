import { getRhythm } from "@breakwater/contract";
import { useRoute } from "../../api/queries.ts";
import { useFormat, useWords } from "../../app/context.tsx";
import { Awaited } from "../../ui/Awaited.tsx";
import { RateChart, type Rate } from "../../ui/chart/RateChart.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { nowWords } from "./words/table.ts";

const everyMs = 60_000;

/** What the community does, hour by hour, beside what its other days let one expect. */
export function Rhythm() {
  const words = useWords(nowWords);
  const reading = useRoute(getRhythm, {}, { everyMs });
  const { data } = reading;
  return (
    <Sheet title={words.rhythm}>
      {data?.observed.length === 0 && (
        <Empty title={words.quietTitle}>
          <p>{words.quietHint}</p>
        </Empty>
      )}
      <Awaited what={words.theRhythm} reading={reading} />
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

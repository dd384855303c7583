import { useFormat, useWords } from "../../../app/context.tsx";
import { ShareMarks } from "../../../ui/chart/ShareMarks.tsx";
import { Sheet } from "../../../ui/Sheet.tsx";
import { familyNames } from "../../../words/terms.ts";
import type { Overview } from "./Standing.tsx";
import { detectorWords } from "./words.ts";

/** What people's verdicts say of each family, and what a sample of the unflagged says of them all. */
export function Precision({ overview }: { readonly overview: Overview }) {
  const words = useWords(detectorWords);
  const names = useWords(familyNames);
  const format = useFormat();
  const { precision, misses } = overview;
  const judged = precision.filter((one) => one.precision !== null);
  const looked = misses.filter(({ share }) => share !== null);
  const rest = precision.reduce(
    (sum, { neither, waiting }) => ({ neither: sum.neither + neither, waiting: sum.waiting + waiting }),
    { neither: 0, waiting: 0 },
  );
  const tell = (share: number, hits: number, of: number): string =>
    words.precisionTold(format.percent(share), format.number(hits), format.number(of));
  return (
    <Sheet title={words.precision}>
      {judged.length === 0 ? (
        <p className="quiet">{words.noPrecision}</p>
      ) : (
        <ShareMarks
          text={words.precisionText}
          shares={judged.map(({ family, detectorVersion, precision: share, low, high, confirmed, dismissed }) => ({
            key: `${family} ${detectorVersion}`,
            label: words.versionOf(names[family], detectorVersion),
            share,
            low,
            high,
            told: tell(share ?? 0, confirmed, confirmed + dismissed),
          }))}
        />
      )}
      {precision.length > 0 && (
        <p className="quiet small">{words.rest(format.number(rest.neither), format.number(rest.waiting))}</p>
      )}
      <h3>{words.misses}</h3>
      {looked.length === 0 ? (
        <p className="quiet">{words.noMisses}</p>
      ) : (
        <ShareMarks
          text={words.missesText}
          shares={looked.map(({ subject, share, low, high, missed, fine }) => ({
            key: subject,
            label: words.missed[subject],
            share,
            low,
            high,
            told: tell(share ?? 0, missed, missed + fine),
          }))}
        />
      )}
    </Sheet>
  );
}

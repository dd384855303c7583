import { getDetectors, getReady, type detectorOverview } from "@breakwater/contract";
import type { z } from "zod";
import { useRoute } from "../../api/queries.ts";
import { useLiveState } from "../../api/live/LiveUpdates.tsx";
import { useConsole, useFormat, useWords } from "../../app/context.tsx";
import { shellWords } from "../../shell/words/table.ts";
import { Awaited } from "../../ui/Awaited.tsx";
import { Facts, Sheet } from "../../ui/Sheet.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { Ago } from "../../ui/Time.tsx";
import { familyNames } from "../../words/terms.ts";
import { nowWords } from "./words/table.ts";

export function Health() {
  const words = useWords(nowWords);
  const shell = useWords(shellWords);
  const live = useLiveState();
  const mayRead = useConsole().me.scopes.includes("detection:read");
  const ready = useRoute(getReady, {});
  const reading = useRoute(getDetectors, {}, { isWanted: mayRead });
  const { data: detectors } = reading;
  const isReady = ready.data?.status === "ready" && ready.error === null;
  return (
    <Sheet title={words.health}>
      <Facts
        facts={[
          ready.isPending
            ? null
            : [
                words.service,
                <Tag tone={isReady ? "good" : "bad"} key="ready">
                  {isReady ? words.ready : words.notReady}
                </Tag>,
              ],
          [
            words.line,
            <Tag tone={live === "open" ? "good" : live === "lost" ? "warn" : "plain"} key="line">
              {shell.live[live]}
            </Tag>,
          ],
        ]}
      />
      <Awaited what={words.theHealth} reading={reading} />
      {detectors !== undefined && <Detectors detectors={detectors} />}
    </Sheet>
  );
}

function Detectors({ detectors }: { readonly detectors: z.infer<typeof detectorOverview> }) {
  const words = useWords(nowWords);
  const names = useWords(familyNames);
  const format = useFormat();
  const { detector, families, leads } = detectors;
  const paused = families.filter(({ state }) => state === "paused").map(({ family }) => names[family]);
  const { marked, paused: byPause, quota } = leads.held;
  const judged = detectors.precision.reduce(
    (sum, { confirmed, dismissed }) => ({ right: sum.right + confirmed, all: sum.all + confirmed + dismissed }),
    { right: 0, all: 0 },
  );
  return (
    <Facts
      facts={[
        [
          words.judge,
          detector === null ? (
            words.neverJudged
          ) : (
            <span key="judge">
              {words.judgedUntil} <Ago at={detector.until} />
              {detector.learning && (
                <>
                  <br />
                  <span className="quiet small">{words.learning}</span>
                </>
              )}
            </span>
          ),
        ],
        [
          words.families,
          paused.length === 0 ? (
            words.allActive
          ) : (
            <Tag tone="warn" key="paused">
              {words.paused(format.list(paused))}
            </Tag>
          ),
        ],
        [words.leadsToday, words.ofAllowed(format.number(leads.openedToday), format.number(leads.perDay))],
        [
          words.held,
          marked + byPause + quota === 0
            ? words.nothingHeld
            : words.heldText(format.number(marked), format.number(byPause), format.number(quota)),
        ],
        [words.precision, judged.all === 0 ? words.noPrecision : format.percent(judged.right / judged.all)],
      ]}
    />
  );
}

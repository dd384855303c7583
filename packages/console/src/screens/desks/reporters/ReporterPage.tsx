import { useParams } from "@tanstack/react-router";
import { useFormat, useWords } from "../../../app/context.tsx";
import { Facts, Sheet } from "../../../ui/Sheet.tsx";
import { Moment } from "../../../ui/Time.tsx";
import { ObjectPage } from "../objects/ObjectPage.tsx";
import { reporterObject } from "./reporter-object.ts";
import { reporterWords } from "./words.ts";

export function ReporterPage() {
  const { id } = useParams({ from: "/desks/reporters/$id" });
  const words = useWords(reporterWords);
  const format = useFormat();
  return (
    <ObjectPage object={reporterObject} id={id}>
      {({ total, manifestlyUnfounded, sinceWarning, suspendedUntil }) => (
        <Sheet title={words.counts}>
          <p className="quiet small">{words.countsHint}</p>
          <Facts
            facts={[
              [words.total, format.number(total)],
              [words.unfounded, format.number(manifestlyUnfounded)],
              [words.sinceWarning, format.number(sinceWarning)],
              suspendedUntil === null ? null : [words.suspendedUntil, <Moment key="until" at={suspendedUntil} />],
            ]}
          />
        </Sheet>
      )}
    </ObjectPage>
  );
}

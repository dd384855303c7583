import { getFigures } from "@breakwater/contract";
import { useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { useRoute } from "../../api/queries.ts";
import { useWords } from "../../app/context.tsx";
import { Awaited } from "../../ui/Awaited.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { PageHead } from "../../ui/Page.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { ByMonth } from "./ByMonth.tsx";
import { Charts } from "./Charts.tsx";
import { toKnownFigures } from "./known-figures.ts";
import { PeriodSheet } from "./PeriodSheet.tsx";
import { Sections } from "./Sections.tsx";
import { figuresWords } from "./words/table.ts";
import { Zeros } from "./Zeros.tsx";
import "./figures.css";

export function FiguresPage() {
  const words = useWords(figuresWords);
  const { from, to } = useSearch({ from: "/figures" });
  // A period that ends before it begins is none: then everything is shown.
  const isBackwards = from !== undefined && to !== undefined && from > to;
  const query = { ...(from === undefined || isBackwards ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const reading = useRoute(getFigures, { query });
  const { data: answer } = reading;
  const figures = useMemo(() => (answer === undefined ? null : toKnownFigures(answer)), [answer]);
  return (
    <div className="page">
      <PageHead title={words.figures}>
        <p className="page-lead">{words.intro}</p>
      </PageHead>
      <Awaited what={words.theFigures} reading={reading} />
      {figures?.span === null && (
        <Empty title={words.emptyTitle}>
          <p>{words.emptyHint}</p>
        </Empty>
      )}
      {answer !== undefined && figures !== null && figures.span !== null && (
        <>
          <PeriodSheet answer={answer} figures={figures} />
          <div className="columns">
            <div className="stack">
              <Charts figures={figures} />
              <ByMonth figures={figures} />
              <Sections figures={figures} />
            </div>
            <div className="stack">
              <Zeros figures={figures} />
              <Sheet title={words.unknown}>
                <ul className="figure-points">
                  {words.unknowns.map((text) => (
                    <li key={text}>{text}</li>
                  ))}
                </ul>
              </Sheet>
            </div>
          </div>
        </>
      )}
    </div>
  );
}

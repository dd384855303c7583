import { toFiguresCsv, toMonths, type Figures } from "@breakwater/casework";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useFormat, useWords } from "../../app/context.tsx";
import { Button } from "../../ui/Button.tsx";
import { CopyText } from "../../ui/CopyText.tsx";
import { Choice } from "../../ui/Field.tsx";
import { saveFile } from "../../ui/save-file.ts";
import { Sheet } from "../../ui/Sheet.tsx";
import { listMonths, type FiguresSearch } from "./figures-search.ts";
import type { FiguresAnswer } from "./known-figures.ts";
import { figuresWords } from "./words/table.ts";

/** Which months are counted, and all of it to take along. */
export function PeriodSheet({ answer, figures }: { readonly answer: FiguresAnswer; readonly figures: Figures }) {
  const words = useWords(figuresWords);
  const format = useFormat();
  const search = useSearch({ from: "/figures" });
  const navigate = useNavigate({ from: "/figures" });
  const { from, to } = toMonths(figures);
  const all = figures.span === null ? [] : listMonths(figures.span.first, figures.span.last);
  const change = (next: FiguresSearch): void =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  const options = (words: string) => [["", words] as const, ...all.map((month) => [month, month] as const)];
  const save = (ending: "csv" | "json", text: string, type: string): void =>
    saveFile({ name: `figures-${from}-${to}.${ending}`, bytes: new TextEncoder().encode(text), type });
  return (
    <Sheet title={words.period} aside={<span className="quiet">{words.events(format.number(answer.events))}</span>}>
      <p>{words.span(from, to)}</p>
      <div className="figure-period">
        <Choice
          label={words.from}
          value={search.from ?? ""}
          options={options(words.whole)}
          onChange={(month) => change({ from: month === "" ? undefined : month })}
        />
        <Choice
          label={words.to}
          value={search.to ?? ""}
          options={options(words.now)}
          onChange={(month) => change({ to: month === "" ? undefined : month })}
        />
        <div className="figure-actions">
          <Button onClick={() => save("csv", toFiguresCsv(figures, format.language), "text/csv")}>{words.csv}</Button>
          <Button onClick={() => save("json", `${JSON.stringify(answer, null, 2)}\n`, "application/json")}>
            {words.json}
          </Button>
        </div>
      </div>
      <p className="small">{words.countAgain}</p>
      <CopyText text={`breakwater figures --from ledger ${location.origin}/v1/ledger --since ${from} --until ${to}`} />
    </Sheet>
  );
}

import {
  figureSections,
  getFigureRow,
  getFigureWords,
  type Figure,
  type FigureKey,
  type Figures,
} from "@breakwater/casework";
import { useMemo } from "react";
import { useFormat, useWords } from "../../app/context.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { Breakdowns } from "./Breakdowns.tsx";
import { toSize } from "./known-figures.ts";
import { tellValue } from "./tell-value.ts";
import { figuresWords } from "./words/table.ts";

type ByKey = ReadonlyMap<FigureKey, Figure>;

/** Every figure in its section, each beside what speaks against it; a press gives its definition and what it is told apart by. */
export function Sections({ figures }: { readonly figures: Figures }) {
  const words = useWords(figuresWords);
  const format = useFormat();
  const byKey = useMemo(() => new Map(figures.figures.map((figure) => [figure.key, figure])), [figures]);
  const sections = figureSections.map(({ name, keys }) => ({ name, shown: listShown(keys, byKey) }));
  const empty = sections.filter(({ shown }) => shown.length === 0).map(({ name }) => words.sections[name]);
  return (
    <>
      {sections.map(
        ({ name, shown }) =>
          shown.length > 0 && (
            <Sheet key={name} title={words.sections[name]}>
              <ul className="figure-list">
                {shown.map((figure) => (
                  <Row key={figure.key} figure={figure} byKey={byKey} />
                ))}
              </ul>
            </Sheet>
          ),
      )}
      {empty.length > 0 && <p className="quiet">{words.nothingOf(format.list(empty))}</p>}
    </>
  );
}

function listShown(keys: readonly FigureKey[], byKey: ByKey): readonly Figure[] {
  return keys.flatMap((key) => {
    const figure = byKey.get(key);
    return figure === undefined || figure.kind === "zero" || toSize(figure) === 0 ? [] : [figure];
  });
}

function Row({ figure, byKey }: { readonly figure: Figure; readonly byKey: ByKey }) {
  const words = useWords(figuresWords);
  const format = useFormat();
  const telling = { format, words };
  const { name, definition } = getFigureWords(figure.key, format.language);
  const beside = listBeside(figure.key).flatMap((key) => byKey.get(key) ?? []);
  return (
    <li>
      <details className="figure-row">
        <summary>
          <span className="figure-name">{name}</span>
          <span className="figure-value">{tellValue(figure, telling)}</span>
          {beside.length > 0 && (
            <span className="figure-beside">
              {beside.map((other) => (
                <span key={other.key}>
                  {getFigureWords(other.key, format.language).name} <strong>{tellValue(other, telling)}</strong>
                </span>
              ))}
            </span>
          )}
          {figure.kind === "share" && figure.share !== null && (
            <span className="figure-beside">
              <span>{words.interval(format.percent(figure.low), format.percent(figure.high))}</span>
            </span>
          )}
        </summary>
        <p className="quiet">{definition}</p>
        <Breakdowns figure={figure} />
      </details>
    </li>
  );
}

function listBeside(key: FigureKey): readonly FigureKey[] {
  const row = getFigureRow(key);
  return row.kind === "count" ? row.beside : [];
}

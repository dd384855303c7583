import { getFigureWords, type Figures } from "@breakwater/casework";
import { useFormat, useWords } from "../../app/context.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { figuresWords } from "./words/table.ts";

/** Five figures that are promises: each must be 0. */
export function Zeros({ figures }: { readonly figures: Figures }) {
  const words = useWords(figuresWords);
  const format = useFormat();
  const zeros = figures.figures.flatMap((figure) => (figure.kind === "zero" ? [figure] : []));
  const areZero = zeros.every(({ count }) => count === 0);
  return (
    <Sheet
      title={words.must}
      aside={<Tag tone={areZero ? "good" : "bad"}>{areZero ? words.allZero : words.notZero}</Tag>}
    >
      <p className="quiet small">{words.mustHint}</p>
      <ul className="figure-zeros">
        {zeros.map(({ key, count }) => {
          const { name, definition } = getFigureWords(key, format.language);
          return (
            <li key={key}>
              <details>
                <summary>
                  <span>{name}</span> <Tag tone={count === 0 ? "good" : "bad"}>{format.number(count)}</Tag>
                </summary>
                <p className="quiet small">{definition}</p>
              </details>
            </li>
          );
        })}
      </ul>
    </Sheet>
  );
}

import type { ReactNode } from "react";
import { useWords } from "../app/context.tsx";
import { partWords } from "./words.ts";
import "./wide-table.css";

/** A table that may be wider than its page: it scrolls in a region of its own, which the keyboard reaches. */
export function WideTable({
  caption,
  columns,
  children,
}: {
  readonly caption: string;
  readonly columns: readonly { readonly title: string; readonly isNumber?: boolean }[];
  /** Rows: `tr` with a `th` of scope `row` first. */
  readonly children: ReactNode;
}) {
  const words = useWords(partWords);
  return (
    <div className="wide-table" tabIndex={0} role="region" aria-label={`${words.table}: ${caption}`}>
      <table>
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ title, isNumber = false }) => (
              <th key={title} scope="col" className={isNumber ? "number" : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

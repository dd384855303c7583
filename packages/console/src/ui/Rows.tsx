import type { ReactNode } from "react";
import "./rows.css";

/** Things one below the other, each with its facts and what can be done with it. */
export function Rows({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <ul className="rows" aria-label={label}>
      {children}
    </ul>
  );
}

export function Row({
  title,
  tags,
  facts,
  below,
  children,
}: {
  readonly title: ReactNode;
  readonly tags?: ReactNode;
  /** Short ones, in one line where there is room. */
  readonly facts?: readonly (ReactNode | null)[];
  /** More of it, under the facts. */
  readonly below?: ReactNode;
  /** What can be done. */
  readonly children?: ReactNode;
}) {
  const told = (facts ?? []).map((fact, at) => ({ fact, at })).filter(({ fact }) => fact !== null);
  return (
    <li className="row">
      <div className="row-told">
        <p className="row-title">
          <span>{title}</span> {tags}
        </p>
        {told.length > 0 && (
          <p className="row-facts">
            {told.map(({ fact, at }) => (
              <span key={at}>{fact}</span>
            ))}
          </p>
        )}
        {below}
      </div>
      {children !== undefined && <div className="row-acts">{children}</div>}
    </li>
  );
}

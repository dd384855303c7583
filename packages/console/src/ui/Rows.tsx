import { Children, type ReactNode } from "react";
import "./rows.css";

/** Things one below the other: framed, or plainly where they stand in a sheet. */
export function Rows({
  id,
  label,
  children,
}: {
  /** For `useListKeys`. */
  readonly id?: string;
  readonly label?: string;
  readonly children: ReactNode;
}) {
  return (
    <ul id={id} className="rows" aria-label={label}>
      {children}
    </ul>
  );
}

/** What a row hands to the link that it is. */
export type RowBody = { readonly className: string; readonly "data-row": true; readonly children: ReactNode };

export function Row({
  link,
  title,
  tags,
  facts,
  below,
  state,
  when,
  children,
}: {
  /** The link to what it tells of, where the whole row is one: `(row) => <Link to="/leads/$id" params={{ id }} {...row} />`. */
  readonly link?: ((row: RowBody) => ReactNode) | undefined;
  readonly title: ReactNode;
  /** Beside the title. */
  readonly tags?: ReactNode;
  /** Short ones, in one line where there is room; those that are null or empty are left out. */
  readonly facts?: readonly ReactNode[];
  /** More of it, under the facts. */
  readonly below?: ReactNode;
  /** How it stands, at the end of the row. */
  readonly state?: ReactNode;
  /** When something happened to it, under how it stands. */
  readonly when?: ReactNode;
  /** What can be done. */
  readonly children?: ReactNode;
}) {
  const body = (
    <>
      <div className="row-told">
        <div className="row-title">
          <span>{title}</span> {tags}
        </div>
        <div className="row-facts">
          {Children.map(facts, (fact) => (fact === null || fact === "" ? null : <span>{fact}</span>))}
        </div>
        {below}
      </div>
      {(state !== undefined || when !== undefined) && (
        <div className="row-state">
          {state}
          {when !== undefined && <span className="quiet small">{when}</span>}
        </div>
      )}
      {children !== undefined && <div className="row-acts">{children}</div>}
    </>
  );
  return (
    <li className="row">
      {link === undefined ? (
        <div className="row-body">{body}</div>
      ) : (
        link({ className: "row-body", "data-row": true, children: body })
      )}
    </li>
  );
}

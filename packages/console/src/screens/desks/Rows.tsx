import type { ReactNode } from "react";

/** A list of things: what each is called, what is good to know of it, and how it stands. */
export function Rows({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <ul id={id} className="rows">
      {children}
    </ul>
  );
}

export function Row({
  name,
  facts,
  state,
  when,
}: {
  /** A link with `data-row`, or words. The whole row can be pressed where it is a link. */
  readonly name: ReactNode;
  readonly facts: readonly ReactNode[];
  readonly state: ReactNode;
  readonly when: ReactNode;
}) {
  return (
    <li className="row">
      <div className="row-name">{name}</div>
      <div className="row-facts">
        {facts
          .filter((fact) => fact !== null && fact !== "")
          .map((fact, place) => (
            // oxlint-disable-next-line react/no-array-index-key -- facts of one row keep their order
            <span key={place}>{fact}</span>
          ))}
      </div>
      <div className="row-state">{state}</div>
      <div className="row-when quiet small">{when}</div>
    </li>
  );
}

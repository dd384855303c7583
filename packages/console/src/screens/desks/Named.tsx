import { Link } from "@tanstack/react-router";
import { Person } from "../../ui/Person.tsx";
import { toShortId } from "../../words/short-id.ts";

/** Several of the staff. */
export function People({ ids }: { readonly ids: readonly string[] }) {
  return ids.map((id, place) => (
    <span key={id}>
      {place > 0 && " · "}
      <Person id={id} />
    </span>
  ));
}

/** A case by its id; its own page says whether one may open it. */
export function CaseLink({ id }: { readonly id: string }) {
  return (
    <Link to="/cases/$id" params={{ id }} className="id" title={id}>
      {toShortId(id)}
    </Link>
  );
}

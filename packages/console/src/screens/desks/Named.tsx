import { Link } from "@tanstack/react-router";
import { toShortId } from "../../words/short-id.ts";

/** A case by its id; its own page says whether one may open it. */
export function CaseLink({ id }: { readonly id: string }) {
  return (
    <Link to="/cases/$id" params={{ id }} className="id" title={id}>
      {toShortId(id)}
    </Link>
  );
}

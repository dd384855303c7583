import { listColleagues } from "@breakwater/contract";
import { Link } from "@tanstack/react-router";
import { usePages } from "../../api/queries.ts";
import { useConsole, useWords } from "../../app/context.tsx";
import { deskWords } from "./words/table.ts";

/** Somebody of the staff: by name for those who work with them, by id for whoever may not know names. */
export function Person({ id }: { readonly id: string }) {
  const words = useWords(deskWords);
  const { me } = useConsole();
  const isWanted = me.scopes.includes("jobs:work");
  const { items } = usePages(listColleagues, { query: { limit: 200 } }, { isWanted });
  if (id === me.id) return words.you;
  const found = items.find((one) => one.id === id);
  if (found !== undefined) return <span title={id}>{found.name}</span>;
  return <span title={id}>{words.person(toShortId(id))}</span>;
}

/** A case by its id; its own page says whether one may open it. */
export function CaseLink({ id }: { readonly id: string }) {
  return (
    <Link to={`/cases/${encodeURIComponent(id)}` as string} className="id" title={id}>
      {toShortId(id)}
    </Link>
  );
}

/** Enough of an id to tell things apart when people speak of them: `request-0198f2a1-…` as `0198f2a1`. */
export function toShortId(id: string): string {
  return id.replace(/^[a-z]+-(?=[0-9a-f]{8})/, "").slice(0, 8);
}

export function People({ ids }: { readonly ids: readonly string[] }) {
  return ids.map((id, place) => (
    <span key={id}>
      {place > 0 && " · "}
      <Person id={id} />
    </span>
  ));
}

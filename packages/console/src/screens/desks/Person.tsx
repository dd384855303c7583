import { listColleagues, type colleague } from "@breakwater/contract";
import { Link } from "@tanstack/react-router";
import type { z } from "zod";
import { usePages } from "../../api/queries.ts";
import { useConsole, useWords } from "../../app/context.tsx";
import { deskWords } from "./words/table.ts";

/** Those one works with, by name; empty for whoever may not know names. */
export function useColleagues(): readonly z.infer<typeof colleague>[] {
  const { me } = useConsole();
  const isWanted = me.scopes.includes("jobs:work");
  return usePages(listColleagues, { query: { limit: 200 } }, { isWanted }).items;
}

/** Somebody of the staff: by name for those who work with them, by id for whoever may not know names. */
export function Person({ id }: { readonly id: string }) {
  const words = useWords(deskWords);
  const { me } = useConsole();
  const colleagues = useColleagues();
  if (id === me.id) return words.you;
  const found = colleagues.find((one) => one.id === id);
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

/** Enough of an id of ours to tell things apart when people speak of them: `request-0198f2a1-…` as `0198f2a1`. Others stand as they are. */
export function toShortId(id: string): string {
  return /^(?:[a-z]+-)?([0-9a-f]{8})-[0-9a-f-]{27}$/.exec(id)?.[1] ?? id;
}

export function People({ ids }: { readonly ids: readonly string[] }) {
  return ids.map((id, place) => (
    <span key={id}>
      {place > 0 && " · "}
      <Person id={id} />
    </span>
  ));
}

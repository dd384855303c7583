import { useColleagues } from "../api/colleagues.ts";
import { useConsole, useWords } from "../app/context.tsx";
import { toShortId } from "../words/short-id.ts";
import { partWords } from "./words.ts";

/** Somebody of the staff by name; without one where the API keeps back who it was. */
export function Person({ id }: { readonly id: string | null }) {
  const words = useWords(partWords);
  const { me } = useConsole();
  const known = useColleagues().get(id ?? "");
  if (id === null) return <span className="quiet">{words.nobodyNamed}</span>;
  if (id === me.id) return <span>{words.you}</span>;
  return known === undefined ? <span className="id">{toShortId(id)}</span> : <span title={id}>{known.name}</span>;
}

import { useColleagues } from "../api/colleagues.ts";
import { useConsole, useWords } from "../app/context.tsx";
import { toShortId } from "../words/short-id.ts";
import { partWords } from "./words.ts";

/** Who acted, for a sentence: somebody of the staff by name, or a program; nobody where the API keeps back who it was. */
export function useNames(): (id: string | null) => string {
  const words = useWords(partWords);
  const { me } = useConsole();
  const colleagues = useColleagues();
  return (id) => {
    if (id === null) return words.nobodyNamed;
    if (id === me.id) return me.name;
    // What a token did stands under `token:` and its id.
    if (id.startsWith("token:")) return words.program;
    return colleagues.get(id)?.name ?? toShortId(id);
  };
}

/** The same by itself, to somebody who may be meant. */
export function Person({ id }: { readonly id: string | null }) {
  const words = useWords(partWords);
  const { me } = useConsole();
  const nameOf = useNames();
  return (
    <span className={id === null ? "quiet" : undefined} title={id ?? undefined}>
      {id === me.id ? words.you : nameOf(id)}
    </span>
  );
}

/** Several of the staff. */
export function People({ ids }: { readonly ids: readonly string[] }) {
  return ids.map((id, place) => (
    <span key={id}>
      {place > 0 && " · "}
      <Person id={id} />
    </span>
  ));
}

import { listColleagues } from "@breakwater/contract";
import { useRoute } from "./queries.ts";

/** As many as the API takes at once. */
const idsMax = 100;

/** The names behind ids of the operator's people; the id itself while its name is not known, or where there is none. */
export function useNames(ids: readonly string[]): (id: string) => string {
  const asked = [...new Set(ids)].filter(isPerson).sort().slice(0, idsMax);
  const { data } = useRoute(listColleagues, { query: { ids: asked.join(",") } }, { isWanted: asked.length > 0 });
  const names = new Map(data?.items.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}

/** What a token did stands under `token:` and its id; ids never hold commas. */
function isPerson(id: string): boolean {
  return id !== "" && !id.includes(":") && !id.includes(",");
}

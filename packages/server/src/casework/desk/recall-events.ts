import { getMachine, type DeskEvent } from "@breakwater/casework";
import { evolve } from "../projection/rebuild-projection.ts";
import type { CaseworkStore, StoredEvent } from "../store/casework-store.ts";

/** Events of a range, with the states that each led from and to. Cost: of all events of the objects concerned. */
export async function recallEvents(
  store: CaseworkStore,
  { first, last }: { readonly first: number; readonly last: number },
): Promise<readonly DeskEvent[]> {
  const recalled: DeskEvent[] = [];
  for (const stored of await store.readEvents(first - 1, last - first + 1)) {
    const history = await store.readHistory(stored.object, stored.id);
    recalled.push(...toDeskEvents(history).filter(({ sequence }) => sequence === stored.sequence));
  }
  return recalled;
}

/** All events of one object, in order, with the states that each led from and to. */
export function toDeskEvents(history: readonly StoredEvent[]): readonly DeskEvent[] {
  const object = history[0]?.object;
  if (object === undefined) return [];
  let state = getMachine(object).initial;
  return history.map(({ id, sequence, event }) => {
    const from = state.status;
    state = evolve(object, state, event);
    return { object, id, event, sequence, from, to: state.status } as unknown as DeskEvent;
  });
}

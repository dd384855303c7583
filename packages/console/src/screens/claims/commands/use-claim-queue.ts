import { listClaims } from "@breakwater/contract";
import { useNavigate } from "@tanstack/react-router";
import { usePages } from "../../../api/queries.ts";
import { toClaimQuery, type Turn } from "../claim-search.ts";

export type ClaimQueue = {
  /** Which one this is, from 1; null where it is none of the queue, or there is no queue. */
  readonly place: number | null;
  readonly count: number;
  readonly hasMore: boolean;
  /** Goes to the entry behind this one, from the last to the first, or back to the list where there is no other. */
  readonly goOn: () => void;
};

/** The queue that somebody works through, as it stands when this is drawn: doing what it asks for takes an entry out of it. */
export function useClaimQueue(turn: Turn | undefined, id: string): ClaimQueue {
  const navigate = useNavigate();
  const query = toClaimQuery(turn === undefined ? {} : { turn });
  const pages = usePages(listClaims, { query }, { isWanted: turn !== undefined });
  // Without a turn the answer of the whole list may lie there already; it is nobody's queue.
  const [items, hasMore] = turn === undefined ? [[], false] : [pages.items, pages.hasMore];
  const at = items.findIndex((item) => item.id === id);
  const next = items[at + 1] ?? items.find((item) => item.id !== id);
  return {
    place: at === -1 ? null : at + 1,
    count: items.length,
    hasMore,
    goOn: () =>
      void (next === undefined
        ? navigate({ to: "/claims", search: { turn } })
        : navigate({ to: "/claims/entry/$id", params: { id: next.id }, search: { turn } })),
  };
}

import { listObstacles } from "@breakwater/claims";
import type { ClaimStore } from "../store/claim-store.ts";

/**
 * Which determinations a decision may rest on: those of the registry that a check may recognise, and no others. One truth for both; asked
 * inside the unit that decides, so that a withdrawal and a decision that rests on it cannot pass each other.
 */
export function createTellingList(
  store: Pick<ClaimStore, "head">,
): (ids: readonly string[]) => Promise<readonly string[]> {
  return async (ids) => {
    const telling: string[] = [];
    for (const id of ids) {
      const head = await store.head(id);
      if (head !== null && listObstacles(head.inForce.entry, { trustImports: false }).length === 0) telling.push(id);
    }
    return telling;
  };
}

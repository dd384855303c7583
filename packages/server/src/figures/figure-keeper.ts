import { createEventPlacer, createFigureBook, type Figures, type Period } from "@breakwater/casework";
import type { CaseworkStore } from "../casework/store/casework-store.ts";

/** Figures of the service's own records, as its ledger would give them. Plain data. */
export interface FigureKeeper {
  /** Of whole months; takes in first what is new. `events`: how many events of casework were counted. */
  figures(period: Period): Promise<Figures & { readonly events: number }>;
}

/** Some milliseconds; others get their turn between. */
const batch = 500;

/**
 * Follows casework's events in memory: each is read once, the first call reads all there are. `store` may be a connection that only reads.
 * Memory: some hundred bytes for each object.
 */
export function createFigureKeeper(store: Pick<CaseworkStore, "readEvents">): FigureKeeper {
  const book = createFigureBook();
  const place = createEventPlacer();
  let [after, events] = [0, 0];
  let running: Promise<void> | null = null;
  const catchUp = async (): Promise<void> => {
    for (;;) {
      const read = await store.readEvents(after, batch);
      for (const event of read) {
        book.take(place(event));
        after = event.sequence;
      }
      events += read.length;
      if (read.length < batch) return;
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return {
    figures: async (period) => {
      running ??= catchUp().finally(() => {
        running = null;
      });
      await running;
      return { ...book.figure(period), events };
    },
  };
}

import type { Outbox } from "../../state/outbox.ts";
import type { Transactor } from "../../state/transactor.ts";
import type { DetectionShelves } from "../leads/detection-shelves.ts";
import { toSortableKey } from "../leads/detection-shelves.ts";
import type { Preview, PreviewChanges, PreviewResult } from "./preview.ts";
import type { PreviewRequest } from "./run-preview.ts";

export interface Previews {
  /** Asks for one. It is run when the judge has time; `preview.ready` tells that it is there. Null where too many wait. */
  ask(request: {
    readonly changes: PreviewChanges;
    readonly days: number;
    readonly by: string;
    readonly at: number;
  }): Promise<Preview | null>;
  /** Newest first. */
  list(): Promise<readonly Preview[]>;
  /** The oldest one that waits; null for none. Whoever is killed before `finish` meets it again. */
  next(): Promise<(PreviewRequest & { readonly id: string }) | null>;
  finish(id: string, outcome: PreviewOutcome): Promise<void>;
}

export type PreviewOutcome =
  | { readonly state: "ready"; readonly result: PreviewResult }
  | { readonly state: "failed"; readonly failure: string };

export type PreviewsDeps = {
  readonly transactor: Transactor;
  readonly outbox: Outbox;
  readonly shelves: Pick<DetectionShelves, "previews">;
  readonly now: () => number;
};

const waitingMax = 3;
const keptMax = 50;

export function createPreviews({ transactor, outbox, shelves: { previews }, now }: PreviewsDeps): Previews {
  return {
    ask: ({ changes, days, by, at }) =>
      transactor.run(async () => {
        const kept = await previews.list();
        if (kept.filter(({ state }) => state === "waiting").length >= waitingMax) return null;
        const number = Number(kept.at(-1)?.id.slice(2) ?? 0) + 1;
        const preview: Preview = {
          id: `p-${toSortableKey(number)}`,
          asked: { by, at, changes, days },
          state: "waiting",
          finishedAt: null,
          failure: null,
          result: null,
        };
        await previews.put(preview.id, preview);
        for (const { id } of kept.slice(0, Math.max(0, kept.length + 1 - keptMax))) await previews.remove(id);
        return preview;
      }),
    list: () => transactor.run(async () => [...(await previews.list())].reverse()),
    next: () =>
      transactor.run(async () => {
        const waiting = (await previews.list()).find(({ state }) => state === "waiting");
        if (waiting === undefined) return null;
        const { changes, days } = waiting.asked;
        return { id: waiting.id, changes, days };
      }),
    finish: (id, outcome) =>
      transactor.run(async () => {
        const preview = await previews.get(id);
        if (preview?.state !== "waiting") return;
        const finishedAt = now();
        await previews.put(id, { ...preview, ...outcome, finishedAt });
        await outbox.append("preview.ready", { preview: id, state: outcome.state }, finishedAt);
      }),
  };
}

/**
 * Runs the preview that waits longest, in the judge's thread between two steps; false where none waits. A failure is kept with the preview, and told
 * in words only where it is one of ours.
 */
export async function runWaitingPreview(
  previews: Pick<Previews, "next" | "finish">,
  run: (request: PreviewRequest) => Promise<PreviewResult>,
): Promise<boolean> {
  const waiting = await previews.next();
  if (waiting === null) return false;
  const outcome = await run(waiting).then(
    (result): PreviewOutcome => ({ state: "ready", result }),
    (error: unknown): PreviewOutcome => ({
      state: "failed",
      failure: error instanceof RangeError ? error.message : "The preview could not be run.",
    }),
  );
  await previews.finish(waiting.id, outcome);
  return true;
}

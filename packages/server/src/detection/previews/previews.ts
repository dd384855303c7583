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
  /**
   * Runs the one that waits longest by `run`, which may cross a thread; false where none waits. A failure is kept with it, in words only where it is one of ours.
   * Whoever is killed before it is done meets it again. Not part of what crosses threads itself.
   */
  runNext(run: (request: PreviewRequest) => Promise<PreviewResult>): Promise<boolean>;
}

type PreviewOutcome =
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
  const finish = (id: string, outcome: PreviewOutcome): Promise<void> =>
    transactor.run(async () => {
      const preview = await previews.get(id);
      if (preview?.state !== "waiting") return;
      const finishedAt = now();
      await previews.put(id, { ...preview, ...outcome, finishedAt });
      await outbox.append("preview.ready", { preview: id, state: outcome.state }, finishedAt);
    });
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
    runNext: async (run) => {
      const waiting = await transactor.run(async () =>
        (await previews.list()).find(({ state }) => state === "waiting"),
      );
      if (waiting === undefined) return false;
      const { changes, days } = waiting.asked;
      const outcome = await run({ changes, days }).then(
        (result): PreviewOutcome => ({ state: "ready", result }),
        (error: unknown): PreviewOutcome => ({ state: "failed", failure: toFailure(error) }),
      );
      await finish(waiting.id, outcome);
      return true;
    },
  };
}

function toFailure(error: unknown): string {
  return error instanceof RangeError ? error.message : "The preview could not be run.";
}

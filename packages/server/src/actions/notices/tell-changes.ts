import type { Outbox } from "../../state/outbox.ts";
import type { Transactor } from "../../state/transactor.ts";
import type { BatchLog } from "../batch-log.ts";
import type { NoticeCursor } from "./notice-cursor.ts";

export type TellChangesDeps = {
  readonly log: Pick<BatchLog, "readChanges">;
  readonly transactor: Transactor;
  readonly outbox: Outbox;
  readonly cursor: NoticeCursor;
  /** What else has to follow an edit or a deletion, in the same unit of work: neither happens without the other. */
  readonly follow: (changes: readonly ActionChangeNotice[]) => Promise<unknown>;
};

/** What `action.edited` and `action.deleted` say. */
export type ActionChangeNotice = { readonly source: string; readonly id: string };

const changesOfUnit = 500;

/**
 * Puts a notice into the outbox for every edit and deletion in the log that has none yet, in their order, each once: the place in the log
 * moves on in the same transaction. Call it after a change and when the service starts. How many there were.
 */
export async function tellChanges(deps: TellChangesDeps, at: number): Promise<number> {
  const { log, transactor, outbox, cursor, follow } = deps;
  let told = 0;
  for (;;) {
    const count = await transactor.run(async () => {
      const changes = await log.readChanges(await cursor.read(), changesOfUnit);
      for (const { kind, source, id } of changes) {
        await outbox.append(kind === "edit" ? "action.edited" : "action.deleted", { source, id }, at);
      }
      if (changes.length > 0) await follow(changes.map(({ source, id }) => ({ source, id })));
      const last = changes.at(-1);
      if (last !== undefined) await cursor.write(last.offset);
      return changes.length;
    });
    told += count;
    if (count < changesOfUnit) return told;
  }
}

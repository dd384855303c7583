import type { Transactor } from "../../state/transactor.ts";
import type { DetectionShelves } from "../leads/detection-shelves.ts";
import type { AuditItem, AuditVerdict } from "./audit.ts";

export interface Audits {
  /** By id, oldest first, behind `after`. */
  list(page: { readonly after?: string; readonly limit: number }): Promise<readonly AuditItem[]>;
  /** The newest word stands. Null where there is no such item. */
  judge(id: string, verdict: AuditVerdict): Promise<AuditItem | null>;
}

export function createAudits({
  transactor,
  shelves: { audits },
}: {
  readonly transactor: Transactor;
  readonly shelves: Pick<DetectionShelves, "audits">;
}): Audits {
  return {
    list: (page) => transactor.run(() => audits.list(page)),
    judge: (id, verdict) =>
      transactor.run(async () => {
        const item = await audits.get(id);
        if (item === null) return null;
        const judged = { ...item, verdict };
        await audits.put(id, judged);
        return judged;
      }),
  };
}

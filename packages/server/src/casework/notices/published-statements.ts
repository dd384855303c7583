import {
  getAppealWindowEnd,
  renderPublicStatement,
  type DecisionState,
  type Instant,
  type Settings,
  type StatementFields,
} from "@breakwater/casework";
import type { Transactor } from "../../state/transactor.ts";
import type { CaseworkDesk } from "../desk/casework-desk.ts";
import type { NoticeStore } from "./notice-store.ts";
import { readReceipt, type Receipt, type ReceiptDeps } from "./receipt.ts";

/** A statement of reasons as everybody may read it, beside what became of its decision. */
export type PublishedStatement = {
  readonly id: string;
  readonly decidedAt: Instant;
  readonly fields: StatementFields;
  /** What the decision did was given back. */
  readonly isReversed: boolean;
  readonly isUnderAppeal: boolean;
  /** The time to object is over, and what was objected is decided, outside too: it may stand as an example for others. */
  readonly isFinal: boolean;
};

/** Takes and gives plain data. */
export interface PublishedStatements {
  /** The newest first. `next`: where the next page begins; null on the last. */
  list(ask: { readonly after?: readonly [number, string]; readonly limit: number }): Promise<{
    readonly items: readonly PublishedStatement[];
    readonly next: readonly [number, string] | null;
  }>;
  /** With the checkpoint above its decision, for whoever reads it to keep. */
  read(id: string): Promise<(PublishedStatement & { readonly receipt: Receipt | null }) | null>;
}

export type PublishingDeps = Pick<ReceiptDeps, "store" | "notary"> & {
  readonly transactor: Transactor;
  readonly desk: Pick<CaseworkDesk, "getState">;
  readonly notices: NoticeStore;
  readonly settings: Settings;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
};

/** Statements of decisions whose people were told first. One that holds personal data is left out whole. */
export function createPublishedStatements({
  transactor,
  desk,
  notices,
  settings,
  now,
  ...log
}: PublishingDeps): PublishedStatements {
  const read = async (id: string): Promise<PublishedStatement | null> =>
    toPublished(id, await desk.getState("decision", id), { settings, at: now() });
  return {
    list: ({ after, limit }) =>
      transactor.run(async () => {
        const ask = { kinds: ["decision"], limit: limit + 1, ...(after === undefined ? {} : { after }) } as const;
        const found = await notices.list(ask);
        const shown = found.slice(0, limit);
        const items: PublishedStatement[] = [];
        for (const { about } of shown) {
          const published = await read(about.id);
          if (published !== null) items.push(published);
        }
        const last = shown.at(-1);
        return { items, next: found.length > limit && last !== undefined ? [last.createdAt, last.id] : null };
      }),
    read: (id) =>
      transactor.run(async () => {
        const [known] = await notices.list({ kinds: ["decision"], about: id, limit: 1 });
        const statement = known === undefined ? null : await read(id);
        if (known === undefined || statement === null) return null;
        return { ...statement, receipt: await readReceipt(known.event, log) };
      }),
  };
}

function toPublished(
  id: string,
  state: DecisionState,
  { settings, at }: { readonly settings: Settings; readonly at: Instant },
): PublishedStatement | null {
  const { opening, decidedAt, notice, measures } = state;
  const isTold = notice?.outcome === "delivered" || notice?.outcome === "contact_unknown";
  if (!isTold || opening?.kind !== "action" || opening.statement === null || decidedAt === null) return null;
  const shown = renderPublicStatement(opening.statement, settings);
  if (!shown.ok) return null;
  const records = Object.values(measures);
  const appeals = Object.values(state.appeals);
  const isUnderAppeal = appeals.some(({ outcome }) => outcome === null);
  const isOver = appeals.length > 0 || at > getAppealWindowEnd(state, settings);
  return {
    id,
    decidedAt,
    fields: shown.value,
    isReversed: records.some(({ endsAs }) => endsAs === "reversed"),
    isUnderAppeal,
    isFinal: !isUnderAppeal && state.dispute?.isOpen !== true && isOver,
  };
}

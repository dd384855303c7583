import { toNoticeMessage } from "@breakwater/contract";
import { openState } from "../../state/open-state.ts";
import { createMemoryOutbox, createMemoryTransactor } from "../../state/memory-state.ts";
import type { Outbox } from "../../state/outbox.ts";
import { createSqliteOutbox, outboxMigrations } from "../../state/sqlite-outbox.ts";
import { createSqliteTransactor } from "../../state/sqlite-transactor.ts";
import { createDetection, type Detection, type DetectionDeps } from "../create-detection.ts";
import { createMemoryGroupStore } from "../groups/memory-group-store.ts";
import { createSqliteGroupStore, groupMigrations } from "../groups/sqlite-group-store.ts";
import type { JudgedEpoch } from "../judge/judged-epoch.ts";
import { openDetectionShelves } from "../leads/detection-shelves.ts";
import { defaultLeadPolicy, type LeadPolicy } from "../leads/lead-policy.ts";
import { createMemoryShelves } from "../state/memory-shelves.ts";
import { createSqliteShelves } from "../state/sqlite-shelves.ts";
import { createMemoryDesk, type MemoryDesk } from "./memory-desk.ts";
import { day0 } from "./pieces.ts";

export type Room = Omit<DetectionDeps, "groups" | "desk"> & {
  readonly store: DetectionDeps["groups"];
  readonly desk: MemoryDesk;
  readonly detection: Detection;
  readonly clock: { at: number };
  /** Edits and deletions that the log knows of. */
  readonly changes: { offset: number; source: string; id: string }[];
  /** Kinds of notices with the group or family that they are about. */
  readonly listNotices: () => Promise<readonly string[]>;
  readonly take: (...epochs: readonly JudgedEpoch[]) => Promise<void>;
};

export const stateKinds = ["memory", "sqlite"] as const;

/** The stores' side of detection, in memory or on SQLite, at midnight. */
export function openRoom(kind: (typeof stateKinds)[number], policy: Partial<LeadPolicy> = {}): Room {
  const clock = { at: day0 };
  const stores = kind === "memory" ? openMemory() : openSqlite();
  const desk = createMemoryDesk();
  const changes: { offset: number; source: string; id: string }[] = [];
  let ids = 0;
  const deps = {
    ...stores,
    desk,
    policy: { ...defaultLeadPolicy, endAfterEpochs: 4, ...policy },
    now: () => clock.at,
    readChanges: async (offset: number) => changes.filter((change) => change.offset > offset),
    newId: () => `id-${++ids}`,
  };
  const detection = createDetection(deps);
  return {
    ...deps,
    store: deps.groups,
    detection,
    clock,
    changes,
    listNotices: () => listNotices(deps.outbox),
    take: async (...epochs) => {
      for (const epoch of epochs) await detection.findings.take(epoch);
    },
  };
}

type Stores = Pick<DetectionDeps, "transactor" | "outbox" | "groups" | "shelves">;

function openMemory(): Stores {
  return {
    transactor: createMemoryTransactor(),
    outbox: createMemoryOutbox(),
    groups: createMemoryGroupStore(),
    shelves: openDetectionShelves(createMemoryShelves()),
  };
}

function openSqlite(): Stores {
  const db = openState(":memory:", { migrations: [...outboxMigrations, ...groupMigrations], now: () => 0 });
  return {
    transactor: createSqliteTransactor(db),
    outbox: createSqliteOutbox(db),
    groups: createSqliteGroupStore(db),
    shelves: openDetectionShelves(createSqliteShelves(db)),
  };
}

async function listNotices(outbox: Outbox): Promise<readonly string[]> {
  const notices = await outbox.readAfter(0, 1000);
  return notices.map(({ kind, data }) => {
    // As the table of kinds lets it out.
    const { group, detector, preview } = toNoticeMessage({ sequence: 1, at: 0, kind, data })?.data ?? {};
    const about = group ?? detector ?? preview;
    return `${kind} ${typeof about === "string" ? about : "not to be sent"}`;
  });
}

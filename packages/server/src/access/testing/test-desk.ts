import { createHash } from "node:crypto";
import { createMemoryOutbox, createMemoryTransactor } from "../../state/memory-state.ts";
import { openState } from "../../state/open-state.ts";
import { createSqliteOutbox, outboxMigrations } from "../../state/sqlite-outbox.ts";
import { createSqliteTransactor } from "../../state/sqlite-transactor.ts";
import { createAccess, type Access } from "../access.ts";
import type { AccessDeps } from "../deps.ts";
import { accessLimits } from "../limits.ts";
import { createMemoryAccessStore } from "../stores/memory-access-store.ts";
import { accessMigrations } from "../stores/migrations.ts";
import { createSqliteAccessStore } from "../stores/sqlite-access-store.ts";

export const publicUrl = "http://127.0.0.1:8440";

export type TestClock = { readonly now: () => number; readonly advance: (ms: number) => void };

export type TestDesk = { readonly access: Access; readonly deps: AccessDeps; readonly clock: TestClock };

export function createTestClock(start = 1_700_000_000_000): TestClock {
  let at = start;
  return {
    now: () => at,
    advance: (ms) => {
      at += ms;
    },
  };
}

/** As little as scrypt takes: tests are not attacked. */
export const testCost = { cost: 16, blocks: 1, lanes: 1 } as const;

/** Bytes that look random and are the same in every run. */
export function createTestBytes(seed: string): (bytes: number) => Uint8Array {
  let drawn = 0;
  return (bytes) => {
    drawn += 1;
    return Uint8Array.from(createHash("shake256", { outputLength: bytes }).update(`${seed}:${drawn}`).digest());
  };
}

/** All of access on a database of its own, with a clock that tests turn. */
export function openTestDesk({
  on = "memory",
  path = ":memory:",
  url = publicUrl,
}: { readonly on?: "memory" | "sqlite"; readonly path?: string; readonly url?: string } = {}): TestDesk {
  const clock = createTestClock();
  let ids = 0;
  const deps: AccessDeps = {
    ...(on === "memory" ? openMemory() : openSqlite(path, clock.now)),
    newId: () => `id-${String((ids += 1)).padStart(6, "0")}`,
    randomBytes: createTestBytes("access"),
    sealKey: createTestBytes("seal")(32),
    publicUrl: url,
    limits: accessLimits,
  };
  return { access: createAccess({ ...deps, cost: testCost }), deps, clock };
}

function openMemory(): Pick<AccessDeps, "store" | "transactor" | "outbox"> {
  return { store: createMemoryAccessStore(), transactor: createMemoryTransactor(), outbox: createMemoryOutbox() };
}

function openSqlite(path: string, now: () => number): Pick<AccessDeps, "store" | "transactor" | "outbox"> {
  const db = openState(path, { migrations: [...outboxMigrations, ...accessMigrations], now });
  return {
    store: createSqliteAccessStore(db),
    transactor: createSqliteTransactor(db),
    outbox: createSqliteOutbox(db),
  };
}

import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { openLedgerAt, type OpenedLedger } from "../ledger/open-ledger-at.ts";
import { auditLog } from "../ledger/reader/audit-log.ts";
import { makeScratch, testOrigin } from "../ledger/testing/scratch.ts";
import { createMemoryOutbox, createMemoryTransactor } from "../state/memory-state.ts";
import { createCheckpointNotices } from "./checkpoint-notices.ts";
import { ledgerNotaryLaw } from "./ledger-notary.law.ts";
import { createMemoryLedgerNotary } from "./memory-ledger-notary.ts";
import { createLedgerNotary } from "./open-ledger-notary.ts";

const opened: OpenedLedger[] = [];
afterEach(async () => {
  for (const { close } of opened.splice(0)) await close();
});

async function openReal(): Promise<OpenedLedger> {
  const folder = makeScratch();
  const folders = {
    log: join(folder, "log"),
    signingKeys: join(folder, "keys"),
    payloadKeys: join(folder, "payload-keys"),
  };
  let at = Date.UTC(2026, 5, 1);
  const real = await openLedgerAt(folders, { origin: testOrigin, now: () => at++, randomBytes });
  opened.push(real);
  return real;
}

ledgerNotaryLaw("memory", async () => createMemoryLedgerNotary());
ledgerNotaryLaw("ledger", async () => createLedgerNotary((await openReal()).ledger));

describe("createLedgerNotary()", () => {
  it("tells of each size that has a checkpoint, rising, and leaves a log that holds", async () => {
    const { ledger, store } = await openReal();
    const sizes: number[] = [];
    const notary = createLedgerNotary(ledger, (size) => sizes.push(size));
    for (let i = 0; i < 3; i++) {
      await Promise.all(Array.from({ length: 10 }, () => notary.commit({ type: "lead_opened" })));
    }
    expect(sizes.at(-1)).toBe(30);
    expect(sizes).toEqual([...new Set(sizes)].sort((a, b) => a - b));
    expect(await auditLog(store)).toMatchObject({ ok: true });
  });
});

describe("createCheckpointNotices()", () => {
  it("makes one notice of many checkpoints, of the newest", async () => {
    const [transactor, outbox] = [createMemoryTransactor(), createMemoryOutbox()];
    const failures: unknown[] = [];
    const onFailure = (error: unknown): void => void failures.push(error);
    const notices = createCheckpointNotices({ transactor, outbox, now: () => 5, everyMs: 10, onFailure });
    for (let size = 1; size <= 100; size++) notices.tell(size);
    await new Promise((done) => setTimeout(done, 40));
    notices.tell(101);
    await notices.close();
    await notices.close();
    const told = await outbox.readAfter(0, 99);
    expect(told.map(({ kind, data }) => [kind, data])).toEqual([
      ["ledger.checkpoint", { size: 100 }],
      ["ledger.checkpoint", { size: 101 }],
    ]);
    expect(failures).toEqual([]);
  });
});

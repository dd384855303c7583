import { defaultSettings } from "@breakwater/casework";
import { playHistory } from "@breakwater/casework/testing";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createLedgerNotary } from "../../ledger-api/open-ledger-notary.ts";
import { openLedgerAt } from "../../ledger/open-ledger-at.ts";
import { makeScratch, testOrigin } from "../../ledger/testing/scratch.ts";
import { createMemoryOutbox, createMemoryTransactor } from "../../state/memory-state.ts";
import { rebuildProjection } from "../projection/rebuild-projection.ts";
import { createMemoryCaseworkStore } from "../store/memory-casework-store.ts";
import { createNotarising } from "./notarise.ts";

describe("createNotarising() over the ledger", () => {
  it("gets every event of a history in, and reads back which it was", async () => {
    const folder = makeScratch();
    const folders = {
      log: join(folder, "log"),
      signingKeys: join(folder, "keys"),
      payloadKeys: join(folder, "secrets"),
    };
    const now = (): number => Date.UTC(2027, 0, 1);
    const { ledger, close } = await openLedgerAt(folders, { origin: testOrigin, now, randomBytes });
    const notary = createLedgerNotary(ledger);
    const store = createMemoryCaseworkStore();
    const versions = new Map<string, number>();
    for (const { object, id, event } of playHistory(3, 250).desk.events) {
      const version = (versions.get(`${object}/${id}`) ?? 0) + 1;
      versions.set(`${object}/${id}`, version);
      await store.appendEvent({ object, id, version, event });
    }
    await rebuildProjection({ store, settings: defaultSettings, readModels: [] });
    const events = await store.latestSequence();
    const ports = { transactor: createMemoryTransactor(), outbox: createMemoryOutbox(), notary, now };
    expect(await createNotarising({ ...ports, store }).run()).toBe(events);
    expect(ledger.size()).toBe(events);
    const [first] = await store.readEvents(0, 1);
    expect(await store.findEntry(first?.sequence ?? 0)).toBe(0);

    // The notes are lost, as if the process had ended before any was written: all of it is found again.
    const forgetful = createMemoryCaseworkStore();
    for (const { sequence: _, ...event } of await store.readEvents(0, 150)) await forgetful.appendEvent(event);
    await rebuildProjection({ store: forgetful, settings: defaultSettings, readModels: [] });
    expect(await createNotarising({ ...ports, store: forgetful }).recover()).toBe(150);
    expect(await forgetful.countUnnotarised()).toBe(0);
    await close();
  });
});

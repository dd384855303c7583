import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { defaultSettings, toFiguresCsv, type Figures, type Period } from "@breakwater/casework";
import { playHistory } from "@breakwater/casework/testing";
import { afterAll, describe, expect, it } from "vitest";
import { createNotarising } from "../casework/notary/notarise.ts";
import { rebuildProjection } from "../casework/projection/rebuild-projection.ts";
import { createMemoryCaseworkStore } from "../casework/store/memory-casework-store.ts";
import { createLedgerNotary } from "../ledger-api/open-ledger-notary.ts";
import { openLedgerAt } from "../ledger/open-ledger-at.ts";
import { makeScratch, testOrigin } from "../ledger/testing/scratch.ts";
import { readPublished } from "../ledger/witnesses/published-resource.ts";
import { openDirectoryLogStore } from "../ledger/stores/directory-log-store.ts";
import { createMemoryOutbox, createMemoryTransactor } from "../state/memory-state.ts";
import { countLedger } from "./count-ledger.ts";
import { createFigureKeeper } from "./figure-keeper.ts";
import { mirrorLog } from "../ledger/reader/mirror-log.ts";
import { renderBriefing } from "./render/briefing-page.ts";

const closers: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of closers) await close();
});

const whole = { from: null, to: null };

/** A random history in the store, as people at a desk made it, and in a real ledger. */
async function openHistory(seed: number, commands: number) {
  const folder = makeScratch();
  const folders = { log: join(folder, "log"), signingKeys: join(folder, "keys"), payloadKeys: join(folder, "secrets") };
  const now = (): number => Date.UTC(2036, 0, 1);
  const opened = await openLedgerAt(folders, { origin: testOrigin, now, randomBytes });
  closers.push(opened.close);
  const notary = createLedgerNotary(opened.ledger);
  const store = createMemoryCaseworkStore();
  const ports = { transactor: createMemoryTransactor(), outbox: createMemoryOutbox(), notary, now, store };
  const notarising = createNotarising(ports);
  const versions = new Map<string, number>();
  const { events } = playHistory(seed, commands).desk;
  for (const [at, { object, id, event }] of events.entries()) {
    const version = (versions.get(`${object}/${id}`) ?? 0) + 1;
    versions.set(`${object}/${id}`, version);
    await store.appendEvent({ object, id, version, event });
    // Now and then, as a running service does: each event is told with the state that it led to, or one soon after.
    if (at % 25 !== 24 && at !== events.length - 1) continue;
    await rebuildProjection({ store, settings: defaultSettings, readModels: [] });
    await notarising.run();
  }
  return { opened, notary, store };
}

async function readFigures(store: Parameters<typeof createFigureKeeper>[0], period: Period): Promise<Figures> {
  const { figures, span, newest, version } = await createFigureKeeper(store).figures(period);
  return { figures, span, newest, version, period };
}

describe("figures of a real ledger", () => {
  it("are the service's own, also after erasures, also over HTTP", async () => {
    for (const seed of [1, 4, 9]) {
      const { opened, notary, store } = await openHistory(seed, 500);
      const told = await readFigures(store, whole);
      const counted = await countLedger(opened.store);
      if (!counted.ok) throw new Error(counted.fault.kind);
      expect(counted.value.book.figure(whole)).toEqual(told);
      expect(counted.value.counted).toBe(await store.latestSequence());

      const size = opened.ledger.size();
      for (let sequence = 0; sequence < size; sequence += 3) await notary.erase(sequence);
      const after = await countLedger(opened.store);
      if (!after.ok) throw new Error(after.fault.kind);
      expect(after.value.size).toBe(size + Math.ceil(size / 3));
      for (const period of [whole, { from: "2026-03", to: "2026-05" }]) {
        expect(after.value.book.figure(period)).toEqual(await readFigures(store, period));
      }
      const server = createServer((request, response) => {
        void readPublished(opened.store, (request.url ?? "").replace("/v1/ledger/", "")).then((found) => {
          response.statusCode = found === null ? 404 : 200;
          response.end(found?.bytes);
        });
      });
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      const mirror = makeScratch();
      const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/ledger/`;
      await mirrorLog(address, mirror, { fetch });
      await expect(mirrorLog(`${address}nowhere`, makeScratch(), { fetch })).rejects.toThrow("answered 404");
      server.close();
      const mirrored = await countLedger(openDirectoryLogStore(mirror));
      if (!mirrored.ok) throw new Error(mirrored.fault.kind);
      expect(mirrored.value.book.figure(whole)).toEqual(after.value.book.figure(whole));
      expect(mirrored.value.root).toBe(after.value.root);
    }
  });

  it("fit a page for people, with a text for each chart, and name nobody", async () => {
    const { opened } = await openHistory(6, 700);
    const counted = await countLedger(opened.store);
    if (!counted.ok) throw new Error(counted.fault.kind);
    const figures = counted.value.book.figure(whole);
    for (const language of ["en", "zh-Hans"] as const) {
      const page = renderBriefing(figures, { language, source: counted.value });
      expect(Buffer.byteLength(page)).toBeLessThan(30_000);
      const count = (text: string): number => page.split(text).length - 1;
      expect(count("<svg")).toBeGreaterThan(0);
      expect(count("<figcaption>")).toBe(count("<svg"));
      expect(page).not.toMatch(/<script|nearly|significant|over \d/);
      // Accounts and people of the history.
      for (const text of [page, toFiguresCsv(figures, language)])
        expect(text).not.toMatch(/\b(?:a[0-6]|tian|cho|rei)\b/);
    }
  });
});

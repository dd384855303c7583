import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseCheckpoint, toUtf8 } from "@breakwater/ledger";
import { openState } from "../../state/open-state.ts";
import { createSqliteTransactor } from "../../state/sqlite-transactor.ts";
import { openReceiver } from "../../webhooks/testing/receiver.ts";
import { auditLog } from "../reader/audit-log.ts";
import { openDirectoryLogStore } from "../stores/directory-log-store.ts";
import { makeScratch, openScratch } from "../testing/scratch.ts";
import { createTestAuthority, findMissingOpenssl, serveAuthority } from "../testing/test-authority.ts";
import { findTimestamps } from "../timestamps/kept-timestamps.ts";
import { createGuardedPost } from "./guarded-post.ts";
import { createWitnessKeeper } from "./keep-witnesses.ts";
import { createAddressPlace, createAuthorityPlace, createFolderPlace, type WitnessPlace } from "./witness-place.ts";
import { createSqliteWitnessStore, witnessMigrations } from "./witness-store.ts";

const minute = 60_000;
const record = { facts: { type: "evidence_kept" } };
const own = createGuardedPost(["127.0.0.1"]);

/** A keeper over a real log, with a clock that one sets; `open` again, and it is the same after a restart. */
async function openKept(listPlaces: (scratch: Awaited<ReturnType<typeof openScratch>>) => readonly WitnessPlace[]) {
  const scratch = await openScratch();
  const places = listPlaces(scratch);
  const clock = { at: Date.UTC(2026, 10, 1) };
  const file = join(makeScratch(), "state.sqlite");
  const open = () => {
    const db = openState(file, { migrations: witnessMigrations, now: () => clock.at });
    const store = createSqliteWitnessStore(db);
    const transactor = createSqliteTransactor(db);
    const now = (): number => clock.at;
    const checkpoint = (): Uint8Array => scratch.ledger.checkpoint();
    const keeper = createWitnessKeeper({ transactor, store, places, checkpoint, now, random: () => 0.5 });
    return { keeper, store, transactor, db };
  };
  return { ...scratch, clock, open, ...open() };
}

describe("createWitnessKeeper()", () => {
  it("posts each checkpoint to a witness as it is, once, and many entries as one", async () => {
    const witness = await openReceiver((_, response) => response.writeHead(204).end());
    const { ledger, keeper, clock } = await openKept(() => [
      createAddressPlace(`${witness.url}?key=ours`, { post: own, everyMs: 10 * minute }),
    ]);
    await keeper.tick();
    expect(witness.received).toEqual([]);
    await ledger.append(record);
    const first = ledger.checkpoint();
    await keeper.tick();
    await keeper.tick();
    for (let i = 0; i < 3; i++) await ledger.append(record);
    await keeper.tick();
    expect(witness.received.map(({ body }) => body)).toEqual([Buffer.from(first).toString()]);
    clock.at += 10 * minute;
    await keeper.tick();
    expect(witness.received.map(({ body }) => parseCheckpoint(toUtf8(body))?.size)).toEqual([1, 4]);
    expect(witness.received[0]?.headers["content-type"]).toBe("text/plain; charset=utf-8");
    // What follows the question mark is between the two of us.
    expect(await keeper.list()).toEqual([
      {
        kind: "address",
        address: witness.url,
        size: 4,
        takenAt: clock.at,
        failures: 0,
        failed: 0,
        fault: null,
        nextAt: clock.at + 10 * minute,
      },
    ]);
  });

  it("counts what a witness does not take, tries more and more seldom, and remembers both over a restart", async () => {
    let status = 503;
    const witness = await openReceiver((_, response) => response.writeHead(status).end());
    const { ledger, keeper, clock, open, db } = await openKept(() => [
      createAddressPlace(witness.url, { post: own, everyMs: minute }),
    ]);
    await ledger.append(record);
    await keeper.tick();
    clock.at += 29_000;
    await keeper.tick();
    expect(witness.received).toHaveLength(1);
    clock.at += 1_000;
    await keeper.tick();
    expect(await keeper.list()).toMatchObject([
      { size: null, failures: 2, failed: 2, fault: "answered_no", nextAt: clock.at + 90_000 },
    ]);
    db.close();

    const again = open().keeper;
    await again.tick();
    expect(witness.received).toHaveLength(2);
    for (let hours = 0; hours < 48; hours += 1) {
      clock.at += 60 * minute;
      await again.tick();
    }
    // Never given up, and never more than a few times a day.
    expect(witness.received.length).toBeGreaterThan(10);
    expect(witness.received.length).toBeLessThan(25);
    status = 200;
    clock.at += 8 * 60 * minute;
    await again.tick();
    const failed = witness.received.length - 1;
    expect(await again.list()).toMatchObject([{ size: 1, failures: 0, failed, fault: null }]);
    // A clock that had run ahead holds nothing up.
    clock.at -= 400 * 60 * minute;
    await ledger.append(record);
    await again.tick();
    expect(await again.list()).toMatchObject([{ size: 2 }]);
  });

  it("reaches nothing of the operator's network unless it is allowed, and follows nobody there", async () => {
    const inside = await openReceiver();
    const leading = await openReceiver((_, response) => response.writeHead(307, { location: inside.url }).end());
    const { ledger, keeper } = await openKept(() => [
      createAddressPlace(inside.url.replace("http:", "https:"), { post: createGuardedPost([]), everyMs: minute }),
      createAddressPlace(inside.url, { post: createGuardedPost(["10.0.0.0/8"]), everyMs: minute }),
      createAddressPlace(leading.url, { post: own, everyMs: minute }),
    ]);
    await ledger.append(record);
    await keeper.tick();
    expect((await keeper.list()).map(({ fault }) => fault)).toEqual(["url_refused", "url_refused", "redirected"]);
    expect(inside.received).toEqual([]);
  });

  it("is not held up by a witness that never answers, nor counts against it that the service stopped", async () => {
    const silent = await openReceiver(() => undefined);
    const quick = await openReceiver();
    const { ledger, keeper } = await openKept(() => [
      createAddressPlace(silent.url, { post: own, everyMs: minute }),
      createAddressPlace(quick.url, { post: own, everyMs: minute }),
    ]);
    await ledger.append(record);
    const ticking = keeper.tick();
    await expect.poll(async () => (await keeper.list())[1]?.size).toBe(1);
    await keeper.close();
    await ticking;
    expect(await keeper.list()).toMatchObject([{ size: null, failures: 0 }, { size: 1 }]);
    expect(silent.received).toHaveLength(1);
  });

  it("keeps a folder that anybody can audit, and says where it cannot be written", async () => {
    const [folder, file] = ["published", "file"].map((name) => join(makeScratch(), name)) as [string, string];
    writeFileSync(file, "no folder");
    const { ledger, keeper, clock } = await openKept(({ store }) => [
      createFolderPlace(folder, { store, everyMs: minute }),
      createFolderPlace(join(file, "published"), { store, everyMs: minute }),
    ]);
    await ledger.append(record);
    await keeper.tick();
    await ledger.append(record);
    clock.at += minute;
    await keeper.tick();
    expect(readFileSync(join(folder, "checkpoint"))).toEqual(Buffer.from(ledger.checkpoint()));
    expect(await auditLog(openDirectoryLogStore(folder))).toMatchObject({ ok: true });
    expect(await keeper.list()).toMatchObject([{ size: 2 }, { size: null, failures: 2, fault: "storage_failed" }]);
    expect(existsSync(join(folder, "payload"))).toBe(false);
  });

  it("forgets what the configuration no longer names", async () => {
    const { ledger, keeper, store, transactor } = await openKept((scratch) => [
      createFolderPlace(makeScratch(), { store: scratch.store, everyMs: minute }),
    ]);
    await ledger.append(record);
    await keeper.tick();
    const [state] = await keeper.list();
    expect(state?.size).toBe(1);
    await transactor.run(() => store.keepOnly([]));
    expect(await keeper.list()).toMatchObject([{ size: null }]);
  });

  const missing = findMissingOpenssl();
  it.skipIf(missing !== null)(
    `has checkpoints stamped by authorities, one of which fails${missing === null ? "" : ` (skipped: ${missing})`}`,
    async () => {
      const authority = createTestAuthority(makeScratch());
      let asked = 0;
      const server = await serveAuthority((request) => {
        asked += 1;
        return authority.stamp(request);
      });
      const { roots } = authority;
      const opened = await openKept(({ store }) => {
        const stamping = { store, post: own, everyMs: 60 * minute, now: Date.now };
        const stranger = createTestAuthority(makeScratch());
        return [
          createAuthorityPlace({ url: server.url, roots }, { ...stamping, number: 0 }),
          createAuthorityPlace({ url: `${server.url}other`, roots: stranger.roots }, { ...stamping, number: 1 }),
        ];
      });
      const { ledger, keeper, clock, store: states, transactor } = opened;
      await ledger.append(record);
      await keeper.tick();
      expect(await keeper.list()).toMatchObject([
        { kind: "timestamp", size: 1, fault: null },
        { size: null, failures: 1, fault: "bad_signature" },
      ]);
      // The process ended between keeping the stamp and noting it: it is not asked for twice.
      const before = asked;
      await transactor.run(() => states.keepOnly([]));
      const [place] = await keeper.list();
      expect(place?.size).toBeNull();
      await keeper.tick();
      expect((await keeper.list())[0]).toMatchObject({ size: 1, failures: 0 });
      expect(asked).toBe(before + 1);
      clock.at += 60 * minute;
      await ledger.append(record);
      await keeper.tick();
      await server.close();
      const { store } = await openScratch(opened.folder);
      expect((await findTimestamps(store.objects, [0, 1], 2)).map(({ size }) => size)).toEqual([1, 2]);
    },
  );
});

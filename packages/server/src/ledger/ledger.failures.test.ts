import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { toUtf8 } from "@breakwater/ledger";
import { LedgerFailure } from "./ledger-failure.ts";
import type { LedgerOptions } from "./ledger.ts";
import { checkLedger } from "./testing/check-ledger.ts";
import { makeScratch, openScratch, testOrigin, type Scratch } from "./testing/scratch.ts";

const record = { facts: { type: "evidence_kept" }, payload: toUtf8("something") };
const check = (scratch: Scratch) =>
  checkLedger(scratch.store, { origin: testOrigin, keys: scratch.signers.map(({ key }) => key) });

describe("a clock that goes backwards", () => {
  it("is refused until it is right again, across openings too", async () => {
    const folder = makeScratch();
    const scratch = await openScratch(folder);
    const { clock, ledger } = scratch;
    await ledger.append(record);
    clock.at -= 60_000;
    await expect(ledger.append(record)).rejects.toMatchObject({ code: "clock_backwards" });
    const again = await openScratch(folder);
    again.clock.at -= 120_000;
    await expect(again.ledger.append(record)).rejects.toMatchObject({ code: "clock_backwards" });
    again.clock.at += 120_000;
    await again.ledger.append(record);
    const entries = await check(again);
    expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).toSorted((a, b) => a - b));
    expect(entries).toHaveLength(2);
  });
});

describe("a clock that says what no entry can say", () => {
  it.each([4_133_980_800_000, 0.5, Number.NaN, -1])("%d is refused, and the log goes on", async (at) => {
    const scratch = await openScratch();
    await scratch.ledger.append(record);
    const good = scratch.clock.at;
    scratch.clock.at = at;
    await expect(scratch.ledger.append(record)).rejects.toMatchObject({ code: "clock_out_of_range" });
    scratch.clock.at = good;
    await scratch.ledger.append(record);
    expect(await check(await openScratch(scratch.folder))).toHaveLength(2);
  });
});

describe("two writers", () => {
  it("cannot both go on: the second to commit is told so and stays refused, and nothing acknowledged is lost", async () => {
    const folder = makeScratch();
    const [one, two] = [await openScratch(folder), await openScratch(folder)];
    const first = await one.ledger.append(record);
    await expect(two.ledger.append(record)).rejects.toMatchObject({ code: "another_writer" });
    await expect(two.ledger.append(record)).rejects.toMatchObject({ code: "another_writer" });
    const second = await one.ledger.append(record);
    expect((await check(one)).map(({ sequence }) => sequence)).toEqual([first.sequence, second.sequence]);
  });

  it("racing from the same start, exactly one wins each time", async () => {
    const folder = makeScratch();
    const acknowledged: Uint8Array[] = [];
    for (let round = 0; round < 10; round++) {
      const writers = await Promise.all([1, 2, 3].map(() => openScratch(folder)));
      const outcomes = await Promise.allSettled(writers.map(({ ledger }) => ledger.append(record)));
      const won = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value.entry] : []));
      expect(won).toHaveLength(1);
      acknowledged.push(...won);
    }
    const last = await openScratch(folder);
    expect(await check(last)).toHaveLength(acknowledged.length);
    for (const [i, entry] of acknowledged.entries()) expect(await last.ledger.reader().readEntry(i)).toEqual(entry);
  });
});

describe("a full disk", () => {
  it("of SQLite refuses with a code, loses nothing, and goes on once there is room", async () => {
    const folder = makeScratch();
    const small = await openScratch(folder, undefined, { bytesMax: 300_000 });
    await small.ledger.append(record);
    const big = { ...record, payload: new Uint8Array(400_000) };
    await expect(small.ledger.append(big)).rejects.toMatchObject({ code: "disk_full" });
    await small.ledger.append(record);
    const large = await openScratch(folder);
    await large.ledger.append(big);
    expect(await check(large)).toHaveLength(3);
    expect(await large.ledger.readPayload(2)).toMatchObject({ kind: "present", payload: Buffer.alloc(400_000) });
  });

  // Every write that a commit makes fails once, at the place before it, and halfway through it.
  const isHalfway = [false, true];
  it.each(Array.from({ length: 6 }, (_, at) => at).flatMap((at) => isHalfway.map((half) => [at, half] as const)))(
    "at write %i (done all the same: %s): what was acknowledged stays, what was refused may be tried again",
    async (failAt, isDone) => {
      const folder = makeScratch();
      const faults = { left: Number.POSITIVE_INFINITY, isDone };
      const scratch = await openScratch(folder, (options) => withFaults(options, faults));
      await scratch.ledger.append(record);
      faults.left = failAt;
      const outcome = await scratch.ledger.append(record).then(
        () => "taken",
        (error: unknown) => codeOf(error),
      );
      expect(["taken", "disk_full"]).toContain(outcome);
      faults.left = Number.POSITIVE_INFINITY;
      const next = await scratch.ledger.append(record).then(
        () => "taken",
        (error: unknown) => codeOf(error),
      );
      // A swap that was done although it was reported as failed has fenced this writer: its outcome is unknown to it.
      expect(["taken", "another_writer"]).toContain(next);
      const again = await openScratch(folder, (options) => ({ ...options, now: () => Date.UTC(2027, 0) }));
      await again.ledger.append(record);
      const taken = [outcome, next].filter((word) => word === "taken").length;
      expect((await check(again)).length).toBeGreaterThanOrEqual(2 + taken);
    },
  );
});

describe("what did not become part of the log", () => {
  const secretsIn = ({ folder }: Scratch): number => countRows(join(folder, "keys/payload-keys.sqlite"), "secret");

  it("does not stay readable: not after a lost race, not after a full disk", async () => {
    const folder = makeScratch();
    const [one, two] = [await openScratch(folder), await openScratch(folder)];
    await one.ledger.append(record);
    await expect(two.ledger.append(record)).rejects.toMatchObject({ code: "another_writer" });
    const full = { left: 1, isDone: false };
    const three = await openScratch(folder, (options) => withFaults(options, full));
    await expect(three.ledger.append(record)).rejects.toMatchObject({ code: "disk_full" });
    expect(await one.store.objects.list("payload/")).toHaveLength(1);
    expect(secretsIn(one)).toBe(1);
  });

  it("of a writer that died before its checkpoint goes once the log has passed it", async () => {
    const { folder } = await openScratch();
    const dying = await openScratch(folder, (options) => {
      const swap = async (): Promise<boolean> => Promise.reject(new Error("died"));
      return { ...options, store: { ...options.store, checkpoints: { ...options.store.checkpoints, swap } } };
    });
    await expect(dying.ledger.append(record)).rejects.toMatchObject({ code: "storage_failed" });
    const next = await openScratch(folder);
    await next.ledger.append(record);
    expect(secretsIn(next)).toBe(2);
    const last = await openScratch(folder);
    expect(secretsIn(last)).toBe(1);
    expect(await last.store.objects.list("payload/")).toHaveLength(1);
    expect(await last.ledger.readPayload(0)).toMatchObject({ kind: "present" });
  });
});

describe("an erasure that was cut off", () => {
  it.each(Array.from({ length: 8 }, (_, at) => at))("at write %i is finished at the next opening", async (failAt) => {
    const folder = makeScratch();
    const faults = { left: Number.POSITIVE_INFINITY, isDone: false };
    const scratch = await openScratch(folder, (options) => withFaults(options, faults));
    await scratch.ledger.append(record);
    faults.left = failAt;
    await scratch.ledger.erase(0).catch(() => null);
    const again = await openScratch(folder);
    // The wish itself could not be written down.
    const expected = failAt === 0 ? "present" : "erased";
    expect((await again.ledger.readPayload(0)).kind).toBe(expected);
    expect(await again.store.objects.list("payload/")).toHaveLength(failAt === 0 ? 1 : 0);
    expect(await again.store.objects.list("erasing/")).toEqual([]);
    expect(again.ledger.unfinishedErasures()).toBe(0);
    const entries = await check(again);
    expect(entries.some(({ type, about }) => type === "payload_erased" && about === 0)).toBe(failAt > 0);
  });

  it("is counted by an opening that cannot finish it, and finished by the next that can", async () => {
    const folder = makeScratch();
    const faults = { left: Number.POSITIVE_INFINITY, isDone: false };
    const scratch = await openScratch(folder, (options) => withFaults(options, faults));
    for (const _ of [0, 1, 2]) await scratch.ledger.append(record);
    for (const sequence of [0, 1]) {
      faults.left = 1;
      await expect(scratch.ledger.erase(sequence)).rejects.toMatchObject({ code: "disk_full" });
    }
    const late = await openScratch(folder, (options) => ({ ...options, now: () => 0 }));
    expect(late.ledger.unfinishedErasures()).toBe(2);
    expect((await late.ledger.readPayload(0)).kind).toBe("present");
    const again = await openScratch(folder);
    expect(again.ledger.unfinishedErasures()).toBe(0);
    const kinds = await Promise.all([0, 1, 2].map(async (i) => (await again.ledger.readPayload(i)).kind));
    expect(kinds).toEqual(["erased", "erased", "present"]);
  });
});

function countRows(path: string, table: string): number {
  const db = new DatabaseSync(path, { readOnly: true });
  const row = db.prepare(`SELECT count(*) AS n FROM ${table}`).get();
  db.close();
  return Number(row?.["n"]);
}

/** Every write counts down; at zero the disk is full, before the write or after it. */
function withFaults(options: LedgerOptions, faults: { left: number; readonly isDone: boolean }): LedgerOptions {
  const guard =
    <Args extends readonly unknown[], T>(write: (...args: Args) => Promise<T>) =>
    async (...args: Args): Promise<T> => {
      if (faults.left-- !== 0) return write(...args);
      if (faults.isDone) await write(...args);
      throw new LedgerFailure("disk_full", "The disk of the ledger is full.");
    };
  const { objects, checkpoints, close } = options.store;
  return {
    ...options,
    secrets: {
      ...options.secrets,
      put: guard((secrets) => options.secrets.put(secrets)),
      destroy: guard((ids) => options.secrets.destroy(ids)),
    },
    store: {
      close,
      objects: {
        ...objects,
        put: guard((stored) => objects.put(stored)),
        forget: guard((paths) => objects.forget(paths)),
      },
      checkpoints: { ...checkpoints, swap: guard((expected, next) => checkpoints.swap(expected, next)) },
    },
  };
}

function codeOf(error: unknown): string {
  return error instanceof LedgerFailure ? error.code : String(error);
}

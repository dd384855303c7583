import { defaultLimits, type EngineOptions } from "@breakwater/engine";
import type { Action } from "@breakwater/records";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createGrowingLog, type GrowingLog } from "../testing/growing-log.ts";
import type { FindingsSink, JudgedEpoch } from "./judged-epoch.ts";
import { createJudge, defaultJudgeOptions, type Judge, type JudgeOptions } from "./judge.ts";
import { defaultDetectorSettings, toEngineOptions } from "./live-options.ts";
import { createMemorySnapshotStore } from "./memory-snapshot-store.ts";
import type { SnapshotStore } from "./snapshot-store.ts";

const start = 1_700_000_000_000;
const engine: EngineOptions = {
  ...toEngineOptions({ ...defaultDetectorSettings, epochMs: 60_000, windowMs: 240_000, latenessMs: 86_400_000 }),
  limits: { ...defaultLimits, evidenceActionsMax: 1000 },
};
const options: JudgeOptions = { ...defaultJudgeOptions, engine, batchRecords: 5, auditActionsMin: 1 };

type KeptSink = FindingsSink & { readonly taken: JudgedEpoch[] };

function createSink(): KeptSink {
  const taken: JudgedEpoch[] = [];
  return {
    taken,
    takenTo: async () => taken.at(-1)?.end ?? null,
    take: async (epoch) => {
      if (epoch.end > (taken.at(-1)?.end ?? 0)) taken.push(structuredClone(epoch));
    },
  };
}

async function runToEnd(judge: Judge): Promise<void> {
  while ((await judge.step()) !== "idle");
}

async function newestOf(snapshots: SnapshotStore): Promise<Buffer> {
  for await (const bytes of snapshots.newestFirst()) return Buffer.from(bytes);
  return Buffer.alloc(0);
}

/** What happens to a community, and when the judge is killed, fails to deliver, or saves. */
const operation = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant("add" as const), n: fc.nat(30), seconds: fc.nat(70) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("watermark" as const), n: fc.nat(150), seconds: fc.nat(0) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("remove" as const), n: fc.nat(30), seconds: fc.nat(0) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("edit" as const), n: fc.nat(30), seconds: fc.nat(9) }) },
);
type Operation = typeof operation extends fc.Arbitrary<infer Value> ? Value : never;
const trouble = fc.constantFrom("none", "none", "none", "kill", "save", "lost", "doubled", "unsaved" as const);

/** Changes the log; the clock of the community goes on as it is told. */
function createCommunity(log: GrowingLog): (operation: Operation) => void {
  let clock = start;
  let count = 0;
  return ({ do: what, n, seconds }) => {
    if (what === "watermark") {
      clock += n * 1000;
      log.watermark(clock);
    } else if (what === "add") {
      const texts = ["the harbour is closed today, go by train", "The harbour is closed today; go by train!", "hello"];
      log.add(n % 2 === 0 ? "forum" : "chat:1", {
        id: `i${count % 31}-${Math.floor(count / 31)}`,
        at: clock + seconds * 1000,
        account: `a${n % 7}`,
        kind: n % 3 === 0 ? "repost" : "post",
        text: texts[n % 3],
        objects: [{ kind: n % 3 === 0 ? "post" : "url", id: `o${n % 2}` }],
      });
      count += 1;
    } else {
      const source = n % 2 === 0 ? "forum" : "chat:1";
      if (what === "remove") log.remove(source, `i${n}-0`);
      else log.edit(source, `i${n}-0`, `edited ${seconds}`);
    }
  };
}

type Run = { readonly findings: string; readonly snapshot: Buffer };

async function run(operations: readonly Operation[], troubles: readonly string[]): Promise<Run> {
  const log = createGrowingLog();
  const happen = createCommunity(log);
  const snapshots = createMemorySnapshotStore();
  const kept = createSink();
  let mishap = "none";
  const sink: FindingsSink = {
    takenTo: () => kept.takenTo(),
    take: async (epoch) => {
      if (mishap === "lost" || mishap === "unsaved") throw new Error("lost before it was taken");
      await kept.take(epoch);
      if (mishap === "doubled") throw new Error("taken, and the answer lost");
    },
  };
  const open = (): Promise<Judge> => createJudge({ options, reader: log, snapshots, now: () => 0, sink });
  let judge = await open();
  let turn = 0;
  for (const operation of operations) {
    happen(operation);
    for (let isDone = false; !isDone; turn += 1) {
      mishap = troubles[turn] ?? "none";
      try {
        isDone = (await judge.step()) === "idle";
      } catch {
        // As after a failure of the store: half of the time the process goes on, half of the time it dies.
        if (turn % 2 === 0 && mishap !== "unsaved") judge = await open();
      }
      if (mishap === "unsaved") {
        mishap = "lost, found, saved and killed";
        await judge.save();
        judge = await open();
      }
      if (mishap === "kill") judge = await open();
      if (mishap === "save") await judge.save();
      if (mishap !== "none") isDone = false;
    }
  }
  await judge.save();
  return { findings: JSON.stringify(kept.taken), snapshot: await newestOf(snapshots) };
}

describe("the judge, killed anywhere,", () => {
  it("delivers the same findings to the byte and holds the same state", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(operation, { minLength: 60, maxLength: 160, size: "max" }),
        fc.array(trouble, { minLength: 50, maxLength: 300, size: "max" }),
        async (operations, troubles) => {
          const expected = await run(operations, []);
          const actual = await run(operations, troubles);
          expect(actual.findings).toBe(expected.findings);
          expect(actual.snapshot.equals(expected.snapshot)).toBe(true);
        },
      ),
      { seed: 20_261_127, numRuns: 40 },
    );
  });
});

const post = (n: number, at: number, text = "hello"): Action => ({
  id: `p${n}`,
  at,
  account: `a${n % 5}`,
  kind: "post",
  text,
  objects: [],
});

type Bench = {
  readonly log: GrowingLog;
  readonly snapshots: SnapshotStore;
  readonly sink: KeptSink;
  readonly clock: { at: number };
  readonly open: (change?: Partial<JudgeOptions>) => Promise<Judge>;
};

function setUp(): Bench {
  const log = createGrowingLog();
  const snapshots = createMemorySnapshotStore();
  const sink = createSink();
  const clock = { at: 0 };
  return {
    log,
    snapshots,
    sink,
    clock,
    open: (change = {}) =>
      createJudge({ options: { ...options, ...change }, reader: log, snapshots, now: () => clock.at++, sink }),
  };
}

describe("createJudge()", () => {
  it("judges history that was loaded at once in the one epoch that its watermark ends", async () => {
    const { log, sink, open } = setUp();
    for (let n = 0; n < 12; n++) log.add("forum", post(n, start + n * 60_000));
    log.watermark(start + 12 * 60_000);
    const judge = await open();
    await runToEnd(judge);
    expect(sink.taken.map(({ end }) => end)).toEqual([Math.floor(start / 60_000 + 12) * 60_000]);
    expect(await judge.status()).toMatchObject({ offset: 13, epochsWaiting: 0, lag: { records: 0, eventMs: 0 } });
    // Nobody has looked since, and it is behind all the same.
    log.watermark(start + 12 * 60_000 + 1);
    expect((await judge.status()).lag.records).toBe(1);
    expect((await judge.status()).judgedInMs).toBeGreaterThan(0);
  });

  it("passes over what the sink has taken when it begins anew, and comes to the same state", async () => {
    const { log, sink, snapshots, open } = setUp();
    for (let n = 0; n < 30; n++) {
      log.add("forum", post(n, start + n * 20_000));
      if (n % 4 === 3) log.watermark(start + n * 20_000);
    }
    const first = await open();
    await runToEnd(first);
    await first.save();
    const [expected, count] = [await newestOf(snapshots), sink.taken.length];
    const emptied = createMemorySnapshotStore();
    const take = async (): Promise<never> => {
      throw new Error("nothing new was to come");
    };
    const again = await createJudge({
      options,
      reader: log,
      snapshots: emptied,
      now: () => 0,
      sink: { takenTo: () => sink.takenTo(), take },
    });
    await runToEnd(again);
    await again.save();
    expect(count).toBeGreaterThan(5);
    expect((await newestOf(emptied)).equals(expected)).toBe(true);
  });

  it("goes back to the older snapshot where the newest is damaged, and to the log where both are", async () => {
    const { log, sink, snapshots, open } = setUp();
    const judge = await open();
    for (let n = 0; n < 8; n++) {
      log.add("forum", post(n, start + n * 60_000));
      log.watermark(start + n * 60_000);
      await runToEnd(judge);
      if (n > 5) await judge.save();
    }
    const generations: Buffer[] = [];
    for await (const bytes of snapshots.newestFirst()) generations.push(Buffer.from(bytes));
    const [newest, older] = generations;
    const flip = (bytes: Buffer): Buffer => Buffer.from(bytes.with(bytes.length >> 1, bytes[bytes.length >> 1] ^ 1));
    for (const [kept, readsFrom] of [
      [[newest, older], 16],
      [[flip(newest), older], 14],
      [[newest.subarray(0, 40), older], 14],
      [[flip(newest), flip(older)], 0],
      [[Buffer.alloc(0), Buffer.from("breakwater-judge/1\n")], 0],
    ] as const) {
      const store = createMemorySnapshotStore();
      for (const bytes of [...kept].reverse()) await store.save(bytes);
      const restored = await createJudge({ options, reader: log, snapshots: store, now: () => 0, sink });
      expect((await restored.status()).offset).toBe(readsFrom);
      await runToEnd(restored);
      await restored.save();
      expect((await newestOf(store)).equals(newest)).toBe(true);
    }
  });

  it("uses a snapshot under another false-discovery rate, and none of another window", async () => {
    const { log, open } = setUp();
    log.add("forum", post(1, start));
    const judge = await open();
    await runToEnd(judge);
    await judge.save();
    expect((await (await open({ engine: { ...engine, fdr: 0.05 } })).status()).offset).toBe(1);
    expect((await (await open({ engine: { ...engine, windowMs: 300_000 } })).status()).offset).toBe(0);
  });

  it("has let go of a deleted and of an edited text within the stated time, in every generation of its snapshots", async () => {
    const { log, snapshots, clock, open } = setUp();
    const judge = await open({ eraseWithinMs: 1000 });
    const holds = async (word: string): Promise<boolean> => {
      const found: boolean[] = [];
      for await (const bytes of snapshots.newestFirst()) found.push(Buffer.from(bytes).includes(word));
      return found.includes(true);
    };
    log.add("forum", post(1, start, "SECRET-ONE"));
    log.add("forum", post(2, start, "SECRET-TWO"));
    log.add("forum", post(3, start, "KEPT"));
    await runToEnd(judge);
    await judge.save();
    await judge.save();
    expect([await holds("SECRET-ONE"), await holds("SECRET-TWO")]).toEqual([true, true]);
    log.remove("forum", "p1");
    log.edit("forum", "p2", "MENDED");
    await runToEnd(judge);
    clock.at += 1000;
    await runToEnd(judge);
    const words = ["SECRET-ONE", "SECRET-TWO", "MENDED", "KEPT", "forum:p1"];
    expect(await Promise.all(words.map(holds))).toEqual([false, false, true, true, false]);
  });

  it("goes on judging where no snapshot can be written, and says why", async () => {
    const { log, sink, clock } = setUp();
    let tries = 0;
    const snapshots: SnapshotStore = {
      ...createMemorySnapshotStore(),
      save: async () => {
        tries += 1;
        throw new Error("no space left");
      },
    };
    const judge = await createJudge({ options, reader: log, snapshots, now: () => clock.at, sink });
    for (let n = 0; n < 8; n++) {
      log.add("forum", post(n, start + n * 60_000));
      log.watermark(start + n * 60_000);
      await runToEnd(judge);
    }
    expect(sink.taken).toHaveLength(7);
    expect(tries).toBe(1);
    expect((await judge.status()).snapshot.failure).toBe("no space left");
    clock.at += 60_000;
    await runToEnd(judge);
    expect(tries).toBe(2);
  });

  it("draws the day's audit once a day, the same for the same log", async () => {
    const draw = async (): Promise<readonly JudgedEpoch["audit"][]> => {
      const { log, sink, open } = setUp();
      for (let n = 0; n < 40; n++) {
        log.add("forum", post(n, start + n * 3_600_000));
        log.watermark(start + n * 3_600_000 + 60_000);
      }
      const long = { ...engine, windowMs: 86_400_000 };
      await runToEnd(await open({ engine: long, auditAccounts: 3, auditActionsMin: 2 }));
      return sink.taken.map(({ audit }) => audit).filter((audit) => audit !== null);
    };
    const draws = await draw();
    expect(draws).toHaveLength(3);
    expect(draws.at(-1)).toMatchObject({ eligible: 5 });
    expect(draws.at(-1)?.drawn).toHaveLength(3);
    expect(await draw()).toEqual(draws);
  });
});

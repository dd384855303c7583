import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { toTestAction } from "./action-log.law.ts";
import { toSeenKey, type ToSeenKey } from "./action-batch.ts";
import type { ActionLog } from "./action-log.ts";
import type { BatchLog } from "./batch-log.ts";
import { createMemoryActionLog } from "./memory-action-log.ts";
import { openActionLog } from "./sqlite-action-log.ts";

const hour = 3_600_000;
const start = 20_000 * 24 * hour;
type Log = ActionLog & BatchLog;

const source = fc.constantFrom("forum", "wiki");
const id = fc.integer({ min: 0, max: 7 }).map(String);
/** Over eight days, forwards and backwards. */
const at = fc.integer({ min: 0, max: 8 * 24 }).map((hours) => start + hours * hour);
const account = fc.constantFrom("a", "b", "c");
const action = fc.record({ id, account, at, text: fc.string({ unit: "grapheme", maxLength: 5 }) });

/** A step of a log's life, and what it answers. */
type Step = { readonly name: string; readonly run: (log: Log) => Promise<unknown> };
const steps = fc.oneof(
  fc.record({ source, at, actions: fc.array(action, { maxLength: 5 }) }).map((of) => ({
    name: `append ${JSON.stringify(of)}`,
    run: (log: Log) =>
      log.append(
        of.source,
        of.actions.map(({ id: own, ...rest }) => toTestAction(own, rest)),
        of.at,
      ),
  })),
  fc.record({ source, id, text: fc.string({ maxLength: 5 }), at }).map((of) => ({
    name: `edit ${JSON.stringify(of)}`,
    run: (log: Log) => log.edit(of.source, of.id, of.text, of.at),
  })),
  fc.record({ source, id, at }).map((of) => ({
    name: `remove ${JSON.stringify(of)}`,
    run: (log: Log) => log.remove(of.source, of.id, of.at),
  })),
  fc.record({ account, at }).map((of) => ({
    name: `erase ${JSON.stringify(of)}`,
    run: (log: Log) => log.eraseAccount(of.account, of.at),
  })),
  at.map((of) => ({ name: `watermark ${of}`, run: (log: Log) => log.appendWatermark(of) })),
  at.map((of) => ({ name: `deleteBefore ${of}`, run: (log: Log) => log.deleteBefore(of) })),
  fc.constant({ name: "dropDeleted", run: (log: Log) => log.dropDeleted() }),
);
const reopen = fc.constant("reopen" as const);

async function look(log: Log): Promise<unknown> {
  const { bytes: _, ...stats } = await log.stats();
  const latest = await log.latest();
  const found: unknown[] = [];
  for (const from of ["forum", "wiki"]) {
    for (let i = 0; i < 8; i++) found.push(await log.find(from, String(i)));
  }
  const ofAccount: unknown[] = [];
  for await (const kept of log.listOfAccount("a")) ofAccount.push(kept);
  return {
    stats,
    latest,
    found,
    ofAccount,
    progress: await log.progress(),
    all: await log.read(0, 1000),
    some: await log.read(Math.floor(latest / 2), 3),
    changes: await log.readChanges(Math.floor(latest / 3), 4),
  };
}

const place = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

async function hold(life: readonly (Step | "reopen")[], toKey: ToSeenKey): Promise<void> {
  const folder = mkdtempSync(join(place, "breakwater-actions-"));
  const reference = createMemoryActionLog();
  let log = openActionLog(folder, { toKey });
  try {
    for (const step of life) {
      if (step === "reopen") {
        log.close();
        log = openActionLog(folder, { toKey });
      } else {
        expect(await step.run(log), step.name).toEqual(await step.run(reference));
      }
      expect(await look(log)).toEqual(await look(reference));
    }
  } finally {
    log.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

it.each<readonly [string, ToSeenKey]>([
  ["keys as they are", toSeenKey],
  ["keys that meet all the time", (_, own) => BigInt(Number(own) % 2) * (2n ** 63n - 1n)],
])(
  "in files as in memory, whatever happens: %s",
  async (_, toKey) => {
    const life = fc.array(fc.oneof({ weight: 8, arbitrary: steps }, { weight: 1, arbitrary: reopen }), {
      maxLength: 25,
    });
    await fc.assert(
      fc.asyncProperty(life, (steps) => hold(steps, toKey)),
      { numRuns: 60, seed: 20_261_125 },
    );
  },
  60_000,
);

import { spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { toTestAction } from "../action-log.law.ts";
import type { LogRecord } from "../action-log.ts";
import { listSegmentDays, toDay } from "../segments/segment-files.ts";
import { openActionLog } from "../sqlite-action-log.ts";
import { openActionLogReader } from "../sqlite-action-log-reader.ts";

export type KillTrial = {
  readonly rounds: number;
  /** Calls that were acknowledged before a kill. */
  readonly acknowledged: number;
  /** Of these, how many had no effect afterwards. */
  readonly lost: number;
  /** Offsets or (source, id) that came twice. */
  readonly doubled: number;
};

const worker = fileURLToPath(new URL("write-until-killed.ts", import.meta.url));

/** Kills a writing process with SIGKILL at random points, and holds what it left against what it had acknowledged. */
export async function runKillTrial(options: {
  readonly folder: string;
  readonly rounds: number;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
}): Promise<KillTrial> {
  const said: string[] = [];
  let [lost, doubled] = [0, 0];
  for (let round = 0; round < options.rounds; round++) {
    const lines = await writeUntilKilled(options.folder, round, 50 + options.random() * 400);
    said.push(...lines);
    const log = openActionLog(options.folder);
    log.close();
    const records = await readAll(options.folder);
    const left = toEffects(records);
    lost += said.filter((line) => !left.has(line)).length;
    doubled += countDoubled(records);
  }
  const log = openActionLog(options.folder);
  // A process that was killed late has gone through days: what lies behind the horizon is rightly taken again.
  const within = listNewestDays(options.folder, await readAll(options.folder));
  const again = await log.append(
    "forum",
    within.map((id) => toTestAction(id)),
    0,
  );
  doubled += again.filter(({ kind }) => kind !== "duplicate").length;
  log.close();
  return { rounds: options.rounds, acknowledged: said.length, lost, doubled };
}

async function readAll(folder: string): Promise<readonly LogRecord[]> {
  const reader = openActionLogReader(folder);
  const records: LogRecord[] = [];
  for (;;) {
    const some = await reader.read(records.at(-1)?.offset ?? 0, 1000);
    records.push(...some);
    if (some.length === 0) break;
  }
  reader.close();
  return records;
}

/**
 * Actions of the newest day and of the one before it: within the horizon, wherever midnight was. A day has begun with its segment, also where the
 * process was killed before the first action was in it.
 */
function listNewestDays(folder: string, records: readonly LogRecord[]): readonly string[] {
  const actions = records.flatMap((record) => (record.kind === "action" ? [record.action] : []));
  const newest = listSegmentDays(folder).at(-1) ?? 0;
  return actions.filter(({ at }) => toDay(at) >= newest - 1).map(({ id }) => id);
}

/** Everything that may be said of what stands in the log. */
function toEffects(records: readonly LogRecord[]): ReadonlySet<string> {
  const effects = new Set<string>();
  for (const record of records) {
    if (record.kind === "action") {
      effects.add(`stored ${record.action.id}`);
      if (record.action.text?.startsWith("edited")) effects.add(`edited ${record.action.id}`);
    } else if (record.kind === "deletion") {
      for (const effect of ["stored", "edited", "removed"]) effects.add(`${effect} ${record.id}`);
    }
  }
  return effects;
}

function countDoubled(records: readonly LogRecord[]): number {
  const ids = records.flatMap((record) => (record.kind === "action" ? [record.action.id] : []));
  const deleted = records.flatMap((record) => (record.kind === "deletion" ? [record.id] : []));
  const falling = records.filter(({ offset }, i) => offset <= (records[i - 1]?.offset ?? 0)).length;
  // A removed action is gone with its deletion, and has one.
  const both = ids.length + deleted.length - new Set([...ids, ...deleted]).size;
  return falling + both;
}

async function writeUntilKilled(folder: string, round: number, delayMs: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [worker, folder, String(round)], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  let isKilling = false;
  const ended = new Promise<void>((resolve) => child.on("close", () => resolve()));
  child.stdout.on("data", (part: Buffer) => {
    said += part.toString();
    if (isKilling) return;
    isKilling = true;
    void wait(delayMs).then(() => child.kill("SIGKILL"));
  });
  await ended;
  return said.split("\n").slice(0, -1);
}

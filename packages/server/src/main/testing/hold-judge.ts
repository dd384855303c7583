import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { DatabaseSync } from "node:sqlite";
import type { Config } from "../../config/schema.ts";
import { openActionLogReader } from "../../actions/sqlite-action-log-reader.ts";
import type { ActionLogReader, LogRecord } from "../../actions/action-log.ts";
import type { DetectionGroup } from "../../detection/groups/group.ts";
import { createDirectorySnapshotStore } from "../../detection/judge/directory-snapshot-store.ts";
import { createJudge } from "../../detection/judge/judge.ts";
import type { JudgedEpoch } from "../../detection/judge/judged-epoch.ts";
import { createMemorySnapshotStore } from "../../detection/judge/memory-snapshot-store.ts";
import { decodeSnapshot } from "../../detection/judge/snapshot.ts";
import type { SnapshotStore } from "../../detection/judge/snapshot-store.ts";
import { toJudgeOptions } from "../detector-settings.ts";
import { toLayout } from "../layout.ts";
import type { Journal } from "./journal.ts";

export type JudgeComparison = {
  /** Epochs that the uninterrupted judge judged. */
  readonly epochs: number;
  /** Of these, how many lie behind the last edit or deletion, and so were held against what the service had stored. */
  readonly epochsCompared: number;
  readonly groupsCompared: number;
};

/**
 * A judge that reads the final log from its beginning, without any interruption, against what the killed one left: its last snapshot to the byte,
 * and its findings. Epochs before the last edit or deletion saw what nobody can read any more: they are not compared.
 */
export async function compareJudges(
  config: Config,
  records: readonly LogRecord[],
  { problems }: Journal,
): Promise<JudgeComparison> {
  const layout = toLayout(config.storage);
  const restored = await newestOf(createDirectorySnapshotStore(layout.snapshots));
  const readTo = decodeSnapshot(restored)?.offset ?? 0;
  // The judge is closed before the log, whose clock may write one more watermark: nobody has read that yet, and nothing else may stand there.
  if (records.some(({ offset, kind }) => offset > readTo && kind !== "watermark")) {
    problems.push(`The judge was closed at record ${readTo}, and had not read all.`);
  }
  const log = openActionLogReader(layout.actions);
  const reader: ActionLogReader = {
    read: async (after, limit) => (await log.read(after, limit)).filter(({ offset }) => offset <= readTo),
    latest: async () => readTo,
    close: () => log.close(),
  };
  const snapshots = createMemorySnapshotStore();
  const taken: JudgedEpoch[] = [];
  const sink = { takenTo: async () => null, take: async (epoch: JudgedEpoch) => void taken.push(epoch) };
  const judge = await createJudge({ options: toJudgeOptions(config), reader, snapshots, now: Date.now, sink });
  while ((await judge.step()) !== "idle");
  await judge.save();
  reader.close();
  const uninterrupted = await newestOf(snapshots);
  if (!uninterrupted.equals(restored)) {
    const kept = mkdtempSync(join(tmpdir(), "breakwater-judge-differs-"));
    writeFileSync(join(kept, "uninterrupted"), uninterrupted);
    writeFileSync(join(kept, "restored"), restored);
    const heads = `${headOf(uninterrupted)} against ${headOf(restored)}`;
    problems.push(`The judge's state differs: ${heads}; ${tellDifference(uninterrupted, restored)}; both in ${kept}.`);
  }
  const lastChange = records.findLast(({ kind }) => kind === "edit" || kind === "deletion")?.offset ?? 0;
  const comparable = taken.filter(({ offset }) => offset > lastChange);
  return {
    epochs: taken.length,
    epochsCompared: comparable.length,
    ...compareFindings(layout.state, comparable, problems),
  };
}

function compareFindings(
  path: string,
  epochs: readonly JudgedEpoch[],
  problems: string[],
): Pick<JudgeComparison, "groupsCompared"> {
  const db = new DatabaseSync(path, { readOnly: true });
  const groups = db.prepare("SELECT facts FROM detection_group").all().map(parseFacts) as DetectionGroup[];
  const moments = db.prepare("SELECT facts FROM detection_moment").all().map(parseFacts) as {
    readonly epoch: number;
  }[];
  db.close();
  let groupsCompared = 0;
  for (const { end, findings } of epochs) {
    const found = findings.groups.map(({ kind, logE, accounts, objects }) =>
      toLine({ epoch: end, kind, accounts: accounts.length, objects: objects.length, logE }),
    );
    const kept = moments.filter(({ epoch }) => epoch === end).map(toLine);
    if (!isDeepStrictEqual(found.toSorted(), kept.toSorted())) problems.push(`Epoch ${end} has other findings.`);
  }
  const last = epochs.at(-1);
  for (const { id: _, ...evidence } of last?.findings.groups ?? []) {
    const text = JSON.stringify(evidence);
    const isKept = groups.some((group) => group.lastEpoch === last?.end && JSON.stringify(group.evidence) === text);
    if (!isKept) problems.push("The evidence of a group differs.");
    groupsCompared += 1;
  }
  return { groupsCompared };
}

function parseFacts(row: Readonly<Record<string, unknown>>): unknown {
  return JSON.parse(String(row["facts"]));
}

function toLine(moment: object): string {
  return JSON.stringify(Object.entries(moment).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

async function newestOf(snapshots: SnapshotStore): Promise<Buffer> {
  for await (const bytes of snapshots.newestFirst()) return Buffer.from(bytes);
  return Buffer.alloc(0);
}

function headOf(bytes: Buffer): string {
  return `${bytes.subarray(0, 160).toString("utf8").split("\n")[1] ?? ""} (${bytes.length} bytes)`;
}

function tellDifference(a: Buffer, b: Buffer): string {
  const differing = Array.from(a.keys()).filter((i) => a[i] !== b[i]);
  return `${differing.length} bytes of the first, from ${differing[0] ?? a.length} to ${differing.at(-1) ?? a.length}`;
}

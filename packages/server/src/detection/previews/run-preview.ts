import { createDetector, type EngineOptions, type Group } from "@breakwater/engine";
import { setImmediate } from "node:timers/promises";
import type { ActionLogReader } from "../../actions/action-log.ts";
import { matchGroups, type KnownLikeness } from "../groups/match-groups.ts";
import { withKey } from "../judge/action-key.ts";
import { toIdentity } from "../judge/live-options.ts";
import {
  previewGroupsMax,
  type PreviewChanges,
  type PreviewCounts,
  type PreviewGroup,
  type PreviewResult,
} from "./preview.ts";

export type PreviewRequest = {
  readonly changes: PreviewChanges;
  /** Days of event time before the newest action. */
  readonly days: number;
};

export type PreviewDeps = {
  readonly reader: ActionLogReader;
  readonly engine: EngineOptions;
  readonly version: string;
  readonly batchRecords: number;
};

const dayMs = 86_400_000;

/**
 * Runs the engine with its options and with changed ones over the last days of the log, and holds what they find side by side. Both judge once a day of event time, and at
 * the end, over their own windows, so that it costs two judgements a day and not two hundred; a group counts once, however often
 * it is found (`matchGroups`). Runs in the judge's thread, between its steps. Throws a `RangeError` where the log holds nothing.
 */
export async function runPreview({ changes, days }: PreviewRequest, deps: PreviewDeps): Promise<PreviewResult> {
  const { engine, version } = deps;
  const changed = { ...engine, ...changes };
  const newest = await findNewest(deps);
  if (newest === null) throw new RangeError("The log holds no action to try the options on.");
  const daily = (options: EngineOptions): EngineOptions => ({
    ...options,
    epochMs: Math.min(dayMs, options.windowMs),
    latenessMs: Number.POSITIVE_INFINITY,
  });
  const current = createFollower(daily(engine));
  const proposed = createFollower(daily(changed));
  const from = newest - days * dayMs;
  let actions = 0;
  for await (const action of readActions(deps)) {
    if (action.at <= from) continue;
    actions += 1;
    current.push(action);
    proposed.push(action);
  }
  // The grid's next point, so that the last part of a day is judged too.
  await current.finish(newest);
  await proposed.finish(newest);
  const groups = compare(current.groups(), proposed.groups());
  return {
    current: toIdentity(version, engine),
    proposed: toIdentity(version, changed),
    from,
    to: newest,
    actions,
    judgements: current.judgements() + proposed.judgements(),
    counts: { current: count(current.groups()), proposed: count(proposed.groups()) },
    groups: groups.slice(0, previewGroupsMax),
    groupsTotal: groups.length,
  };
}

async function findNewest(deps: PreviewDeps): Promise<number | null> {
  let newest: number | null = null;
  for await (const { at } of readActions(deps)) newest = Math.max(newest ?? at, at);
  return newest;
}

async function* readActions({ reader, batchRecords }: PreviewDeps): AsyncGenerator<ReturnType<typeof withKey>, void> {
  let offset = 0;
  for (;;) {
    const records = await reader.read(offset, batchRecords);
    if (records.length === 0) return;
    // An edited action reads as it is now where it came, and its edit says nothing more.
    for (const record of records) if (record.kind === "action") yield withKey(record.source, record.action);
    offset = records.at(-1)?.offset ?? offset;
  }
}

type Followed = KnownLikeness & { readonly group: Group };

type Follower = {
  readonly push: (action: ReturnType<typeof withKey>) => void;
  readonly finish: (newest: number) => Promise<void>;
  /** Each group once, as it was largest. */
  readonly groups: () => readonly Followed[];
  readonly judgements: () => number;
};

function createFollower(options: EngineOptions): Follower {
  const detector = createDetector(options);
  let followed: readonly Followed[] = [];
  let judgements = 0;
  return {
    push: (action) => detector.push([action]),
    finish: async (newest) => {
      for (const end of detector.listEpochs(Math.ceil(newest / options.epochMs) * options.epochMs)) {
        const [{ groups }] = detector.advance(end);
        judgements += 1;
        followed = follow(followed, groups, judgements);
        // The thread answers others in between.
        await setImmediate();
      }
    },
    groups: () => followed,
    judgements: () => judgements,
  };
}

function follow(known: readonly Followed[], found: readonly Group[], epoch: number): readonly Followed[] {
  const fresh = found.map((group, place) => toFollowed(group, `${epoch}-${place}`, epoch));
  const { sameAs } = matchGroups(known, fresh);
  const merged = new Map(known.map((one) => [one.id, one]));
  fresh.forEach((one, place) => {
    const same = merged.get(sameAs[place] ?? "");
    const isLarger = same === undefined || isStronger(one.group, same.group);
    if (isLarger)
      merged.set(same?.id ?? one.id, { ...one, id: same?.id ?? one.id, firstEpoch: same?.firstEpoch ?? epoch });
  });
  return [...merged.values()];
}

/** A campaign before a group of unknown authenticity, then the larger. */
function isStronger(a: Group, b: Group): boolean {
  if (a.kind !== b.kind) return a.kind === "campaign";
  return a.accounts.length > b.accounts.length;
}

function toFollowed(group: Group, id: string, firstEpoch: number): Followed {
  const accounts = group.accounts.map(({ account }) => account);
  return { id, firstEpoch, accounts, objects: group.objects.map((object) => `${object.layer} ${object.id}`), group };
}

function count(groups: readonly Followed[]): PreviewCounts {
  return {
    groups: groups.length,
    campaigns: groups.filter(({ group }) => group.kind === "campaign").length,
    accounts: new Set(groups.flatMap(({ accounts }) => accounts)).size,
  };
}

/** Largest first. */
function compare(current: readonly Followed[], proposed: readonly Followed[]): readonly PreviewGroup[] {
  const { sameAs } = matchGroups(current, proposed);
  const matched = new Set(sameAs);
  const byId = new Map(current.map((one) => [one.id, one]));
  const ofProposed = proposed.map(({ group }, place) =>
    toPreviewGroup(byId.get(sameAs[place] ?? "")?.group ?? null, group),
  );
  const gone = current.filter(({ id }) => !matched.has(id)).map(({ group }) => toPreviewGroup(group, null));
  return [...ofProposed, ...gone].sort((a, b) => b.accounts - a.accounts || a.from - b.from || a.to - b.to);
}

function toPreviewGroup(current: Group | null, proposed: Group | null): PreviewGroup {
  const held = [current, proposed].filter((group) => group !== null);
  return {
    current: current?.kind ?? null,
    proposed: proposed?.kind ?? null,
    accounts: Math.max(...held.map(({ accounts }) => accounts.length)),
    from: Math.min(...held.map(({ from }) => from)),
    to: Math.max(...held.map(({ to }) => to)),
  };
}

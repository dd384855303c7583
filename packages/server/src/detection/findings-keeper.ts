import type { Outbox } from "../state/outbox.ts";
import type { Transactor } from "../state/transactor.ts";
import { toAuditItems } from "./audits/audit.ts";
import { followGroups, type GroupStep } from "./groups/follow-groups.ts";
import { forgetQuotes } from "./groups/forget-quotes.ts";
import type { DetectionGroup } from "./groups/group.ts";
import type { GroupStore } from "./groups/group-store.ts";
import { toActionKey } from "./judge/action-key.ts";
import type { FindingsSink, JudgedEpoch } from "./judge/judged-epoch.ts";
import { considerLeads } from "./leads/consider-leads.ts";
import { joinLeads } from "./leads/join-leads.ts";
import type { DetectionShelves } from "./leads/detection-shelves.ts";
import type { Observation } from "./leads/detector-state.ts";
import type { LeadDesk } from "./leads/lead-desk.ts";
import type { LeadPolicy } from "./leads/lead-policy.ts";

export type KeeperDeps = {
  readonly transactor: Transactor;
  readonly outbox: Outbox;
  readonly groups: GroupStore;
  readonly shelves: DetectionShelves;
  readonly desk: LeadDesk;
  readonly policy: LeadPolicy;
  /** Edits and deletions in the action log behind `offset`, in order, at most `limit`. */
  readonly readChanges: (
    offset: number,
    limit: number,
  ) => Promise<readonly { readonly offset: number; readonly source: string; readonly id: string }[]>;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
};

const progressKey = "findings";
export const rhythmKey = "community";

/**
 * Takes each epoch's findings into what is remembered: groups, their leads, the day's audits, and what others are told, all in one unit of
 * work. An epoch that was taken before changes nothing.
 */
export function createFindingsKeeper(deps: KeeperDeps): FindingsSink {
  const { transactor, shelves } = deps;
  const readTakenTo = async (): Promise<number | null> => (await shelves.progress.get(progressKey))?.takenTo ?? null;
  return {
    takenTo: () => transactor.run(readTakenTo),
    take: (epoch) =>
      transactor.run(async () => {
        const takenTo = await readTakenTo();
        if (takenTo !== null && epoch.end <= takenTo) return;
        await takeIn(await withoutChanged(epoch, deps), deps);
        await shelves.rhythm.put(rhythmKey, epoch.rhythm);
        await shelves.progress.put(progressKey, { takenTo: epoch.end, detector: epoch.detector.fingerprint });
      }),
  };
}

const changesAtOnce = 500;

/**
 * The epoch without the words of what was edited or deleted after the judge had read the log and before it came here: nobody follows those in
 * evidence that was not stored yet.
 */
async function withoutChanged(
  epoch: JudgedEpoch,
  { readChanges }: Pick<KeeperDeps, "readChanges">,
): Promise<JudgedEpoch> {
  const { findings } = epoch;
  const keys = new Set<string>();
  if (findings.groups.every(({ quotes }) => quotes.length === 0)) return epoch;
  for (let offset = epoch.offset; ;) {
    const changes = await readChanges(offset, changesAtOnce);
    for (const { source, id } of changes) keys.add(toActionKey(source, id));
    const last = changes.at(-1);
    if (last === undefined || changes.length < changesAtOnce) break;
    offset = last.offset;
  }
  if (keys.size === 0) return epoch;
  const groups = findings.groups.map(({ id, ...evidence }) => ({ id, ...forgetQuotes(evidence, keys) }));
  return { ...epoch, findings: { ...findings, groups } };
}

/** Which detector judges; null before the first epoch. Called inside a unit of work. */
export async function readCurrentDetector(shelves: DetectionShelves): Promise<Observation | null> {
  const progress = await shelves.progress.get(progressKey);
  return progress === null ? null : shelves.observations.get(progress.detector);
}

async function takeIn(epoch: JudgedEpoch, deps: KeeperDeps): Promise<void> {
  const { groups, shelves, policy } = deps;
  const at = deps.now();
  const observation = await noteDetector(epoch, { shelves, policy, at });
  const open = await groups.listOpen();
  const { steps, others } = await joinLeads(open, followGroups(open, epoch, policy), deps.desk);
  const found = steps.filter(({ moment }) => moment !== null).map(({ group }) => group);
  const going = [
    ...steps.map(({ group }) => group),
    ...open.filter(({ id }) => !steps.some(({ group }) => group.id === id)),
  ];
  const considered = await considerLeads(found, {
    ...deps,
    observation,
    at,
    open: going.filter(({ state }) => state === "open"),
  });
  const settled = steps.map((step) => ({
    ...step,
    group: { ...step.group, lead: considered.get(step.group.id)?.lead ?? step.group.lead },
  }));
  for (const group of others) await groups.put(group);
  for (const { group, moment } of settled) {
    await groups.put(group);
    if (moment !== null) await groups.addMoment(group.id, moment);
  }
  const now = await groups.listOpen();
  const told = [...open, ...settled.flatMap(({ group }) => (considered.get(group.id)?.isNew === true ? [group] : []))];
  for (const step of settled) {
    await tell(step, { ...deps, at, told, open: now, isOpenedNow: considered.get(step.group.id)?.isNew === true });
  }
  for (const item of toAuditItems(epoch, now)) await shelves.audits.put(item.id, item);
}

/** A detector that was never seen before begins to observe. */
async function noteDetector(
  { detector }: JudgedEpoch,
  { shelves, policy, at }: { readonly at: number } & Pick<KeeperDeps, "shelves" | "policy">,
): Promise<Observation> {
  const known = await shelves.observations.get(detector.fingerprint);
  if (known !== null) return known;
  const observation = { ...detector, since: at, until: at + policy.observeMs, confirmed: null };
  await shelves.observations.put(detector.fingerprint, observation);
  return observation;
}

type TellContext = KeeperDeps & {
  readonly at: number;
  /** Groups whose accounts their leads were told of: those open before the epoch, and those that opened theirs in it. */
  readonly told: readonly DetectionGroup[];
  /** After the epoch. */
  readonly open: readonly DetectionGroup[];
  readonly isOpenedNow: boolean;
};

/** Tells the lead that it grew or ended, and everybody else what became of the group. */
async function tell(step: GroupStep, context: TellContext): Promise<void> {
  const { outbox, desk, at, open, isOpenedNow } = context;
  const { before, group, joined } = step;
  const { id: groupId, lead, mergedInto } = group;
  const accounts = group.evidence.accounts.length;
  const notice = { group: groupId, accounts, isCampaign: group.kind === "campaign" };
  if (group.state === "ended") {
    const why = mergedInto === null ? "not_found" : "merged";
    await outbox.append("group.ended", notice, at);
    const goesOn = open.some((one) => lead.kind === "opened" && isLead(one, lead.leadId));
    if (lead.kind === "opened" && !goesOn) await desk.noteEnd(lead.leadId, { group: groupId, why, at });
    return;
  }
  if (before === null) {
    await outbox.append("group.found", notice, at);
  } else if (joined.length > 0 || before.kind !== group.kind) {
    await outbox.append("group.grew", notice, at);
  }
  // What it opened in this very epoch names all of them already.
  if (lead.kind !== "opened" || isOpenedNow) return;
  const untold = listUntold(group, lead.leadId, context.told);
  if (untold.length > 0) {
    const actions = group.evidence.accounts.reduce((sum, { inStep }) => sum + inStep, 0);
    await desk.noteGrowth(lead.leadId, { group: groupId, accounts, joined: untold, actions, at });
  }
}

function isLead({ lead }: DetectionGroup, leadId: string): boolean {
  return lead.kind === "opened" && lead.leadId === leadId;
}

/** Accounts that no group under the lead has held: also those of a group without one that has come under it. */
function listUntold(group: DetectionGroup, leadId: string, groups: readonly DetectionGroup[]): readonly string[] {
  const told = new Set(groups.filter((one) => isLead(one, leadId)).flatMap(({ everHeld }) => everHeld));
  return group.evidence.accounts.map(({ account }) => account).filter((account) => !told.has(account));
}

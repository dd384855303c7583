import type { Group } from "@breakwater/engine";
import type { JudgedEpoch } from "../judge/judged-epoch.ts";
import {
  listAccounts,
  listObjects,
  toSight,
  type DetectionGroup,
  type GroupEvidence,
  type GroupMoment,
} from "./group.ts";
import { matchGroups, type KnownLikeness, type Likeness } from "./match-groups.ts";

/** What became of one group in one epoch. */
export type GroupStep = {
  readonly before: DetectionGroup | null;
  readonly group: DetectionGroup;
  /** Null where it was not found in this epoch. */
  readonly moment: GroupMoment | null;
  /** Leads of what it came of, its own first, where there are more than one: they are about one group now. */
  readonly leads: readonly string[];
  /** Accounts that were never held before, neither in it nor in what it came of; all of a group that is new. */
  readonly joined: readonly string[];
};

/**
 * Carries the open groups on by what an epoch found (`matchGroups`, by the accounts that each ever held); each that changed, the found ones in the order of the findings first. A group that is not
 * found ends once `endAfterEpochs` lie behind its last; until then it stays as it was. A part that splits off has its parent's lead, and so has a
 * group without a lead into which one with a lead came: nobody is told twice of the same accounts. Ids are made of the epoch and the place in its findings.
 */
export function followGroups(
  open: readonly DetectionGroup[],
  epoch: JudgedEpoch,
  { endAfterEpochs }: { readonly endAfterEpochs: number },
): readonly GroupStep[] {
  const { groups } = epoch.findings;
  const byId = new Map(open.map((group) => [group.id, group]));
  const matching = matchGroups(open.map(toKnown), groups.map(toLikeness));
  const ids = groups.map((_, place) => matching.sameAs[place] ?? toGroupId(epoch.end, place));
  const found = groups.map((group, place): GroupStep => {
    const before = byId.get(ids[place]) ?? null;
    const absorbed = [...matching.mergedInto].flatMap(([id, into]) => (into === place ? (byId.get(id) ?? []) : []));
    const parent = byId.get(matching.splitFrom[place] ?? "") ?? null;
    return stepFound(group, { id: ids[place], before, absorbed, parent }, epoch);
  });
  const foundIds = new Set(ids);
  const missed = open
    .filter(({ id }) => !foundIds.has(id))
    .flatMap((group): readonly GroupStep[] => {
      const into = matching.mergedInto.get(group.id);
      const isOver = into !== undefined || epoch.end - group.lastEpoch >= endAfterEpochs * epoch.epochMs;
      return isOver ? [endGroup(group, epoch.end, into === undefined ? null : ids[into])] : [];
    });
  return [...found, ...missed];
}

export function toGroupId(end: number, place: number): string {
  return `g-${end.toString(36)}-${place + 1}`;
}

/** By all that it ever held: an army whose waves are fought by some of it at a time is one group. */
export function toKnown({ id, firstEpoch, everHeld, evidence }: DetectionGroup): KnownLikeness {
  return { id, firstEpoch, accounts: everHeld, objects: listObjects(evidence) };
}

function toLikeness(evidence: GroupEvidence): Likeness {
  return { accounts: listAccounts(evidence), objects: listObjects(evidence) };
}

type Kin = {
  readonly id: string;
  readonly before: DetectionGroup | null;
  readonly absorbed: readonly DetectionGroup[];
  readonly parent: DetectionGroup | null;
};

function stepFound(
  { id: _id, ...evidence }: Group,
  { id, before, absorbed, parent }: Kin,
  epoch: JudgedEpoch,
): GroupStep {
  const known = new Set([before, ...absorbed].flatMap((group) => group?.everHeld ?? []));
  const accounts = listAccounts(evidence);
  const knownOfKin = new Set([...known, ...(parent?.everHeld ?? [])]);
  const joined = accounts.filter((account) => !knownOfKin.has(account));
  const kin = [before, ...absorbed, parent].filter((group) => group !== null);
  const opened = kin.find(({ lead }) => lead.kind === "opened");
  const group: DetectionGroup = {
    id,
    version: (before?.version ?? 0) + 1,
    kind: evidence.kind,
    state: "open",
    firstEpoch: before?.firstEpoch ?? epoch.end,
    lastEpoch: epoch.end,
    from: Math.min(evidence.from, ...[before, ...absorbed].map((one) => one?.from ?? evidence.from)),
    to: Math.max(evidence.to, before?.to ?? evidence.to),
    endedAt: null,
    detector: epoch.detector,
    everHeld: [...new Set([...known, ...accounts])].sort(),
    splitFrom: before === null ? (parent?.id ?? null) : before.splitFrom,
    mergedInto: null,
    lead: opened?.lead ?? before?.lead ?? { kind: "none" },
    evidence,
    sight: toSight(epoch.findings),
  };
  const moment = {
    epoch: epoch.end,
    kind: evidence.kind,
    accounts: accounts.length,
    objects: evidence.objects.length,
    logE: evidence.logE,
  };
  const cameIn = [before, ...absorbed].flatMap((one) => (one?.lead.kind === "opened" ? [one.lead.leadId] : []));
  const leads = [...new Set(cameIn)];
  return { before, group, moment, joined, leads: leads.length > 1 ? leads : [] };
}

function endGroup(before: DetectionGroup, end: number, mergedInto: string | null): GroupStep {
  const group = { ...before, version: before.version + 1, state: "ended" as const, endedAt: end, mergedInto };
  return { before, group, moment: null, joined: [], leads: [] };
}

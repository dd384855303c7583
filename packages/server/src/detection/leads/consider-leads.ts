import type { FamilyName } from "@breakwater/engine";
import type { Outbox } from "../../state/outbox.ts";
import { toKnown } from "../groups/follow-groups.ts";
import type { DetectionGroup, GroupLead, HeldWhy } from "../groups/group.ts";
import { areLinked } from "../groups/match-groups.ts";
import { listPaused, type DetectionShelves } from "./detection-shelves.ts";
import { isLearning, type Observation } from "./detector-state.ts";
import type { LeadDesk, LeadOpening } from "./lead-desk.ts";
import type { LeadPolicy } from "./lead-policy.ts";
import { listFamilies, listMissingFamilies, toDetectorVersion, toLeadReason, toLeadSignals } from "./lead-signals.ts";
import { isCovered, isStanding, type Mark } from "./mark.ts";
import { countWorthy, readDay, writeDay } from "./rate-watch.ts";

export type LeadContext = {
  readonly shelves: DetectionShelves;
  readonly outbox: Outbox;
  readonly desk: LeadDesk;
  readonly policy: LeadPolicy;
  readonly observation: Observation;
  readonly at: number;
  /** Groups that go on: what is due may be a part of one of them. */
  readonly open: readonly DetectionGroup[];
};

/** What became of what was due. `isNew`: the lead was opened for it, and names all of it. */
export type Considered = { readonly lead: GroupLead; readonly isNew: boolean };

/**
 * Opens the leads that are due among the groups found, the strongest first, and says what stands in the way of the others. A coordinated group of unknown authenticity opens none,
 * a group never opens a second,
 * and one that is linked with another (`areLinked`) whose lead people still have before them comes under that lead: campaigns are often found in parts before
 * they are found as one.
 */
export async function considerLeads(
  groups: readonly DetectionGroup[],
  context: LeadContext,
): Promise<ReadonlyMap<string, Considered>> {
  const considered = new Map<string, Considered>();
  const due = groups
    .filter(({ kind, lead }) => kind === "campaign" && (lead.kind === "none" || lead.kind === "held"))
    .toSorted((a, b) => b.evidence.logE - a.evidence.logE || (a.id < b.id ? -1 : 1));
  const marks = due.length === 0 ? [] : await context.shelves.marks.list();
  for (const group of due) {
    const open = context.open.map((one) => ({ ...one, lead: considered.get(one.id)?.lead ?? one.lead }));
    considered.set(group.id, await considerLead(group, marks, { ...context, open }));
  }
  return considered;
}

async function considerLead(group: DetectionGroup, marks: readonly Mark[], context: LeadContext): Promise<Considered> {
  const { shelves, policy, at } = context;
  const mark = marks.find((one) => isStanding(one, at) && isCovered(group.evidence, one));
  if (mark !== undefined) {
    await noteApplied(mark, group.id, shelves);
    return hold(group, "marked", { at, markId: mark.id });
  }
  const kin = await findLeadOfKin(group, context);
  if (kin !== null) return { lead: kin, isNew: false };
  if (!isCounted(group.lead)) await countAndPause(group, context);
  const paused = await listPaused(shelves);
  if (listMissingFamilies(group.evidence, paused).length > 0) return hold(group, "paused", { at, markId: null });
  const day = await readDay(shelves, at);
  if (day.opened >= policy.leadsPerDay) return hold(group, "quota", { at, markId: null });
  const learning = isLearning(context.observation, at);
  const opening = await openLead(group, { ...context, paused, learning });
  if (opening.kind === "refused") return { lead: { ...opening, at }, isNew: false };
  await writeDay(shelves, { ...day, opened: day.opened + 1 });
  await shelves.verdicts.put(opening.leadId, {
    leadId: opening.leadId,
    groupId: group.id,
    families: listFamilies(group.evidence).filter((family) => !paused.has(family)),
    detectorVersion: toDetectorVersion(group.detector),
    verdict: "waiting",
    reason: null,
    by: null,
    at,
  });
  return { lead: { kind: "opened", leadId: opening.leadId, at, learning }, isNew: true };
}

/** The oldest of those that still stand, so that the answer does not depend on the order of groups. */
async function findLeadOfKin(group: DetectionGroup, { open, desk }: LeadContext): Promise<GroupLead | null> {
  const likeness = toKnown(group);
  const kin = open
    .flatMap((one) =>
      one.id !== group.id && one.lead.kind === "opened" && areLinked(toKnown(one), likeness) ? [one.lead] : [],
    )
    .toSorted((a, b) => a.at - b.at || (a.leadId < b.leadId ? -1 : 1));
  for (const lead of kin) if (await desk.isStanding(lead.leadId)) return lead;
  return null;
}

/** Whether the group was counted for its families already: by a lead, or by one held back for anything but a mark. */
function isCounted(lead: GroupLead): boolean {
  return lead.kind === "held" && lead.why !== "marked";
}

async function countAndPause(group: DetectionGroup, context: LeadContext): Promise<void> {
  const { outbox, at, observation } = context;
  const paused = await countWorthy(listFamilies(group.evidence), { ...context, detectorSince: observation.since });
  for (const { family } of paused)
    await outbox.append("detector.paused", { detector: family, reason: "rate_jump" }, at);
}

/** Since when does not start anew with another reason. */
function hold(
  { lead }: DetectionGroup,
  why: HeldWhy,
  { at, markId }: { readonly at: number; readonly markId: string | null },
): Considered {
  return { lead: { kind: "held", why, since: lead.kind === "held" ? lead.since : at, markId }, isNew: false };
}

async function noteApplied(mark: Mark, groupId: string, { marks }: DetectionShelves): Promise<void> {
  const current = await marks.get(mark.id);
  if (current === null || current.appliedTo.includes(groupId)) return;
  await marks.put(mark.id, { ...current, appliedTo: [...current.appliedTo, groupId] });
}

/** Where casework takes no account's name as an id, the lead names the group alone, in whose evidence they are. */
async function openLead(
  group: DetectionGroup,
  {
    desk,
    paused,
    learning,
    at,
  }: Pick<LeadContext, "desk" | "at"> & { readonly paused: ReadonlySet<FamilyName>; readonly learning: boolean },
): Promise<LeadOpening> {
  const request = {
    group: group.id,
    refs: [group.id, ...group.evidence.accounts.map(({ account }) => account)],
    signals: toLeadSignals(group.evidence, { paused, detector: group.detector }),
    reason: toLeadReason(group.evidence),
    learning,
    at,
  };
  const opening = await desk.openLead(request);
  if (opening.kind === "opened" || opening.code !== "id_not_opaque") return opening;
  return desk.openLead({ ...request, refs: [group.id] });
}

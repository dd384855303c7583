import type { GroupStep } from "../groups/follow-groups.ts";
import type { DetectionGroup, GroupLead } from "../groups/group.ts";
import type { LeadDesk } from "./lead-desk.ts";

type Opened = Extract<GroupLead, { kind: "opened" }>;

/**
 * One group, one lead: where groups that each had one came together, their leads are joined, and whatever stands under one that went into another
 * goes on under that. `others`: open groups that the epoch left as they were, and that have changed by it.
 */
export async function joinLeads(
  open: readonly DetectionGroup[],
  steps: readonly GroupStep[],
  desk: Pick<LeadDesk, "joinLeads">,
): Promise<{ readonly steps: readonly GroupStep[]; readonly others: readonly DetectionGroup[] }> {
  const leads = new Map(open.flatMap(({ lead }) => (lead.kind === "opened" ? [[lead.leadId, lead] as const] : [])));
  const movedTo = new Map<string, Opened>();
  const goesUnder = new Map<string, Opened>();
  // A lead that others went into may itself go into a third one.
  const follow = (lead: Opened): Opened => {
    let last = lead;
    for (let next = movedTo.get(last.leadId); next !== undefined; next = movedTo.get(last.leadId)) last = next;
    return last;
  };
  for (const step of steps.filter(({ leads: ids }) => ids.length > 1)) {
    const opened = step.leads.flatMap((id) => leads.get(id) ?? []).map(follow);
    const ids = [...new Set(opened.map(({ leadId }) => leadId))];
    if (ids.length < 2) continue;
    const { into, merged } = await desk.joinLeads(ids);
    const lead = leads.get(into);
    if (lead === undefined) continue;
    goesUnder.set(step.group.id, lead);
    for (const id of merged) movedTo.set(id, lead);
  }
  const move = (group: DetectionGroup): DetectionGroup => {
    const lead = goesUnder.get(group.id) ?? group.lead;
    const moved = lead.kind === "opened" ? follow(lead) : lead;
    return moved === group.lead ? group : { ...group, lead: moved };
  };
  const touched = new Set(steps.map(({ group }) => group.id));
  const others = open.filter(({ id }) => !touched.has(id)).map((group) => ({ group, moved: move(group) }));
  return {
    steps: steps.map((step) => ({ ...step, group: move(step.group) })),
    others: others
      .filter(({ group, moved }) => moved !== group)
      .map(({ moved }) => ({ ...moved, version: moved.version + 1 })),
  };
}

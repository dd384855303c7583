import type { CaseState, Instant, LeadState, ObjectKind, Settings, StateOf } from "@breakwater/casework";
import type { Listing } from "../listing/listing.ts";
import { relations } from "../projection/list-links.ts";
import type { CaseworkStore } from "../store/casework-store.ts";
import type { ObjectName } from "./destroy-words.ts";
import { endings, findExpiry, kindsOfCase } from "./endings.ts";

type World = { readonly store: CaseworkStore; readonly settings: Settings; readonly listing: Listing };

/** Units of what may go now, each to be destroyed as one; at most `limit` of each kind. Called inside a unit. */
export async function listExpired(
  now: Instant,
  limit: number,
  world: World,
): Promise<readonly (readonly ObjectName[])[]> {
  const { store, settings } = world;
  const units: (readonly ObjectName[])[] = [];
  for (const id of await store.listUndestroyed("case", { statuses: ["purged"], before: now, limit })) {
    units.push(await listOfCase(id, world));
  }
  const { others, detectorLeads } = findExpiry(now, settings);
  const add = async (object: ObjectKind, ask: { readonly before: Instant; readonly source?: "detector" }) => {
    // What goes with a case that lives stands before what may go now, however much of it there is.
    for (let asked = limit; ; asked *= 2) {
      const names = await store.listUndestroyed(object, { statuses: endings[object] ?? [], limit: asked, ...ask });
      const free: string[] = [];
      for (const id of names) if (!(await isOfLiveCase({ object, id }, store))) free.push(id);
      if (free.length < limit && names.length === asked) continue;
      units.push(...free.slice(0, limit).map((id) => [{ object, id }]));
      return;
    }
  };
  await add("lead", { before: detectorLeads, source: "detector" });
  for (const object of Object.keys(endings) as ObjectKind[]) await add(object, { before: others });
  return units;
}

/** A case with its decisions, the lead that it opened with, those that went into that, and what was asked and looked into because of it. */
async function listOfCase(id: string, { store, listing }: World): Promise<readonly ObjectName[]> {
  const names: ObjectName[] = [{ object: "case", id }];
  for (const { event } of await store.readHistory("case", id)) {
    if (event.kind === "case_purged") {
      names.push(...event.decisions.map((decision) => ({ object: "decision", id: decision }) as const));
    }
    if (event.kind !== "case_opened") continue;
    names.push({ object: "lead", id: event.opening.lead });
    const merged = await store.findLinks(relations.mergedInto, event.opening.lead);
    names.push(...merged.map((link) => ({ object: "lead", id: link.id }) as const));
  }
  for (const object of kindsOfCase) {
    const statuses = endings[object] ?? [];
    const listed = await listing.list({
      object,
      statuses,
      keys: [{ kind: "case", value: id }],
      sort: "newest",
      limit: 1_000,
    });
    names.push(...listed.map((place) => ({ object, id: place.id })));
  }
  return names;
}

/** A merged lead goes with what it went into. */
export async function isOfLiveCase({ object, id }: ObjectName, store: CaseworkStore): Promise<boolean> {
  const state = (await store.readState(object, id))?.state;
  if (state === undefined) return false;
  if (kindsOfCase.includes(object)) return isLiveCase((state as StateOf<"transfer">).caseId, store);
  if (object !== "lead") return false;
  const { status, into } = state as LeadState;
  if (status === "lead_accepted") return isLiveCase(into, store);
  return status === "lead_merged" && into !== null && into !== id && isOfLiveCase({ object, id: into }, store);
}

async function isLiveCase(id: string | null, store: CaseworkStore): Promise<boolean> {
  const of = id === null ? undefined : ((await store.readState("case", id))?.state as CaseState | undefined);
  return of !== undefined && of.status !== "purged";
}

import type { ActionProposal, CaseState, Order, Related, StateOf } from "@breakwater/casework";
import { relations } from "../projection/list-links.ts";
import type { CaseworkStore } from "../store/casework-store.ts";
import type { Unit } from "./unit.ts";

/** Those of the determinations that decisions may rest on. */
export type ListTelling = (ids: readonly string[]) => Promise<readonly string[]>;

/**
 * What a machine has to know of other objects, by index. Of removals and determinations only those are looked up that the command or
 * the object names: they are asked for by id, and there may be very many.
 */
export async function loadRelated(
  { object, id, command }: Pick<Order, "object" | "id"> & { readonly command: object },
  { unit, store, activeDesks, listTelling }: RelatedWorld,
): Promise<Related> {
  const listOwn: ListTelling = (ids) => listLinked(store, relations.telling, ids);
  const nothing = { involved: [], barred: [], strikes: {}, activeDesks, removalsInForce: [], determinations: [] };
  switch (object) {
    case "decision": {
      const { opening } = await unit.load("decision", id);
      return { ...nothing, involved: opening === null ? [] : (await unit.load("case", opening.caseId)).people };
    }
    case "hold": {
      const named = "decision" in command && typeof command.decision === "string" ? [command.decision] : [];
      return { ...nothing, removalsInForce: await listLinked(store, relations.removalInForce, named) };
    }
    case "case": {
      const state = await unit.load("case", id);
      const named = [...listDeterminations(command), ...listDeterminations(state.proposal ?? {})];
      return {
        ...nothing,
        involved: await listInvolved(id, state, store),
        barred: await listBarred(state, unit),
        strikes: await loadStrikes(state, unit),
        determinations: await (listTelling ?? listOwn)([...new Set(named)]),
      };
    }
    default:
      return nothing;
  }
}

type RelatedWorld = {
  readonly unit: Unit;
  readonly store: CaseworkStore;
  readonly activeDesks: readonly string[];
  /** Asks the registry of determinations; casework's own objects where there is none. */
  readonly listTelling?: ListTelling;
};

/** Those of the ids that are found under the relation. */
async function listLinked(store: CaseworkStore, relation: string, ids: readonly string[]): Promise<readonly string[]> {
  const linked: string[] = [];
  for (const id of ids) if ((await store.findLinks(relation, id)).length > 0) linked.push(id);
  return linked;
}

function listDeterminations(holder: object): readonly string[] {
  if (!("items" in holder)) return [];
  return (holder as Pick<ActionProposal, "items">).items.flatMap(({ determination }) =>
    determination === null ? [] : [determination],
  );
}

/** Whoever took part in the decisions of a case since, and not in the case itself. */
async function listInvolved(id: string, state: CaseState, store: CaseworkStore): Promise<readonly string[]> {
  if (Object.keys(state.decisions).length === 0) return [];
  const own = new Set(state.people);
  const links = await store.findLinks(relations.tookPart, id);
  const people = links.filter((link) => Object.hasOwn(state.decisions, link.id)).map(({ value }) => value);
  return [...new Set(people)].filter((person) => !own.has(person));
}

/** Whoever entered the request as a lead, and whoever handled it, before the case opened or since. */
async function listBarred({ opening }: CaseState, unit: Unit): Promise<readonly string[]> {
  if (opening?.request == null) return [];
  const { openedBy } = await unit.load("lead", opening.lead);
  const { handledBy }: StateOf<"authority_request"> = await unit.load("authority_request", opening.request);
  return [...new Set([...(openedBy === null ? [] : [openedBy]), ...handledBy])];
}

async function loadStrikes({ findings }: CaseState, unit: Unit): Promise<Related["strikes"]> {
  const accounts = Object.keys(findings);
  if (accounts.length === 0) return {};
  const records = await unit.loadAccounts(accounts);
  return Object.fromEntries(
    accounts.map((account) => [account, Object.values(records.get(account)?.strikes ?? {})] as const),
  );
}

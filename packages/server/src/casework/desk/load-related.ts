import {
  nothingRelated,
  type ActionProposal,
  type CaseState,
  type Order,
  type Related,
  type StateOf,
} from "@breakwater/casework";
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
  { unit, store, activeDesks, listTelling, listAdvisers = async () => [] }: RelatedWorld,
): Promise<Related> {
  const listOwn: ListTelling = (ids) => listLinked(store, relations.telling, ids);
  const nothing = { ...nothingRelated, activeDesks };
  switch (object) {
    case "decision": {
      const { opening } = await unit.load("decision", id);
      if (opening === null) return nothing;
      const { people } = await unit.load("case", opening.caseId);
      return { ...nothing, involved: [...people, ...(await listAdvisers(opening.caseId))] };
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
        involved: [...(await listInvolved(id, state, store)), ...(await listAdvisers(id))],
        barred: await listBarred(state, unit),
        strikes: await loadStrikes(state, unit),
        determinations: await (listTelling ?? listOwn)([...new Set(named)]),
        rulesInForce: await loadRules([...listRules(command), ...listRules(state.proposal ?? {})], { unit, store }),
      };
    }
    case "rule_version": {
      const { rule } = await unit.load("rule_version", id);
      return {
        ...nothing,
        rulesInForce: await loadRules(rule === null ? [] : [rule.id], { unit, store }),
        overrides: await loadOverrides(id, { unit, store }),
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
  /** Staff who gave an opinion on a case. */
  readonly listAdvisers?: (caseId: string) => Promise<readonly string[]>;
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

function listRules(holder: object): readonly string[] {
  return "items" in holder ? (holder as Pick<ActionProposal, "items">).items.map(({ rule }) => rule.id) : [];
}

type Reading = { readonly unit: Unit; readonly store: CaseworkStore };

/** Of these rules the versions that are in force. */
async function loadRules(ids: readonly string[], { unit, store }: Reading): Promise<Related["rulesInForce"]> {
  const found = [];
  for (const id of new Set(ids)) {
    for (const link of await store.findLinks(relations.ruleInForce, id)) {
      const { rule, content } = await unit.load("rule_version", link.id);
      if (rule !== null && content !== null) found.push({ rule, ladder: content.ladder });
    }
  }
  return found;
}

async function loadOverrides(subject: string, { unit, store }: Reading): Promise<Related["overrides"]> {
  const found = [];
  for (const { id } of await store.findLinks(relations.overrides, subject)) {
    const { content } = await unit.load("override", id);
    if (content !== null) found.push({ codes: content.codes, until: content.until });
  }
  return found;
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

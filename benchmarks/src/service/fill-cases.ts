import type { Actor, Order } from "@breakwater/casework";
import { listRuleOrders, monday, people, pieces } from "@breakwater/casework/testing";
import { createSqliteTransactor, type House } from "@breakwater/server/casework/trials";

export type Filled = { readonly cases: number; readonly events: number };

/** Cases in one transaction. */
const batch = 100;
/** Accounts of most cases, and of one in twenty. */
const fewAccounts = 31;
export const manyAccounts = 417;

/** Open cases `C0…`, each with its lead `L…`, and as many open leads `M…`: about a hundred events for each case. */
export async function fillCases(
  { desk, db, stores }: House,
  cases: number,
  progress: (line: string) => void,
): Promise<Filled> {
  const { detector, tian, ana } = people;
  const transactor = createSqliteTransactor(db);
  const all = async (orders: readonly Order[], actor: Actor): Promise<void> => {
    const by = { actor, at: monday };
    const done = await transactor.run(() => desk.executeAllWithin(orders, by));
    if (done < orders.length) throw new Error(`Only ${done} of ${orders.length} commands were carried out.`);
  };
  for (const { order, ...by } of listRuleOrders(monday)) await desk.execute(order, by);
  const accept = { kind: "accept", priority: "P2", caseType: "campaign" } as const;
  for (let from = 0; from < cases; from += batch) {
    const places = Array.from({ length: batch }, (_, place) => from + place);
    const lead = (name: string): readonly Order[] =>
      places.map((place) => ({ object: "lead", id: `${name}${place}`, command: pieces.detectedLead() }));
    await all([...lead("L"), ...lead("M")], detector);
    await all(
      places.map((place) => ({ object: "lead", id: `L${place}`, command: { ...accept, caseId: `C${place}` } })),
      tian,
    );
    // A tenth waits for an analyst.
    const taken = places.filter((place) => place % 10 !== 1);
    await all(
      taken.map((place) => ({ object: "case", id: `C${place}`, command: { kind: "assign", conflict: null } })),
      ana,
    );
    await all(taken.flatMap(listWork), ana);
    const proposed = taken.filter((place) => place % 10 === 2);
    await all(proposed.map(propose), ana);
    if (from % 1000 === 0) progress(`${from.toLocaleString("en-US")} cases`);
  }
  return { cases, events: await stores.casework.latestSequence() };
}

/** Evidence and a finding for each account. */
function listWork(place: number): readonly Order[] {
  const accounts = place % 20 === 0 ? manyAccounts : fewAccounts;
  return Array.from({ length: accounts }, (_, index): readonly Order[] => {
    const account = `a${index + 1}`;
    const id = `C${place}`;
    const finding = pieces.findingOf(account);
    return [
      { object: "case", id, command: { kind: "add_evidence", item: pieces.evidenceOf(`e-${account}`, account) } },
      { object: "case", id, command: { kind: "record_finding", finding } },
    ];
  }).flat();
}

function propose(place: number): Order {
  const item = pieces.proposedItem("a1", ["restrict_interaction"], { decision: `d-${place}` });
  const measures = item.measures.map((measure) => ({ ...measure, id: `m-${place}` }));
  const command = { kind: "propose", items: [{ ...item, measures }], emergency: false, hearingSkipped: null } as const;
  return { object: "case", id: `C${place}`, command };
}

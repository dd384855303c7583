import type { Actor, Order } from "@breakwater/casework";
import { monday, people, pieces } from "@breakwater/casework/testing";
import { openHouse, type House } from "@breakwater/server/casework/trials";
import { join } from "node:path";
import { atLeast, atMost, type Benchmark, type Measurement } from "../harness/benchmark.ts";
import { fillCases, manyAccounts, type Filled } from "./fill-cases.ts";
import { inScratchFolder } from "./service-process.ts";

const pageSize = 50;
const dayMs = 86_400_000;

export const serviceCasework: Benchmark = {
  name: "service-casework",
  title: "Casework: 10,000 open cases, a million events",
  method:
    "SQLite on disk, as the log thread holds it: 10,000 open cases and as many open leads; cases have 31 accounts each with evidence and a finding, one in twenty of them 417, a tenth waits for an analyst, a tenth for a second person. Each call as the routes make it, with need-to-know, " +
    "what may be done next and the record of the view; commands with their durable transaction, notices and the duty to notarise, without the ledger's checkpoint. Outside: HTTP and the hop between threads. Rebuild: every state, list and queue from the events, in one transaction.",
  needs: [],
  isTimed: true,
  run: ({ quick, progress }) =>
    inScratchFolder(async (folder) => {
      const house = openHouse({ qualityShare: 0 }, join(folder, "state.sqlite"));
      const filled = await fillCases(house, quick ? 1000 : 10_000, progress);
      progress(`${filled.events.toLocaleString("en-US")} events`);
      const calls = quick ? 200 : 400;
      const rows = [
        ...(await measurePages(house, calls, filled)),
        ...(await measureCases(house, calls, filled)),
        ...(await measureCommands(house, calls, filled)),
      ];
      progress("rebuilding");
      return [...rows, ...(await measureRebuild(house, filled))];
    }),
};

type Timed = { readonly what: string; readonly metric: string; readonly target: number };

/** Median and p95 of calls, in milliseconds; the case that each is about is spread over all of them. */
async function time(
  { what, metric, target }: Timed,
  { calls, filled }: { readonly calls: number; readonly filled: Filled },
  work: (place: number) => Promise<unknown>,
): Promise<readonly Measurement[]> {
  const times: number[] = [];
  for (let call = 0; call < calls; call += 1) {
    const start = performance.now();
    await work((call * 7919) % filled.cases);
    times.push(performance.now() - start);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(calls * share)] ?? Number.NaN;
  const row = { ...toBase(filled), table: "Casework", what };
  return [
    { ...row, metric: `${metric} p95 ms`, value: at(0.95), target: atMost(target) },
    { ...row, metric: `${metric} median ms`, value: at(0.5) },
  ];
}

function toBase({ cases, events }: Filled) {
  const data = `${cases.toLocaleString("en-US")} cases, ${events.toLocaleString("en-US")} events`;
  return { data, seed: "none", interval: null } as const;
}

/** When the deadlines of a part of it have passed. */
const later = monday + 2 * dayMs;

async function measurePages({ jobBook, objectBook, leadBook }: House, calls: number, filled: Filled) {
  const rows: Measurement[] = [];
  const asked = [
    ["triage", people.tian],
    ["assignment", people.ana],
    ["investigation", people.ana],
    ["approval", people.cho],
    ["overdue", people.ana],
  ] as const;
  for (const [queue, actor] of asked) {
    const by = { actor, at: later };
    let after: readonly [number, string] | undefined;
    const work = async (): Promise<void> => {
      const page = await jobBook.list({ queue, show: "all", after, limit: pageSize }, by);
      after = page.kind === "page" ? (page.next ?? undefined) : undefined;
    };
    rows.push(
      ...(await time({ what: `queue ${queue}, page by page`, metric: "page", target: 50 }, { calls, filled }, work)),
    );
  }
  const by = { actor: people.ana, at: later, route: "listCases", language: "en" } as const;
  const due = { object: "case", statuses: ["investigating"], sort: "due", limit: pageSize } as const;
  const list = { what: "list of cases by what is due", metric: "page", target: 50 };
  rows.push(...(await time(list, { calls, filled }, () => objectBook.list(due, by))));
  const newest = { sort: "newest", limit: pageSize, statuses: ["lead_open"] } as const;
  const leads = { what: "list of leads", metric: "page", target: 50 };
  rows.push(...(await time(leads, { calls, filled }, () => leadBook.list(newest))));
  return rows;
}

async function measureCases({ objectBook }: House, calls: number, filled: Filled) {
  const read = (place: number) =>
    objectBook.read("case", `C${place}`, { actor: people.ana, at: later, route: "getCase", language: "en" });
  const large = Math.floor(filled.cases / 20);
  const timing = { calls, filled };
  return [
    ...(await time({ what: "any case", metric: "case", target: 50 }, timing, read)),
    ...(await time({ what: `cases of ${manyAccounts} accounts`, metric: "case", target: 50 }, timing, (place) =>
      read((place % large) * 20),
    )),
  ];
}

async function measureCommands({ desk, leadBook }: House, calls: number, filled: Filled) {
  const by = (actor: Actor) => ({ actor, at: later });
  let serial = 0;
  const give = async (order: Order, actor: Actor): Promise<void> => {
    const answer = await desk.execute(order, by(actor));
    if (answer.kind !== "done") throw new Error(JSON.stringify(answer));
  };
  // Neither those that wait for an analyst nor those that wait for a second person.
  const inWork = (place: number): string => `C${place - (place % 10) + 3}`;
  const timing = { calls, filled };
  return [
    ...(await time({ what: "add evidence", metric: "command", target: 30 }, timing, (place) => {
      const item = pieces.evidenceOf(`late-${(serial += 1)}`, "a1");
      return give({ object: "case", id: inWork(place), command: { kind: "add_evidence", item } }, people.ana);
    })),
    ...(await time({ what: "record a finding", metric: "command", target: 30 }, timing, (place) => {
      const finding = pieces.findingOf("a1", { evidence: ["e-a1"] });
      return give({ object: "case", id: inWork(place), command: { kind: "record_finding", finding } }, people.ana);
    })),
    ...(await time({ what: "dismiss a lead", metric: "command", target: 30 }, timing, (place) =>
      leadBook.command(`M${place}`, { kind: "dismiss", reason: "authentic" }, by(people.tian)),
    )),
  ];
}

async function measureRebuild({ desk }: House, filled: Filled): Promise<readonly Measurement[]> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  const { events } = await desk.rebuild();
  const { user, system } = process.cpuUsage(before);
  const wall = (performance.now() - start) / 1000;
  const row = { ...toBase(filled), table: "Rebuild", what: "every state from the events" };
  return [
    { ...row, metric: "events/s", value: events / wall, target: atLeast(50_000) },
    { ...row, metric: "events per CPU s", value: events / ((user + system) / 1e6) },
  ];
}

import type { Actor, Order } from "@breakwater/casework";
import { monday, people, pieces } from "@breakwater/casework/testing";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { createSqliteTransactor } from "../state/sqlite-transactor.ts";
import type { LeadQuery } from "./leads/lead-store.ts";
import { openHouse } from "./testing/open-house.ts";

const cases = 10_000;
const house = openHouse({}, join(mkdtempSync(join(tmpdir(), "breakwater-load-")), "state.sqlite"));
const { desk, leadBook, leadDesk } = house;
const run = createSqliteTransactor(house.db);
const { detector, tian, ana } = people;
const by = (actor: Actor) => ({ actor, at: monday });

/** Cases under work, with a lead and thirteen events each, and as many open leads. */
async function fill(): Promise<void> {
  const all = (ids: readonly number[], actor: Actor, toOrder: (id: number) => Order) =>
    run.run(() => desk.executeAllWithin(ids.map(toOrder), by(actor)));
  const refs = Array.from({ length: 40 }, (_, place) => `a${place}`);
  for (let from = 0; from < cases; from += 100) {
    const ids = Array.from({ length: 100 }, (_, place) => from + place);
    const accept = { kind: "accept", priority: "P2", caseType: "campaign" } as const;
    await all(ids, detector, (id) => ({ object: "lead", id: `L${id}`, command: pieces.detectedLead({ refs }) }));
    await all(ids, detector, (id) => ({ object: "lead", id: `M${id}`, command: pieces.detectedLead() }));
    await all(ids, tian, (id) => ({ object: "lead", id: `L${id}`, command: { ...accept, caseId: `C${id}` } }));
    await all(ids, ana, (id) => ({ object: "case", id: `C${id}`, command: { kind: "assign", conflict: null } }));
    for (const account of ["a1", "a2", "a3", "a4"]) {
      const item = (id: number) => pieces.evidenceOf(`e${id}-${account}`, account);
      const finding = (id: number) => pieces.findingOf(account, { evidence: [item(id).id] });
      await all(ids, ana, (id) => ({
        object: "case",
        id: `C${id}`,
        command: { kind: "add_evidence", item: item(id) },
      }));
      await all(ids, ana, (id) => ({
        object: "case",
        id: `C${id}`,
        command: { kind: "record_finding", finding: finding(id) },
      }));
    }
  }
}

/** The time that 95 of 100 calls stay within, in milliseconds; said aloud. */
async function timeP95(name: string, calls: number, work: (id: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let call = 0; call < calls; call += 1) {
    const start = performance.now();
    await work((call * 7919) % cases);
    times.push(performance.now() - start);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const [median, p95] = [sorted[Math.floor(calls / 2)] ?? 0, sorted[Math.floor(calls * 0.95)] ?? 0];
  process.stdout.write(`${name}: median ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms\n`);
  return p95;
}

describe("casework with 20,000 open objects and 130,000 events", () => {
  beforeAll(fill, 600_000);

  it("carries out a command, durably, without going through all of them", async () => {
    let serial = 0;
    const next = (): string => {
      serial += 1;
      return `n${serial}`;
    };
    const evidence = await timeP95("add evidence to a case", 400, (id) => {
      const command = { kind: "add_evidence", item: pieces.evidenceOf(next(), "a1") } as const;
      return desk.execute({ object: "case", id: `C${id}`, command }, by(ana));
    });
    const open = await timeP95("open a lead", 400, () => {
      const lead = { key: next(), group: "g", refs: ["a1"], signals: pieces.twoAxes, reason: "", learning: false };
      return leadDesk.openLead(lead);
    });
    const dismiss = await timeP95("dismiss a lead", 400, (id) =>
      leadBook.command(`M${id}`, { kind: "dismiss", reason: "authentic" }, by(tian)),
    );
    expect(Math.max(evidence, open, dismiss)).toBeLessThan(150);
  });

  it("gives any page without going through all of them", async () => {
    const queries: readonly LeadQuery[] = [
      { sort: "newest", limit: 50 },
      { sort: "expiry", limit: 50, statuses: ["lead_open"] },
      { sort: "newest", limit: 50, statuses: ["lead_open"], source: "reporter" },
      { sort: "newest", limit: 50, statuses: ["lead_dismissed", "lead_accepted"], after: [monday, "L5000"] },
    ];
    for (const query of queries) {
      const p95 = await timeP95(`page ${JSON.stringify(query)}`, 60, () => leadBook.list(query));
      expect(p95).toBeLessThan(250);
    }
    expect(await timeP95("one lead", 200, (id) => leadBook.read(`L${id}`, by(tian)))).toBeLessThan(250);
  });

  it("makes everything again in one pass", async () => {
    const [start, before] = [performance.now(), process.cpuUsage()];
    const { events } = await desk.rebuild();
    const { user, system } = process.cpuUsage(before);
    const [wall, busy] = [(performance.now() - start) / 1_000, (user + system) / 1_000_000];
    process.stdout.write(`rebuild: ${events} events in ${wall.toFixed(1)} s, of a processor ${busy.toFixed(1)} s\n`);
    expect(events / busy).toBeGreaterThan(10_000);
  });
});

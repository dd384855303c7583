import { defaultSettings, findVersion } from "@breakwater/casework";
import { playHistory } from "@breakwater/casework/testing";
import { expect, it } from "vitest";
import { createFigureKeeper } from "../../figures/figure-keeper.ts";
import { createMemoryOutbox, createMemoryTransactor } from "../../state/memory-state.ts";
import { createCaseworkDesk } from "../desk/casework-desk.ts";
import { openApi, proposalOf, staff } from "../testing/open-api.ts";
import { createMemoryCaseworkStore } from "../store/memory-casework-store.ts";
import { createVerdictFeed } from "./lead-verdicts.ts";
import { createMemoryLeadStore } from "./memory-lead-store.ts";

type Cell = { readonly word: string; readonly hits: number; readonly of: number };
type Breakdown = { readonly cells: readonly Cell[]; readonly grouped: Omit<Cell, "word"> | null };
type Shares = Omit<Cell, "word"> & { readonly by: readonly [Breakdown] };

/** A random history, and what people last said of each lead that a detector opened. */
async function openHistory(seed: number, commands: number) {
  const store = createMemoryCaseworkStore();
  const leads = createMemoryLeadStore();
  const ports = { transactor: createMemoryTransactor(), outbox: createMemoryOutbox(), store };
  const desk = createCaseworkDesk({ ...ports, settings: defaultSettings, activeDesks: ["desk-1"], readModels: [] });
  const { desk: told } = playHistory(seed, commands);
  const versions = new Map<string, number>();
  for (const { object, id, event } of told.events) {
    const version = (versions.get(`${object}/${id}`) ?? 0) + 1;
    versions.set(`${object}/${id}`, version);
    await store.appendEvent({ object, id, version, event });
  }
  await desk.rebuild();
  for (const id of told.listIds("lead")) {
    const isDetected = told.getState("lead", id).content?.source === "detector";
    if (isDetected) await leads.keepOrigin({ lead: id, key: id, group: `g-${id}` });
  }
  const verdicts = await createVerdictFeed({ store, desk, leads })(0, 100_000);
  return { store, newest: new Map(verdicts.map((verdict) => [verdict.lead, verdict])) };
}

it("says of each detector's lead what the published figures count, whatever was decided, replaced or reversed", async () => {
  const seen = new Set<string>();
  const versionsSeen = new Set<string>();
  for (let seed = 1; seed <= 20; seed += 1) {
    const { store, newest } = await openHistory(seed, 1500);
    const { figures } = await createFigureKeeper(store).figures({ from: null, to: null });
    const countOf = (key: string): unknown => figures.find((figure) => figure.key === key);
    const said = [...newest.values()];
    for (const { verdict } of said) seen.add(verdict);
    const [right, wrong] = [true, false].map((holds) => said.filter((one) => one.holds === holds).length);
    expect(countOf("detector_leads_confirmed"), `seed ${seed}`).toMatchObject({ count: right });
    expect(countOf("detector_leads_dismissed"), `seed ${seed}`).toMatchObject({ count: wrong });
    const judged = said.filter(({ holds }) => holds !== null);
    const told = countOf("detector_precision_by_version") as Shares;
    const { cells, grouped } = told.by[0];
    const expected = new Map<string, Omit<Cell, "word">>();
    for (const { versions, holds } of judged) {
      for (const version of versions) {
        versionsSeen.add(version);
        const { hits, of } = expected.get(version) ?? { hits: 0, of: 0 };
        expected.set(version, { hits: hits + (holds === true ? 1 : 0), of: of + 1 });
      }
    }
    for (const { word, ...cell } of cells) {
      const version = findVersion(word) ?? "";
      expect(cell, `seed ${seed}, ${version}`).toMatchObject(expected.get(version) ?? {});
      expected.delete(version);
    }
    // Few are told together with others.
    const [hits, of] = (["hits", "of"] as const).map((what) =>
      [...expected.values()].reduce((sum, cell) => sum + cell[what], 0),
    );
    if (grouped !== null) expect(grouped, `seed ${seed}`).toMatchObject({ words: expected.size, hits, of });
    expect(grouped === null, `seed ${seed}`).toBe(expected.size === 0);
    expect(told).toMatchObject({ hits: right, of: judged.length });
  }
  expect(versionsSeen.size).toBe(2);
  expect([...seen]).toEqual(expect.arrayContaining(["decided_action", "expired", "reversed"]));
});

it("keeps what was said when a later decision replaces an earlier one, as the figures do", async () => {
  const { openCase, investigate, give, get, listVerdicts, stores } = openApi();
  const caseId = await openCase();
  await give("commandCase", staff.ana, caseId, { kind: "assign", conflict: null });
  await investigate(caseId, ["a1"]);
  await give("commandCase", staff.ana, caseId, proposalOf(["a1"], "label"));
  await give("commandCase", staff.ana, caseId, { kind: "act_alone", reason: "One item, and a label." });
  const { decisionIds } = (await get("getCase", staff.ana, caseId)) as { decisionIds: readonly { id: string }[] };
  const decision = decisionIds[0]?.id ?? "";
  const reopen = { kind: "reopen", cause: "audit", reason: "The clock of the device was wrong." };
  await give("commandDecision", staff.aud, decision, reopen);
  const none = { kind: "propose_no_action", reason: "no_violation", supersedes: [decision] };
  await give("commandCase", staff.ana, caseId, none);
  const verdicts = await listVerdicts(0, 100);
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(["accepted", "decided_action", "decided_no_violation"]);
  const { figures } = await createFigureKeeper(stores.casework).figures({ from: null, to: null });
  expect(figures.find(({ key }) => key === "restorations_started")).toMatchObject({ count: 1 });
  expect(figures.find(({ key }) => key === "detector_leads_dismissed")).toMatchObject({ count: 1 });
});

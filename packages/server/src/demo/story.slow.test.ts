// The demo as a newcomer finds it: filled, and one person alone can take a case on to its end as two, then as the account, then as a third.
import {
  getCase,
  getDecision,
  listCases,
  listClaims,
  listCorrections,
  listDecisions,
  listEffects,
  listHolds,
  listLeads,
  listQueues,
  listTransfers,
} from "@breakwater/contract";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { configSchema } from "../config/schema.ts";
import { startService, type RunningService } from "../main/start-service.ts";
import { createDemoApi, type DemoApi } from "./demo-api.ts";
import { runDemoCommunity, toDemoConfig, type DemoEvent } from "./run-demo-community.ts";
import { offerAdministration } from "./offer-administration.ts";
import { giveCase, giveDecision } from "./story/hands.ts";
import type { CastName } from "./staff.ts";

const root = mkdtempSync(join(tmpdir(), "breakwater-demo-"));
const storage = { data: join(root, "data"), keys: join(root, "keys") };
const config = toDemoConfig(configSchema.parse({ service: { port: 0 }, storage }));
const ending = new AbortController();
const events: DemoEvent[] = [];
let service: RunningService;
let demo: Promise<void>;
let page = "";

/** As the page signs somebody in: the cookie that it sets, and where it leads. */
async function enter(who: CastName): Promise<DemoApi> {
  const body = new URLSearchParams({ who });
  const answer = await fetch(`${page}/sign-in`, { method: "POST", body, redirect: "manual" });
  expect(answer.headers.get("location")).toBe(`${service.publicUrl}/console/`);
  const cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? "";
  const headers = { cookie, origin: service.publicUrl, "sec-fetch-site": "same-origin" };
  return createDemoApi({ url: service.url, signal: ending.signal, headers: async () => headers });
}

const waitFor = <T>(look: () => T | Promise<T>): Promise<T> => vi.waitFor(look, { timeout: 60_000, interval: 300 });

beforeAll(async () => {
  service = await startService(config, pino({ level: "silent" }));
  demo = runDemoCommunity(service, {
    folder: storage.data,
    language: "zh-Hans",
    platformPort: 0,
    signal: ending.signal,
    tell: (event) => events.push(event),
  });
  await vi.waitFor(() => expect(events.map(({ kind }) => kind)).toContain("filled"), { timeout: 150_000 });
  page = events.flatMap((event) => (event.kind === "open" ? [event.url] : []))[0] ?? "";
}, 200_000);
afterAll(async () => {
  ending.abort();
  await demo;
  await service.close();
  rmSync(root, { recursive: true, force: true });
});

it("fills what the console shows, in every state that people meet", async () => {
  expect(events.filter(({ kind }) => kind === "trouble")).toEqual([]);
  const aud = await enter("aud");
  const { items: cases } = await aud.call(listCases, {});
  const found = new Set(cases.map(({ status }) => status));
  const states = [
    "case_open",
    "investigating",
    "waiting_partner",
    "hearing",
    "proposed",
    "decided_action",
    "decided_no_action",
  ];
  expect([...found].toSorted()).toEqual(states.toSorted());
  await waitFor(async () => {
    const { items: decisions } = await aud.call(listDecisions, {});
    const ends = new Set(decisions.map(({ status }) => status));
    expect([...ends].toSorted()).toEqual(["appealed", "decided_no_action", "in_force", "restored"]);
  });
  const { items: handOvers } = await aud.call(listTransfers, {});
  expect(handOvers.map(({ desk, status }) => [desk, status])).toEqual([["consumer-office", "sent"]]);
  const { items: corrections } = await aud.call(listCorrections, {});
  expect(corrections.map(({ status, open }) => [status, open])).toEqual([["asked", 1]]);
  expect((await aud.call(listHolds, {})).items.map(({ status }) => status)).toEqual(["held"]);
  const { items: leads } = await aud.call(listLeads, { query: { status: "lead_open", source: "detector" } });
  expect(leads.length).toBeGreaterThan(0);
  const { items: effects } = await aud.call(listEffects, {});
  expect(new Set(effects.map(({ kind }) => kind))).toEqual(new Set(["measure.apply", "measure.reverse", "hold.place"]));
  expect(new Set(effects.map(({ state }) => state))).toEqual(new Set(["confirmed"]));
  const { items: claims } = await aud.call(listClaims, {});
  const standing = claims.filter(({ obstacles }) => obstacles.length === 0);
  expect(standing.length).toBeGreaterThan(1);
  const { items: queues } = await (await enter("cho")).call(listQueues, {});
  expect(queues.filter(({ waiting }) => waiting > 0).map(({ queue }) => queue)).toContain("approval");
});

it(
  "lets one person take a case to its end: as the second, as the account, as the third",
  { timeout: 120_000 },
  async () => {
    const cho = await enter("cho");
    const [proposed] = (await cho.call(listCases, { query: { status: "proposed" } })).items;
    const id = proposed?.id ?? "";
    const { findings } = await cho.call(getCase, { params: { id } });
    const { decisionIds } = await giveCase(cho, id, {
      kind: "approve",
      statement: "有其本人的证据，也没有更轻的措施。",
    });
    const decision = decisionIds[0]?.id ?? "";
    const account = findings[0]?.account ?? "";

    const rei = await enter("rei");
    const read = () => rei.call(getDecision, { params: { id: decision } });
    await waitFor(async () => expect((await read()).measures.map(({ status }) => status)).toEqual(["active"]));
    const shown = await (await fetch(`${page}?lang=zh-Hans`)).text();
    const row = shown.split("<tr>").find((text) => text.includes(account) && text.includes("关于您账号的一项决定"));
    const link = /href="([^"?]+)/.exec(row ?? "")?.[1] ?? "";
    const form = { method: "POST", headers: { origin: service.publicUrl }, redirect: "manual" } as const;
    const sent = await fetch(`${link}/appeal`, { ...form, body: new URLSearchParams({ points: "我们是合唱团。" }) });
    expect(sent.status).toBe(303);

    const answers = ["确为合唱团。"];
    await giveDecision(rei, decision, { kind: "decide_appeal", appellant: account, outcome: "reversed", answers });
    await waitFor(async () => expect((await read()).status).toBe("restored"));
    expect((await read()).measures.map(({ status }) => status)).toEqual(["reversed"]);
  },
);

it("opens to nobody without the page's address", async () => {
  const { origin } = new URL(page);
  const guess = await fetch(`${origin}/guess/sign-in`, { method: "POST", body: new URLSearchParams({ who: "ada" }) });
  expect(guess.status).toBe(404);
  expect(guess.headers.get("set-cookie")).toBeNull();
  expect((await fetch(`${origin}/webhook`, { method: "POST", body: "{}" })).status).toBe(401);
});

it("signs nobody in any more once a real platform is connected", async () => {
  const at = Date.now();
  const input = { name: "forum", scopes: ["actions:write"], expiresInDays: null, at } as const;
  await service.access.createToken({ ...input, actor: { kind: "operator", id: null } });
  const answer = await fetch(`${page}/sign-in`, { method: "POST", body: new URLSearchParams({ who: "ada" }) });
  expect(answer.status).toBe(404);
  // Whoever runs it is not shut out with them: a link each time, until somebody has used one.
  const link = await offerAdministration(service, Date.now());
  expect(link).toContain("/join?code=");
  expect(await offerAdministration(service, Date.now())).not.toBe(link);
});

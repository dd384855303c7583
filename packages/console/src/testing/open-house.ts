import type { StaffRole } from "@breakwater/contract";
import { makeReport, openDrill, toDrillConfig, type Drill } from "@breakwater/server/service/drills";
import { fillLargeGroup } from "@breakwater/server/service/filling/group";
import { createSimulation } from "@breakwater/simulator";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ensureBuilt } from "./build.ts";
import { toHand, type Body } from "./hand.ts";

/** A service that really runs, with a community in it and the built console before it. */
export type House = {
  readonly url: string;
  /** Calls the API as the platform, and throws what it refuses. */
  readonly platform: (method: string, path: string, body?: object) => Promise<Body>;
  readonly service: Drill["service"];
  /** The secret of a new session of somebody who holds these roles, `admin` excepted; another name is another person. */
  readonly signIn: (roles: readonly StaffRole[], language?: "en" | "zh-Hans", name?: string) => Promise<string>;
  /** Somebody of the platform reports a post; a lead opens. */
  readonly report: (post: string) => Promise<void>;
  /** Somebody else dismisses the newest lead. */
  readonly dismissNewest: () => Promise<void>;
  readonly close: () => Promise<void>;
};

type LedgerPlaces = Partial<Parameters<Adjust>[0]["ledger"]>;
type Adjust = NonNullable<NonNullable<Parameters<typeof openDrill>[1]>["adjust"]>;

type Ask = (request: Parameters<Drill["api"]>[0]) => Promise<Body>;

const leadWithinMs = 180_000;

/** Notices to people say where else they may turn. */
const adjustWith =
  ({ qualityShare, breakItems, ledger }: Required<Omit<HouseOptions, "isEmpty" | "group">>): Adjust =>
  (config) => ({
    ...config,
    console: { break_items: breakItems, break_minutes: 0 },
    ledger: { ...config.ledger, ...ledger },
    casework: { quality_share: qualityShare, partner_desks: ["fact-checkers"] },
    notices: { ...config.notices, dispute_body: "Any certified out-of-court body.", court: "The court at your home." },
  });

export type HouseOptions = {
  readonly isEmpty?: boolean;
  /** A group that is there from the start, always the same. */
  readonly group?: Parameters<typeof fillLargeGroup>[1];
  /** Of decisions that are judged again. */
  readonly qualityShare?: number;
  /** Things read after which a break is proposed; 0: none is. */
  readonly breakItems?: number;
  /** Where its checkpoints go. */
  readonly ledger?: LedgerPlaces;
};

/** Costs about ten seconds with a community (the judge has to see it), one without. */
export async function openHouse({
  isEmpty = false,
  group,
  qualityShare = 0,
  breakItems = 0,
  ledger = {},
}: HouseOptions): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), "breakwater-console-"));
  if (group !== undefined) await fillLargeGroup(toDrillConfig(folder), group);
  const drill = await openDrill(folder, {
    consoleFolder: ensureBuilt(),
    adjust: adjustWith({ qualityShare, breakItems, ledger }),
  });
  const { service, api } = drill;
  const ask: Ask = async (request) => {
    const answer = await api(request);
    if (answer === null || answer.status >= 300) throw new Error(`The service answered ${JSON.stringify(answer)}.`);
    return answer.body;
  };
  const platform: House["platform"] = (method, path, body) => ask({ method, path, body });
  if (!isEmpty) await fill(ask);
  const signIn: House["signIn"] = async (roles, language = "en", named) => {
    const name = named ?? (language === "en" ? "Ada Marsh" : "林安");
    const subject = `${roles.join("-")}-${language}${named === undefined ? "" : `-${named}`}`;
    const person = { issuer: "https://house.example", subject, name, roles, language, at: Date.now() };
    const done = await service.access.signInByProvider(person);
    if (!done.ok) throw new Error("They did not come in.");
    return done.value.session;
  };
  return {
    url: service.url,
    platform,
    service,
    signIn,
    report: async (post) => void (await ask(makeReport(post))),
    dismissNewest: async () => {
      const { items } = await platform("GET", "/v1/leads?limit=1");
      const [lead] = items as readonly Body[];
      if (lead === undefined) throw new Error("There is no lead to dismiss.");
      const triage = toHand(service.url, await signIn(["triage"]));
      await triage("POST", `/v1/leads/${String(lead["id"])}/dismiss`, { reason: "duplicate" }, 1);
    },
    close: async () => {
      await service.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const dayMs = 86_400_000;

/** Six days of a community with two campaigns and an honest crowd in them, and a few reports; ends once the detector has opened its leads. */
async function fill(ask: Ask): Promise<void> {
  const now = Date.now();
  const startAt = now - 6 * dayMs;
  const simulation = createSimulation({
    seed: 7,
    startAt,
    days: 8,
    actions: 9000,
    scenarios: [
      { scenario: "petition", beginAt: startAt + dayMs, spreadDays: 1 },
      { scenario: "copy_paste_hype", beginAt: startAt + 2 * dayMs, spreadDays: 2 },
      { scenario: "mass_reporting", beginAt: startAt + 4 * dayMs },
    ],
  });
  const actions = [...simulation.actions()].filter(({ at }) => at < now);
  // At once: an epoch that ended meanwhile would end without the rest of its actions.
  await ask({ method: "POST", path: "/v1/actions", body: actions });
  for (const name of ["post-1", "post-2", "post-3"]) await ask(makeReport(name));
  const deadline = Date.now() + leadWithinMs;
  for (;;) {
    const { items } = await ask({ method: "GET", path: "/v1/leads?source=detector" });
    if ((items as readonly unknown[]).length > 0) return;
    if (Date.now() > deadline) throw new Error("The detector opened no lead of the community.");
    await wait(200);
  }
}

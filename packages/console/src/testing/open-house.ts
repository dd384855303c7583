import type { StaffRole } from "@breakwater/contract";
import { makeReport, openDrill, type Drill } from "@breakwater/server/service/drills";
import { createSimulation } from "@breakwater/simulator";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ensureBuilt } from "./build.ts";

/** A service that really runs, with a community in it and the built console before it. */
export type House = {
  readonly url: string;
  readonly api: Drill["api"];
  readonly service: Drill["service"];
  /** The secret of a new session of somebody who holds these roles, `admin` excepted; another name is another person. */
  readonly signIn: (roles: readonly StaffRole[], language?: "en" | "zh-Hans", name?: string) => Promise<string>;
  /** Somebody of the platform reports a post; a lead opens. */
  readonly report: (post: string) => Promise<void>;
  /** Somebody else dismisses the newest lead. */
  readonly dismissNewest: () => Promise<void>;
  readonly close: () => Promise<void>;
};

type Adjust = NonNullable<NonNullable<Parameters<typeof openDrill>[1]>["adjust"]>;

const leadWithinMs = 180_000;

/** Notices to people say where else they may turn. */
const adjustWith =
  (qualityShare: number, breakItems: number): Adjust =>
  (config) => ({
    ...config,
    console: { break_items: breakItems, break_minutes: 0 },
    casework: { quality_share: qualityShare, partner_desks: ["fact-checkers"] },
    notices: { ...config.notices, dispute_body: "Any certified out-of-court body.", court: "The court at your home." },
  });

/** Costs about ten seconds with a community (the judge has to see it), one without. */
export async function openHouse({
  isEmpty = false,
  qualityShare = 0,
  breakItems = 0,
}: {
  readonly isEmpty?: boolean;
  /** Of decisions that are judged again. */
  readonly qualityShare?: number;
  /** Things read after which a break is proposed; 0: none is. */
  readonly breakItems?: number;
} = {}): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), "breakwater-console-"));
  const drill = await openDrill(folder, { consoleFolder: ensureBuilt(), adjust: adjustWith(qualityShare, breakItems) });
  const { service, api } = drill;
  if (!isEmpty) await fill(api);
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
    api,
    service,
    signIn,
    report: (post) => must(api(makeReport(post))),
    dismissNewest: async () => {
      const cookie = `breakwater-session=${await signIn(["triage"])}`;
      const headers = {
        cookie,
        origin: new URL(service.url).origin,
        "sec-fetch-site": "same-origin",
        "content-type": "application/json",
        "if-match": '"1"',
      };
      const newest = await api({ method: "GET", path: "/v1/leads?limit=1" });
      const [lead] = (newest?.body["items"] ?? []) as readonly { readonly id: string }[];
      if (lead === undefined) throw new Error("There is no lead to dismiss.");
      const body = JSON.stringify({ reason: "duplicate" });
      const answer = await fetch(`${service.url}/v1/leads/${lead.id}/dismiss`, { method: "POST", headers, body });
      if (!answer.ok) throw new Error(await answer.text());
    },
    close: async () => {
      await service.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const dayMs = 86_400_000;

/** Six days of a community with two campaigns and an honest crowd in them, and a few reports; ends once the detector has opened its leads. */
async function fill(api: Drill["api"]): Promise<void> {
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
  await must(api({ method: "POST", path: "/v1/actions", body: actions }));
  for (const name of ["post-1", "post-2", "post-3"]) await must(api(makeReport(name)));
  const deadline = Date.now() + leadWithinMs;
  for (;;) {
    const answer = await api({ method: "GET", path: "/v1/leads?source=detector" });
    if (((answer?.body["items"] ?? []) as readonly unknown[]).length > 0) return;
    if (Date.now() > deadline) throw new Error("The detector opened no lead of the community.");
    await wait(200);
  }
}

async function must(asked: ReturnType<Drill["api"]>): Promise<void> {
  const answer = await asked;
  if (answer === null || answer.status >= 300) throw new Error(`The service answered ${JSON.stringify(answer)}.`);
}

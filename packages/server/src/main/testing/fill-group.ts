import type { AccountFinding, Signal } from "@breakwater/engine";
import type { Config } from "../../config/schema.ts";
import type { DetectionGroup, GroupEvidence } from "../../detection/groups/group.ts";
import { createSqliteGroupStore } from "../../detection/groups/sqlite-group-store.ts";
import { openState } from "../../state/open-state.ts";
import { createSqliteTransactor } from "../../state/sqlite-transactor.ts";
import { makeFolders, toLayout } from "../layout.ts";
import { stateMigrations } from "../migrations.ts";

export type LargeGroupPlan = {
  readonly accounts: number;
  /** Things on which each of them was in step. */
  readonly thingsEach: number;
  /** When the last of it happened, ms. */
  readonly at: number;
};

const hourMs = 3_600_000;
const layers = ["url", "sample", "repost"] as const;
const [things, squads] = [50, 5];

/** Puts a campaign of that size into the state of a service that is not running, as a judgement would have left it; answers its id. */
export async function fillLargeGroup({ storage }: Pick<Config, "storage">, plan: LargeGroupPlan): Promise<string> {
  const layout = toLayout(storage);
  makeFolders(layout);
  const db = openState(layout.state, { migrations: stateMigrations, now: () => plan.at });
  try {
    const group = makeLargeGroup(plan);
    const store = createSqliteGroupStore(db);
    await createSqliteTransactor(db).run(async () => {
      await store.put(group);
      const { kind, evidence } = group;
      const { logE } = evidence;
      const moment = { epoch: plan.at, kind, accounts: evidence.accounts.length, objects: things, logE };
      await store.addMoment(group.id, moment);
    });
    return group.id;
  } finally {
    db.close();
  }
}

function makeLargeGroup({ accounts, thingsEach, at }: LargeGroupPlan): DetectionGroup {
  const from = at - 48 * hourMs;
  const names = Array.from({ length: accounts }, (_, i) => `member-${(i * 7919) % 1_000_003}`);
  const layerOf = (thing: number) => layers[thing % layers.length] ?? "url";
  const thingNames = Array.from({ length: things }, (_, thing) => nameThing(thing));
  // Squads share most of their things, and one thing in six is anybody's.
  const thingsOf = names.map((_, i) => listThings(i, thingsEach));
  const rows = thingsOf
    .flatMap((own, account) =>
      own.map((object) => ({ at: from + object * hourMs * 0.9 + (account % 600) * 1000, account, object })),
    )
    .sort((a, b) => a.at - b.at || a.object - b.object || a.account - b.account);
  const members = thingNames.map((_, thing) => rows.filter(({ object }) => object === thing).length);
  const evidence: GroupEvidence = {
    kind: "campaign",
    layers: [...layers],
    from,
    to: at,
    logE: 400,
    q: 1e-150,
    coordinated: [
      makeSignal(
        "co_timing",
        rows.slice(0, 20).map(({ at: time, account, object }, i) => ({
          id: `s:${i}`,
          account: names[account] ?? "",
          at: time,
          object: thingNames[object] ?? "",
          text: null,
        })),
      ),
    ],
    inauthentic: [makeSignal("concentration", [])],
    accounts: names.map((account, i): AccountFinding => ({
      account,
      role: i % 50 === 0 ? "operator" : "amplifier",
      score: 20,
      q: 1e-6,
      actions: thingsEach * 3,
      inStep: thingsEach,
      families: ["co_timing", "concentration"],
      objects: (thingsOf[i] ?? []).map((thing) => thingNames[thing] ?? ""),
      expected: 0.1,
    })),
    objects: thingNames.map((id, thing) => ({
      layer: layerOf(thing),
      id,
      members: members[thing] ?? 0,
      accounts: (members[thing] ?? 0) + 40,
      inWindow: members[thing] ?? 0,
      expected: 12,
      windowFrom: from + thing * hourMs * 0.9,
      windowTo: from + thing * hourMs * 0.9 + 600_000,
    })),
    edges: Array.from({ length: 2000 }, (_, i) => ({
      source: names[i] ?? "",
      target: names[(i + squads) % accounts] ?? "",
      layer: "url",
      observed: 3,
      expected: 0.2,
      q: 1e-4,
      objects: thingNames.slice(0, 3),
    })),
    inStepActions: {
      at: rows.map((row) => row.at),
      account: rows.map((row) => row.account),
      object: rows.map((row) => row.object),
      total: rows.length,
    },
    samples: Array.from({ length: 12 }, (_, i) => ({
      representative: `${wording(i)}.`,
      accounts: 300,
      actions: 400,
      variants: Array.from({ length: 8 }, (__, j) => ({
        text: `${wording(i)}${"!".repeat(j + 1)}`,
        account: names[i * 8 + j] ?? "",
        at: from + j * hourMs,
      })),
    })),
    concentration: [],
    timeline: {
      from,
      stepMs: hourMs / 2,
      observed: Array.from(
        { length: 96 },
        (_, step) => rows.filter((row) => Math.floor((row.at - from) / (hourMs / 2)) === step).length,
      ),
      expected: Array.from({ length: 96 }, () => 30),
    },
    explanations: [],
    quotes: [],
  };
  return {
    id: `g-${at.toString(36)}-large`,
    version: 1,
    kind: "campaign",
    state: "open",
    firstEpoch: at,
    lastEpoch: at,
    from,
    to: at,
    endedAt: null,
    detector: { version: "0.1.0", fingerprint: "0011223344556677" },
    everHeld: [...names].sort(),
    splitFrom: null,
    mergedInto: null,
    lead: { kind: "none" },
    evidence,
    sight: null,
  };
}

function nameThing(thing: number): string {
  if (thing % layers.length === 1) return wording(thing);
  return thing % layers.length === 0 ? `url:https://page-${thing}.example/story` : `post:p${thing}`;
}

function wording(i: number): string {
  return `The harbour wall number ${i} was never inspected, they say, and nobody wants to tell us why`;
}

/** Different ones, in the same way each time. */
function listThings(account: number, count: number): readonly number[] {
  const squad = account % squads;
  const own = new Set<number>();
  for (let turn = 0; own.size < count; turn += 1) {
    const draw = Math.imul(account + 1, 2_654_435_761) ^ Math.imul(turn + 1, 40_503);
    const value = (Math.imul(draw ^ (draw >>> 15), 0x85ebca6b) >>> 8) % 1_000_003;
    own.add(value % 6 === 0 ? value % things : ((value % (things / squads)) * squads + squad) % things);
  }
  return [...own];
}

function makeSignal(family: "co_timing" | "concentration", actions: Signal["actions"]): Signal {
  const isTiming = family === "co_timing";
  return {
    family,
    axis: isTiming ? "coordinated" : "inauthentic",
    null: isTiming ? "A" : "population_share",
    layer: isTiming ? "url" : null,
    statistic: isTiming ? "accounts_in_window" : "effective_device",
    observed: isTiming ? 400 : 12,
    expected: isTiming ? 12 : 900,
    logE: isTiming ? 400 : null,
    p: isTiming ? null : 1e-40,
    q: isTiming ? 1e-150 : 1e-39,
    effect: null,
    significant: true,
    actions,
    actionsTotal: actions.length,
  };
}

import type { Group, Signal } from "@breakwater/engine";
import type { JudgedEpoch } from "../judge/judged-epoch.ts";
import type { DetectionGroup } from "../groups/group.ts";

export const hourMs = 3_600_000;
export const dayMs = 86_400_000;
/** A midnight. */
export const day0 = Math.floor(1_750_000_000_000 / dayMs) * dayMs;

/** Of names of one letter each. */
export function letters(names: string): string[] {
  return names.split("");
}

export function makeSignal(change: Partial<Signal> = {}): Signal {
  return {
    family: "co_timing",
    axis: "coordinated",
    null: "A",
    layer: "url",
    statistic: "accounts_in_window",
    observed: 9,
    expected: 1,
    logE: 30,
    p: null,
    q: 1e-9,
    effect: null,
    significant: true,
    actions: [],
    actionsTotal: 0,
    ...change,
  };
}

export const concentration: Signal = makeSignal({
  family: "concentration",
  axis: "inauthentic",
  null: "population_share",
  layer: null,
  statistic: "effective_prefixes",
});

export type GroupPlan = {
  /** One letter each. */
  readonly accounts: string;
  readonly objects?: string;
  /** A campaign unless said otherwise. */
  readonly isCampaign?: boolean;
  readonly logE?: number;
  readonly signals?: readonly Signal[];
  readonly at?: number;
};

export function makeGroup({
  accounts,
  objects = "",
  isCampaign = true,
  logE = 30,
  signals,
  at = day0,
}: GroupPlan): Group {
  const all = signals ?? (isCampaign ? [makeSignal(), concentration] : [makeSignal()]);
  return {
    id: "g1",
    kind: isCampaign ? "campaign" : "coordinated",
    layers: ["url"],
    from: at - hourMs,
    to: at,
    logE,
    q: 1e-9,
    coordinated: all.filter(({ axis }) => axis === "coordinated"),
    inauthentic: all.filter(({ axis }) => axis === "inauthentic"),
    accounts: letters(accounts).map((account) => ({
      account,
      role: "unknown",
      score: 9,
      q: 0.001,
      actions: 5,
      inStep: 4,
      families: ["co_timing"],
      objects: letters(objects).map((object) => `url:${object}`),
      expected: 0.1,
    })),
    objects: letters(objects).map((object) => ({
      layer: "url",
      id: `url:${object}`,
      members: accounts.length,
      accounts: accounts.length + 2,
      inWindow: accounts.length,
      expected: 1,
      windowFrom: at - hourMs,
      windowTo: at,
    })),
    edges: [],
    inStepActions: { at: [], account: [], object: [], total: 0 },
    samples: [],
    concentration: [],
    timeline: { from: at - hourMs, stepMs: hourMs, observed: [3], expected: [1] },
    explanations: [],
    quotes: [],
  };
}

export function makeEpoch(end: number, groups: readonly Group[], change: Partial<JudgedEpoch> = {}): JudgedEpoch {
  return {
    end,
    epochMs: hourMs,
    offset: end,
    detector: { version: "0.1.0", fingerprint: "0011223344556677" },
    audit: null,
    rhythm: { from: end - 2 * hourMs, stepMs: hourMs, observed: [4, 5], expected: [null, 4.5] },
    findings: {
      from: end - dayMs,
      to: end,
      clock: { name: "second", tickMs: 1000 },
      population: { actions: 10, accounts: 9, texts: 0, samples: 0, layers: [] },
      groups,
      bursts: [],
      candidatesTested: 3,
      fdr: 0.01,
      limits: [],
      switchedOff: [],
      insufficient: [],
      scores: [],
    },
    ...change,
  };
}

export function makeDetectionGroup(id: string, plan: GroupPlan, change: Partial<DetectionGroup> = {}): DetectionGroup {
  const { id: _, ...evidence } = makeGroup(plan);
  return {
    id,
    version: 1,
    kind: evidence.kind,
    state: "open",
    firstEpoch: day0,
    lastEpoch: day0,
    from: evidence.from,
    to: evidence.to,
    endedAt: null,
    detector: { version: "0.1.0", fingerprint: "0011223344556677" },
    everHeld: letters(plan.accounts).sort(),
    splitFrom: null,
    mergedInto: null,
    lead: { kind: "none" },
    evidence,
    sight: null,
    ...change,
  };
}

import type { Findings } from "@breakwater/engine";
import type { Action } from "@breakwater/records";
import { createSimulation, type ScenarioName, scenarioNames, type TruthRow } from "@breakwater/simulator";
import { atMost, type Benchmark, type Context, type Measurement } from "../harness/benchmark.ts";
import { meanInterval, shareInterval, shareUpperBound } from "../stats/intervals.ts";
import { detect } from "./detect.ts";

const actionsPerRun = 20_000;
const days = 14;
const startAt = Date.UTC(2026, 0, 5);

export const simulator: Benchmark = {
  name: "simulator",
  title: "Simulator: every scenario, planted alone",
  method:
    `One scenario with its default settings in a community of about ${actionsPerRun.toLocaleString("en-US")} actions over ${days} days, all signals on. ` +
    "Recall = accounts of the planted campaign that are in a group read as a campaign; false accounts = others in such groups. Where an honest crowd is planted, every campaign is false.",
  needs: [],
  run: async (context) => {
    const outcomes = scenarioNames.flatMap((scenario) => runScenario(scenario, context));
    const [campaigns, crowds] = [
      outcomes.filter((outcome) => outcome.planted > 0),
      outcomes.filter((outcome) => outcome.planted === 0),
    ];
    return [
      ...byScenario(campaigns).flatMap(campaignRows),
      ...byScenario(crowds).flatMap((list) => crowdRows(list)),
      ...(crowds.length === 0 ? [] : crowdRows(crowds, "all honest crowds")),
      ...framingRows(outcomes.filter(({ scenario }) => scenario === "framing")),
    ];
  },
};

type Outcome = {
  readonly scenario: ScenarioName;
  /** Accounts of the planted campaign; 0 for an honest crowd. */
  readonly planted: number;
  readonly foundInCampaign: number;
  readonly foundInGroup: number;
  readonly falseInCampaign: number;
  readonly falseInGroup: number;
  readonly hasCampaign: boolean;
  readonly hasGroup: boolean;
  /** Sources, victims and bystanders that were taken for operators or amplifiers. */
  readonly framed: number;
};

function runScenario(scenario: ScenarioName, context: Context): readonly Outcome[] {
  const runs = context.quick ? 3 : 50;
  const outcomes = Array.from({ length: runs }, (_, i) => {
    const simulation = createSimulation({
      scenarios: [{ scenario }],
      actions: actionsPerRun,
      seed: i + 1,
      startAt,
      days,
    });
    const actions: readonly Action[] = [...simulation.actions()];
    return scoreRun(scenario, detect(actions, { selection: { kind: "none" } }), simulation.truth);
  });
  const found = outcomes.reduce((sum, outcome) => sum + outcome.foundInCampaign, 0);
  const planted = outcomes.reduce((sum, outcome) => sum + outcome.planted, 0);
  const wrong = outcomes.reduce((sum, outcome) => sum + outcome.falseInCampaign, 0);
  context.progress(`${scenario}: ${found} of ${planted} found in ${runs} runs, ${wrong} false`);
  return outcomes;
}

export function scoreRun(scenario: ScenarioName, findings: Findings, truth: readonly TruthRow[]): Outcome {
  const inGroup = new Set(findings.groups.flatMap(({ accounts }) => accounts.map(({ account }) => account)));
  const campaigns = findings.groups.filter(({ kind }) => kind === "campaign");
  const inCampaign = new Set(campaigns.flatMap(({ accounts }) => accounts.map(({ account }) => account)));
  const accused = new Set(
    findings.groups.flatMap(({ accounts }) =>
      accounts.filter(({ role }) => role === "operator" || role === "amplifier").map(({ account }) => account),
    ),
  );
  const members = truth.filter(({ nature }) => nature === "campaign").map(({ account }) => account);
  const others = truth.filter(({ nature }) => nature !== "campaign");
  const beside = others.filter(({ role }) => role === "source" || role === "bystander" || role === "victim");
  return {
    scenario,
    planted: members.length,
    foundInCampaign: members.filter((account) => inCampaign.has(account)).length,
    foundInGroup: members.filter((account) => inGroup.has(account)).length,
    falseInCampaign: others.filter(({ account }) => inCampaign.has(account)).length,
    falseInGroup: others.filter(({ account }) => inGroup.has(account)).length,
    hasCampaign: campaigns.length > 0,
    hasGroup: findings.groups.length > 0,
    framed: beside.filter(({ account }) => accused.has(account)).length,
  };
}

function byScenario(outcomes: readonly Outcome[]): readonly (readonly Outcome[])[] {
  return scenarioNames
    .map((name) => outcomes.filter(({ scenario }) => scenario === name))
    .filter((list) => list.length > 0);
}

function campaignRows(outcomes: readonly Outcome[]): readonly Measurement[] {
  const line = { ...describe(outcomes), table: "Planted campaigns", what: outcomes[0].scenario };
  const means: readonly (readonly [string, readonly number[]])[] = [
    ["recall as campaign", outcomes.map((outcome) => outcome.foundInCampaign / outcome.planted)],
    ["recall in any group", outcomes.map((outcome) => outcome.foundInGroup / outcome.planted)],
    ["false accounts a run", outcomes.map((outcome) => outcome.falseInCampaign)],
    ["others in coordinated groups a run", outcomes.map((outcome) => outcome.falseInGroup - outcome.falseInCampaign)],
  ];
  return means.map(([metric, values]) => ({
    ...line,
    metric,
    value: values.reduce((sum, value) => sum + value, 0) / values.length,
    interval: meanInterval(values),
  }));
}

function crowdRows(outcomes: readonly Outcome[], what: string = outcomes[0].scenario): readonly Measurement[] {
  const line = { ...describe(outcomes), table: "Honest crowds", what };
  const [campaigns, groups] = [
    outcomes.filter(({ hasCampaign }) => hasCampaign).length,
    outcomes.filter(({ hasGroup }) => hasGroup).length,
  ];
  return [
    { ...line, metric: "runs", value: outcomes.length, interval: null },
    { ...line, metric: "runs with a campaign", value: campaigns, interval: null, target: atMost(0) },
    { ...line, metric: "upper 95% bound", value: shareUpperBound(campaigns, outcomes.length), interval: null },
    {
      ...line,
      metric: "share with a coordinated group",
      value: groups / outcomes.length,
      interval: shareInterval(groups, outcomes.length),
    },
  ];
}

/** The activist whom an army copies must never look like its member, however well the army is found. */
function framingRows(outcomes: readonly Outcome[]): readonly Measurement[] {
  const line = { ...describe(outcomes), table: "Framing", what: "the copied activist" };
  const framed = outcomes.filter((outcome) => outcome.framed > 0).length;
  const recalls = outcomes.map((outcome) => outcome.foundInGroup / outcome.planted);
  return [
    { ...line, metric: "runs as operator or amplifier", value: framed, interval: null, target: atMost(0) },
    { ...line, metric: "upper 95% bound", value: shareUpperBound(framed, outcomes.length), interval: null },
    {
      ...line,
      metric: "recall of the army",
      value: recalls.reduce((sum, value) => sum + value, 0) / recalls.length,
      interval: meanInterval(recalls),
    },
  ];
}

function describe(outcomes: readonly Outcome[]): { readonly data: string; readonly seed: string } {
  const runs = new Set(outcomes.map(({ scenario }) => scenario)).size;
  return { data: "simulator", seed: `1–${outcomes.length / runs}` };
}

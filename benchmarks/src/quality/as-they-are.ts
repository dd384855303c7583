import { type Findings, type Group, defaultOptions, type LayerName } from "@breakwater/engine";
import type { Action } from "@breakwater/records";
import { loadGerman, loadRussian } from "../data/unlabelled.ts";
import { loadWeibo } from "../data/weibo.ts";
import type { Benchmark, Context, Measurement } from "../harness/benchmark.ts";
import { detect, toActions } from "./detect.ts";

const groupsListedMax = 40;

export const asTheyAre: Benchmark = {
  name: "as-they-are",
  title: "Real files as they are: every group, to be read by eye",
  method:
    "Unlabelled reposts and links, nothing shuffled and nothing injected, times and objects only. No figure here is right or wrong by itself: each group is listed, " +
    "by ordinals, for a person to read in the report of the same file. `in one window` = mean share of the group's members on an object that lie within one window.",
  needs: ["weibo_reposts", "german_elections", "russian_coord_tweets"],
  run: async (context) => {
    const german = loadGerman();
    return [
      ...list(context, { data: "weibo_reposts", layers: ["repost"], actions: toActions(loadWeibo()) }),
      ...list(context, {
        data: "german_elections",
        layers: ["url", "hashtag", "media"],
        actions: (["url", "hashtag", "media"] as const).flatMap((kind) =>
          toActions(german[kind], kind).map((action) => ({ ...action, id: `${kind}-${action.id}` })),
        ),
      }),
      ...list(context, { data: "russian_coord_tweets", layers: ["repost"], actions: toActions(loadRussian()) }),
    ];
  },
};

type Plan = { readonly data: string; readonly layers: readonly LayerName[]; readonly actions: readonly Action[] };

function list(context: Context, plan: Plan): readonly Measurement[] {
  const findings = detect(plan.actions, { layers: plan.layers, selection: { kind: "none" } });
  context.progress(`${plan.data}: ${findings.groups.length} groups of ${findings.candidatesTested} candidates`);
  return [
    ...summaryRows(plan.data, findings),
    ...findings.groups.slice(0, groupsListedMax).flatMap((group) => groupRows(plan.data, group)),
  ];
}

function summaryRows(data: string, findings: Findings): readonly Measurement[] {
  const line = { table: "Files", what: data, data, seed: String(defaultOptions.seed), interval: null };
  const accounts = new Set(findings.groups.flatMap((group) => group.accounts.map(({ account }) => account)));
  return [
    { ...line, metric: "accounts", value: findings.population.accounts },
    { ...line, metric: "candidates tested", value: findings.candidatesTested },
    { ...line, metric: "groups", value: findings.groups.length },
    { ...line, metric: "campaigns", value: findings.groups.filter(({ kind }) => kind === "campaign").length },
    { ...line, metric: "accounts in groups", value: accounts.size },
  ];
}

function groupRows(data: string, group: Group): readonly Measurement[] {
  const line = {
    table: `Groups of ${data}`,
    what: `${group.id}, ${group.layers.join(" + ")}`,
    data,
    seed: String(defaultOptions.seed),
    interval: null,
  };
  const shares = group.objects.map((object) => object.inWindow / object.members);
  return [
    { ...line, metric: "accounts", value: group.accounts.length },
    { ...line, metric: "objects", value: group.objects.length },
    { ...line, metric: "log E", value: group.logE },
    { ...line, metric: "days", value: (group.to - group.from) / 86_400_000 },
    {
      ...line,
      metric: "in one window",
      value: shares.length === 0 ? Number.NaN : shares.reduce((sum, share) => sum + share, 0) / shares.length,
    },
  ];
}

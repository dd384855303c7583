import { cellShareMax, findCoAction, listWholeCandidates } from "../coaction/find-co-action.ts";
import { findCoSelection } from "../coaction/find-co-selection.ts";
import type { AccountScore, Burst, Findings, Group, LimitReached } from "../contract/findings.ts";
import type { EngineOptions } from "../contract/options.ts";
import type { ActionTable, Layer, SampleTable } from "../contract/table.ts";
import { buildLayers } from "../observe/layers.ts";
import { findSamples, type KeptSamples, type SampleInput } from "../samples/index.ts";
import { findBursts, type FoundBurst } from "../timing/bursts.ts";
import { measureClock } from "../timing/clock.ts";
import { draftBursts } from "./burst-groups.ts";
import {
  countUsers,
  describeCoSelection,
  listCoTiming,
  testSamples,
  type SignalContext,
} from "./coordinated-signals.ts";
import { describeGroup } from "./describe-group.ts";
import { listMembers, type DescribeContext, type GroupDraft } from "./draft.ts";
import { listInStepObjects } from "./in-step-objects.ts";
import { judgeAuthenticity, type Authenticity } from "./inauthentic-signals.ts";
import { listInsufficiencies } from "./insufficiency.ts";
import { joinGroups, type RawGroup } from "./raw-group.ts";
import { withQuotes } from "./quotes.ts";
import { proposeRoles } from "./roles.ts";
import { draftSelected } from "./selected-groups.ts";
import { toSelectionRules, type SelectionRules } from "./selection-rules.ts";

/** Puts the texts of a window into samples, as `findSamples` does. */
export type SampleFinder = (texts: SampleInput, options: EngineOptions) => ReturnType<KeptSamples["find"]>;

/**
 * Judges one window: which accounts act together beyond chance, and which of those groups are inauthentic beyond the
 * population that they came from. Pure: the same table and options give the same findings. Cost: near-linear.
 */
export function judge(table: ActionTable, options: EngineOptions, findSamplesOf: SampleFinder = findAll): Findings {
  const clock = measureClock(table.at);
  const rules = toSelectionRules(options.selection);
  const { burstActionsMax } = options.limits;
  const texts = { ...table.texts, firstAt: firstTimes(table) };
  const found = findSamplesOf(texts, options);
  const layers = withoutHashtag(buildLayers(table, found.table.sampleOfText, options.layers), table, rules);
  const coAction = findCoAction(layers, { accountCount: table.accounts.count, tickMs: clock.tickMs, options });
  const bursts = findBursts(table, layers, { fdr: options.fdr, tickMs: clock.tickMs, burstActionsMax });
  const raw = joinGroups(coAction.groups);
  const window = { table, options, rules, samples: found.table, layers, bursts, raw, tickMs: clock.tickMs };
  const { groups, limits } = describeAll(window);
  return {
    from: table.count === 0 ? 0 : table.at[0],
    to: table.count === 0 ? 0 : table.at[table.count - 1],
    clock,
    population: {
      actions: table.count,
      accounts: table.accounts.count,
      texts: table.texts.count,
      samples: found.table.count,
      layers: layers.map((layer) => ({ layer: layer.name, objects: layer.objectCount, rows: layer.account.length })),
    },
    groups,
    bursts: bursts.map(toBurst),
    candidatesTested: coAction.tests,
    fdr: options.fdr,
    limits: [...found.limits, ...coAction.limits, ...limits],
    switchedOff: rules.switchedOff,
    insufficient: listInsufficiencies(table, layers, clock),
    scores: options.evaluation ? scoreAccounts(table, raw, groups) : [],
  };
}

/** What of the options bears on samples. */
export function toSampleOptions({ limits }: EngineOptions): {
  readonly bucketMax: number;
  readonly candidatesMax: number;
} {
  return { bucketMax: limits.bucketMax, candidatesMax: limits.comparedTextsMax };
}

const findAll: SampleFinder = (texts, options) => findSamples(texts, toSampleOptions(options));

function toBurst(found: FoundBurst): Burst {
  const { at, layer, object, accounts, windowMs, expected, p, actions, actionsTotal } = found;
  return { at, layer, object, accounts, windowMs, expected, p, actions, actionsTotal };
}

type Window = {
  readonly table: ActionTable;
  readonly options: EngineOptions;
  readonly rules: SelectionRules;
  readonly samples: SampleTable;
  readonly layers: readonly Layer[];
  readonly bursts: readonly FoundBurst[];
  readonly raw: readonly RawGroup[];
  readonly tickMs: number;
};

const unjudged: Authenticity = { signals: [], concentration: [], insufficient: [], carriers: new Set() };

function describeAll(window: Window): { readonly groups: readonly Group[]; readonly limits: readonly LimitReached[] } {
  const { table, options, samples } = window;
  const usersOfSample = countUsers(table, samples);
  const signalContext = {
    table,
    samples,
    usersOfSample,
    evidenceActionsMax: options.limits.evidenceActionsMax,
    fdr: options.fdr,
  };
  const drafts = window.raw.map((group) => draftGroup(group, signalContext));
  const held = new Set(drafts.flatMap((draft) => draft.members.map((member) => member.account)));
  const supported = window.rules.hasPopulation ? draftSupported(window, held) : [];
  const context = {
    table,
    samples,
    usersOfSample,
    actionsOfAccount: countActions(table),
    tickMs: window.tickMs,
    limits: options.limits,
  };
  const all = [...drafts, ...supported].map((draft) => ({ draft, roles: proposeRoles(draft.objects) }));
  const judged = window.rules.hasPopulation
    ? judgeAuthenticity(
        table,
        all.map(({ draft, roles }) => testedMembers(draft, roles)),
        {
          fdr: options.fdr,
          seed: options.seed,
          tickMs: window.tickMs,
          evidenceActionsMax: options.limits.evidenceActionsMax,
        },
      )
    : all.map(() => unjudged);
  const kept = all.flatMap(({ draft, roles }, i) => {
    const carried = i < drafts.length ? draft : keepCarriers(draft, judged[i]);
    return carried === null ? [] : [{ draft: carried, roles, authenticity: judged[i] }];
  });
  return { groups: withQuotes(nameGroups(kept, context), table), limits: [] };
}

/** Drafts whose coordinated side does not suffice: one sudden object, or the same choices at no particular time. */
function draftSupported(window: Window, held: ReadonlySet<number>): readonly GroupDraft[] {
  const { table, options, layers } = window;
  const selected = findCoSelection(layers, {
    accountCount: table.accounts.count,
    objectShareMax: cellShareMax,
    fdr: options.fdr,
    accountFdr: options.accountFdr,
    listCandidates: (incidence) => listWholeCandidates(incidence, options),
  });
  const drafts = draftSelected(selected, held);
  const known = new Set([...held, ...drafts.flatMap((draft) => draft.members.map((member) => member.account))]);
  const { evidenceActionsMax } = options.limits;
  return [...drafts, ...draftBursts(window.bursts, { table, layers, held: known, evidenceActionsMax })];
}

function nameGroups(
  kept: readonly {
    readonly draft: GroupDraft;
    readonly roles: ReturnType<typeof proposeRoles>;
    readonly authenticity: Authenticity;
  }[],
  context: DescribeContext,
): readonly Omit<Group, "quotes">[] {
  return [...kept]
    .sort((a, b) => b.draft.logE - a.draft.logE || a.draft.q - b.draft.q)
    .map(({ draft, roles, authenticity }, i) =>
      describeGroup(draft, { id: `g${i + 1}`, roles, authenticity }, context),
    );
}

function draftGroup(group: RawGroup, context: SignalContext): GroupDraft {
  const objects = listInStepObjects(group);
  const members = listMembers(group);
  const samples = testSamples(objects, new Set(members.map((member) => member.account)), context);
  return {
    logE: group.parts[0].held.evidence.logE,
    q: group.parts[0].held.q,
    members,
    objects,
    coordinated: [
      ...listCoTiming(group, objects, context),
      describeCoSelection(group),
      ...(samples === null ? [] : [samples]),
    ],
  };
}

/** Who is copied is left out of the test: the army's networks are no evidence against her, nor hers for it. */
function testedMembers(draft: GroupDraft, roles: ReturnType<typeof proposeRoles>): Int32Array {
  const accounts = draft.members.map((member) => member.account).filter((account) => roles.get(account) !== "source");
  return Int32Array.from(accounts).sort();
}

/** Such a draft is held only where it is inauthentic too, and only for the accounts that carry that evidence. */
function keepCarriers(draft: GroupDraft, authenticity: Authenticity): GroupDraft | null {
  const members = draft.members.filter((member) => authenticity.carriers.has(member.account));
  if (members.length < 3) return null;
  const objects = draft.objects.map((object) => ({
    ...object,
    rows: object.rows.filter((row) => authenticity.carriers.has(object.layer.account[row])),
  }));
  return { ...draft, members, objects: objects.filter((object) => object.rows.length >= 2) };
}

/** The earliest time at which each text was used. */
function firstTimes(table: ActionTable): Float64Array {
  const first = new Float64Array(table.texts.count).fill(Number.NaN);
  for (let row = 0; row < table.count; row += 1) {
    const text = table.text[row];
    if (text >= 0 && Number.isNaN(first[text])) first[text] = table.at[row];
  }
  return first;
}

function countActions(table: ActionTable): Int32Array {
  const counts = new Int32Array(table.accounts.count);
  for (let row = 0; row < table.count; row += 1) counts[table.account[row]] += 1;
  return counts;
}

/** Everybody shares the hashtag by which the input was chosen: the whole layer says nothing then. */
function withoutHashtag(layers: readonly Layer[], table: ActionTable, rules: SelectionRules): readonly Layer[] {
  if (rules.hashtag === null || table.count === 0) return layers;
  return layers.filter((layer) => layer.name !== "hashtag");
}

function scoreAccounts(
  table: ActionTable,
  raw: readonly RawGroup[],
  groups: readonly Group[],
): readonly AccountScore[] {
  const best = new Map<string, number>();
  const raise = (account: string, score: number): void => {
    if (score > (best.get(account) ?? 0)) best.set(account, score);
  };
  for (const group of groups) for (const account of group.accounts) raise(account.account, account.score);
  for (const { parts } of raw) {
    for (const { held } of parts) {
      for (const one of [...held.accounts, ...held.others]) raise(table.accounts.ids[one.account], one.logE);
    }
  }
  const actions = countActions(table);
  return table.accounts.ids.map((account, i) => ({ account, score: best.get(account) ?? 0, actions: actions[i] }));
}

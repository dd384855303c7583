import type { Action } from "@breakwater/records";
import { createBackground } from "./community/background.ts";
import { createNetworks } from "./community/networks.ts";
import { createNews, type BrokenNews } from "./community/news.ts";
import { accountName, addAccount, createPopulation, type Population } from "./community/population.ts";
import { writeAction, toActionId } from "./community/writer.ts";
import type { Simulation, SimulationOptions, TruthRow } from "./options.ts";
import { createRandom, type Random } from "./random/random.ts";
import { createStage, type Member, type PlantedAction } from "./scenarios/stage.ts";
import { scenarioTable } from "./scenarios/table.ts";
import { dayMs } from "./community/rhythm.ts";

const actionsPerAccount = 25;
const accountsMin = 200;
/** Activity of accounts: P(X > x) = x^-alpha, and nobody acts more than this many times as often as the idlest. */
const activityAlpha = 1.15;
const activityMax = 80;
const newsShare = 0.2;
const outletCount = 12;

/**
 * A community in which what is asked for happens. Everything is fixed by the options; randomness comes from the seed
 * alone. Planted actions are laid down here; everybody's own are made while the stream is read, about 2 µs each.
 *
 * @example
 * const simulation = createSimulation({ scenarios: defaultScenarios, actions: 50_000, seed: 1, startAt: 1_750_000_000_000, days: 14 });
 * for (const action of simulation.actions()) console.log(action.at, action.account, action.kind);
 */
export function createSimulation(options: SimulationOptions): Simulation {
  const { seed, actions, startAt } = options;
  const endAt = startAt + Math.max(options.days, 1 / 24) * dayMs;
  const expectedAccounts = Math.max(accountsMin, Math.ceil(actions / actionsPerAccount));
  const networks = createNetworks(createRandom(seed, "networks"), seed, expectedAccounts);
  const population = createPopulation(networks, seed);
  const planted: PlantedAction[] = [];
  const members = plantScenarios(options, { population, planted, endAt });
  settleMembers(createRandom(seed, "members"), population, members);
  const wanted = actions - planted.length - sum(population.activity);
  addBackgroundAccounts(createRandom(seed, "population"), population, { wanted, startAt, endAt });
  const news = breakNews(options, { population, planted, firstOutlet: members.length, endAt });
  registerNewcomers(population, planted, { startAt, endAt, seed });
  stretchLateActivity(population, members, { startAt, endAt });
  planted.sort((a, b) => a.action.at - b.action.at || a.number - b.number);

  let truth: readonly TruthRow[] | null = null;
  return {
    actions: () => stream({ population, planted, news, seed, startAt, endAt }),
    get truth() {
      return (truth ??= toTruth(population, members));
    },
  };
}

type World = {
  readonly population: Population;
  readonly planted: readonly PlantedAction[];
  readonly news: readonly BrokenNews[];
  readonly seed: number;
  readonly startAt: number;
  readonly endAt: number;
};

function* stream(world: World): Generator<Action, void> {
  const { planted } = world;
  const random = createRandom(world.seed, "background");
  const background = createBackground({ ...world, random, firstNumber: 2 });
  let next = background.next();
  let i = 0;
  for (;;) {
    const plan = planted[i];
    if (plan !== undefined && (next === null || plan.action.at <= next.at)) {
      i++;
      if (plan.action.kind === "post") background.notePost(plan.ordinal, plan.number, plan.action.at);
      yield plan.action;
    } else if (next !== null) {
      yield next;
      next = background.next();
    } else {
      return;
    }
  }
}

type Yard = { readonly population: Population; readonly planted: PlantedAction[]; readonly endAt: number };

function plantScenarios(options: SimulationOptions, { population, planted, endAt }: Yard): readonly Member[] {
  const members: Member[] = [];
  const counts = new Map<string, number>();
  for (const [i, setting] of options.scenarios.entries()) {
    const { scenario, ...given } = setting;
    const definition = scenarioTable[scenario];
    const turn = (counts.get(scenario) ?? 0) + 1;
    counts.set(scenario, turn);
    definition.plan(
      createStage({
        population,
        planted,
        members,
        endAt,
        startAt: options.startAt,
        random: createRandom(options.seed, `${scenario} ${i}`),
        knobs: { ...definition.defaults, ...given },
        scenario,
        nature: definition.nature,
        group: turn === 1 ? scenario : `${scenario}-${turn}`,
      }),
    );
  }
  return members;
}

/** Gives members as many actions of their own as their camouflage asks for, give or take some. */
function settleMembers(random: Random, population: Population, members: readonly Member[]): void {
  for (const member of members) {
    const share = Math.min(0.95, Math.max(0, member.camouflage));
    const own = (Math.max(1, member.planted) * share) / (1 - share);
    population.activity[member.ordinal] = own * random.between(0.6, 1.4);
  }
}

function addBackgroundAccounts(
  random: Random,
  population: Population,
  options: { readonly wanted: number; readonly startAt: number; readonly endAt: number },
): void {
  const wanted = Math.max(0, options.wanted);
  const count = Math.max(accountsMin, Math.round(wanted / actionsPerAccount));
  const first = population.count;
  for (let i = 0; i < count; i++) {
    const activity = Math.min(activityMax, random.pareto(activityAlpha));
    addAccount(population, random, { origin: { kind: "ordinary" }, activity, ...options });
  }
  const total = sum(population.activity.slice(first));
  for (let i = first; i < population.count; i++) {
    population.activity[i] = ((population.activity[i] ?? 0) * wanted) / total;
  }
}

/** Outlets, the first background accounts, break each event; the public's part comes while the stream is read. */
function breakNews(options: SimulationOptions, yard: Yard & { readonly firstOutlet: number }): readonly BrokenNews[] {
  const { population, planted, endAt, firstOutlet } = yard;
  const { seed, startAt } = options;
  const random = createRandom(seed, "news");
  const events = createNews(random, { startAt, endAt, actions: sum(population.activity) * newsShare });
  return events.map((event) => {
    const outlets = new Set([random.below(outletCount), random.below(outletCount)]);
    const posts = [...outlets].map((outlet, k) => {
      const ordinal = firstOutlet + outlet;
      const number = planted.length * 2 + 1;
      const at = Math.max(event.at, (population.createdAt[ordinal] ?? 0) + 1);
      const draft = {
        number,
        at,
        ordinal,
        kind: "post" as const,
        objects: [
          { kind: "url" as const, id: event.urls[k % event.urls.length] ?? "" },
          { kind: "hashtag" as const, id: event.hashtag },
          { kind: "media" as const, id: event.media },
        ],
        text: event.headline,
        forCause: false,
      };
      planted.push({ action: writeAction(population, random, draft), ordinal, number });
      return toActionId(seed, number);
    });
    return { event, posts };
  });
}

/** Whoever is created within the period registers in it. */
function registerNewcomers(
  population: Population,
  planted: PlantedAction[],
  period: { readonly startAt: number; readonly endAt: number; readonly seed: number },
): void {
  const random = createRandom(period.seed, "registrations");
  for (let ordinal = 0; ordinal < population.count; ordinal++) {
    const at = population.createdAt[ordinal] ?? 0;
    if (at < period.startAt || at >= period.endAt) continue;
    const number = planted.length * 2 + 1;
    const draft = { number, at, ordinal, kind: "registration" as const, objects: [], text: "", forCause: true };
    planted.push({ action: writeAction(population, random, draft), ordinal, number });
  }
}

/** Members that start late do in the rest of the period what their camouflage asks for in the whole. */
function stretchLateActivity(
  population: Population,
  members: readonly Member[],
  { startAt, endAt }: { readonly startAt: number; readonly endAt: number },
): void {
  for (const { ordinal } of members) {
    const from = population.activeFrom[ordinal] ?? 0;
    if (from <= startAt) continue;
    const rest = Math.max(0.02, (endAt - from) / (endAt - startAt));
    population.activity[ordinal] = (population.activity[ordinal] ?? 0) / rest;
  }
}

function toTruth(population: Population, members: readonly Member[]): readonly TruthRow[] {
  const rows: TruthRow[] = members.map(({ ordinal, group, scenario, nature, role }) => ({
    account: accountName(population, ordinal),
    group,
    scenario,
    nature,
    role,
  }));
  for (let ordinal = members.length; ordinal < population.count; ordinal++) {
    const account = accountName(population, ordinal);
    rows.push({ account, group: "", scenario: "", nature: "background", role: "none" });
  }
  return rows.sort((a, b) => (a.account < b.account ? -1 : 1));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, value) => total + value, 0);
}

import type { Action, ActionKind, Network, ObjectRef } from "@breakwater/records";
import { addAccount, toDevice, type Infrastructure, type Origin, type Population } from "../community/population.ts";
import { dayMs, localHour } from "../community/rhythm.ts";
import { toActionId, writeAction } from "../community/writer.ts";
import { evade } from "../evasion/evade.ts";
import type { Nature, ScenarioKnobs, ScenarioName, TruthRole } from "../options.ts";
import type { Random } from "../random/random.ts";
import { topicCount, type Language } from "../text/compose.ts";

/** An action that a scenario has laid down before the simulation runs. */
export type PlantedAction = { readonly action: Action; readonly ordinal: number; readonly number: number };

/** An account that a scenario has brought in. */
export type Member = {
  readonly ordinal: number;
  readonly role: TruthRole;
  readonly nature: Nature;
  readonly group: string;
  readonly scenario: ScenarioName;
  /** Share of its actions that are its own. */
  readonly camouflage: number;
  planted: number;
};

export type Newcomers = {
  readonly role: TruthRole;
  readonly nature?: Nature;
  readonly origin?: Origin;
  readonly infrastructure?: Infrastructure;
  readonly camouflage?: number;
};

/** What a scenario is given to plant itself with. */
export interface Stage {
  readonly random: Random;
  readonly knobs: ScenarioKnobs;
  readonly startAt: number;
  readonly endAt: number;
  /** When this scenario begins. */
  readonly beginAt: number;
  readonly group: string;
  readonly language: Language;
  readonly topic: number;
  recruit(count: number, as: Newcomers): readonly Member[];
  /** Lends the knobs' address and device pools, used for `causeShare` of the common actions. */
  rent(terms?: Partial<Infrastructure>): Infrastructure;
  openSharedNetwork(): Network;
  readonly schedulerNetwork: Network;
  /** `count` daytime moments in order, spread over the knobs' days and far enough from the end for the jitter. */
  moments(count: number): readonly number[];
  /** A delay of at most the knobs' jitter. */
  delay(): number;
  /** Plants an action and returns its id. Moments outside the period or before the account are moved to its edge. */
  act(member: Member, deed: Deed): string;
  /** A copy of a text as a member would paste it, with the knobs' evasion. */
  copy(text: string): string;
}

export type Deed = {
  readonly at: number;
  readonly kind: ActionKind;
  readonly objects: readonly ObjectRef[];
  readonly text?: string;
  /** Overrides where the action comes from. */
  readonly network?: Network;
  readonly client?: string;
};

export type StageOptions = {
  readonly population: Population;
  readonly random: Random;
  readonly knobs: ScenarioKnobs;
  readonly scenario: ScenarioName;
  readonly nature: Nature;
  readonly group: string;
  readonly startAt: number;
  readonly endAt: number;
  readonly members: Member[];
  readonly planted: PlantedAction[];
};

const evadedShare = 0.5;

export function createStage(options: StageOptions): Stage {
  const { population, random, knobs, group, startAt, endAt, planted } = options;
  const period = endAt - startAt;
  const tailMs = Math.min(period / 4, knobs.jitterMs * 2 + 60_000);
  // Drawn also where it is not used: a fixed moment changes nothing else that happens.
  const drawnAt = startAt + Math.max(0, Math.min(0.95, knobs.start + random.between(-0.04, 0.04))) * period;
  const beginAt = knobs.beginAt ?? drawnAt;

  return {
    random,
    knobs,
    startAt,
    endAt,
    beginAt,
    group,
    language: random.chance(0.7) ? "zh" : "en",
    topic: random.below(topicCount),
    schedulerNetwork: population.networks.scheduler,
    openSharedNetwork: () => population.networks.shared(),
    recruit: (count, as) => recruit(options, count, as),
    rent: (terms = {}) => ({
      networks: knobs.addressPool > 0 ? population.networks.pool(knobs.addressPool) : [],
      // Negative numbers keep lent devices apart from everybody's own.
      devices: Array.from({ length: knobs.devicePool }, () => toDevice(population.seed, -1 - random.below(2 ** 30))),
      client: null,
      causeShare: 0.85,
      ownShare: 0.25,
      ...terms,
    }),
    moments: (count) => {
      const from = Math.min(beginAt, endAt - tailMs - period / 20);
      const to = Math.max(from, Math.min(from + knobs.spreadDays * dayMs, endAt - tailMs));
      const spread = Array.from({ length: count }, (_, i) => from + ((i + random.next()) / count) * (to - from));
      const moved = knobs.beginAt === null ? spread.map((at) => toDaytime(at, to)) : spread;
      return moved.sort((a, b) => a - b);
    },
    delay: () => random.next() * knobs.jitterMs,
    copy: (text) =>
      knobs.evasion.length > 0 && random.chance(evadedShare) ? evade(text, random.pick(knobs.evasion), random) : text,
    act: (member, deed) => {
      const earliest = Math.max(startAt, (population.createdAt[member.ordinal] ?? 0) + 1);
      const at = Math.floor(Math.min(Math.max(deed.at, earliest), endAt - 1));
      const number = planted.length * 2 + 1;
      const { kind, objects, text = "" } = deed;
      const draft = { number, at, ordinal: member.ordinal, kind, objects, text, forCause: true };
      const written = writeAction(population, random, draft);
      const action = {
        ...written,
        ...(deed.network === undefined ? {} : { network: deed.network }),
        ...(deed.client === undefined ? {} : { client: deed.client }),
      };
      planted.push({ action, ordinal: member.ordinal, number });
      member.planted++;
      return toActionId(population.seed, number);
    },
  };
}

function recruit(options: StageOptions, count: number, as: Newcomers): readonly Member[] {
  const { population, random, knobs, scenario, group, startAt, endAt, members } = options;
  return Array.from({ length: count }, () => {
    const origin = as.origin ?? { kind: "established" };
    const ordinal = addAccount(population, random, { origin, activity: 0, startAt, endAt });
    if (as.infrastructure !== undefined) population.rented.set(ordinal, as.infrastructure);
    const member: Member = {
      ordinal,
      role: as.role,
      nature: as.nature ?? options.nature,
      group,
      scenario,
      camouflage: as.camouflage ?? knobs.camouflage,
      planted: 0,
    };
    members.push(member);
    return member;
  });
}

/** Nobody sends an army out at night: small hours are moved to the late morning where the period allows it. */
function toDaytime(at: number, latest: number): number {
  const hour = localHour(at);
  const moved = hour < 8 ? at + (9 - hour) * 3_600_000 : at;
  return moved <= latest ? moved : at;
}

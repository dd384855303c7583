import { isSufficient, type FamilyName, type GroupKind, type SampleEvidence, type Signal } from "@breakwater/engine";
import type { Transactor } from "../../state/transactor.ts";
import type { DetectionGroup, GroupEvidence, GroupMoment } from "./group.ts";
import type { GroupListing, GroupStore } from "./group-store.ts";
import { networkLimits, toNetwork, type GroupNetwork } from "./group-network.ts";

type Facts = Omit<DetectionGroup, "evidence" | "everHeld" | "sight">;

export type GroupSummary = Facts &
  Pick<GroupEvidence, "layers" | "logE" | "q"> & {
    readonly accounts: number;
    readonly objects: number;
    readonly samples: number;
    readonly coordinated: readonly FamilyName[];
    readonly inauthentic: readonly FamilyName[];
  };

export type WholeGroup = Facts &
  Omit<GroupEvidence, "quotes" | "inStepActions"> &
  Pick<DetectionGroup, "sight"> & { readonly axes: AxesPlace; readonly course: readonly GroupMoment[] };
export type SampleOfGroup = SampleEvidence & { readonly groupId: string; readonly kind: GroupKind };

/** Where a group stands: on each axis the adjusted level of what places it there, and the level that is asked for. */
export type AxesPlace = {
  readonly coordinated: number;
  /** Null where nothing that could place it there was tested. */
  readonly inauthentic: number | null;
  /** Null where it was judged before this was kept. */
  readonly asked: number | null;
};

/** Groups as they are read. */
export interface Groups {
  list(listing: GroupListing): Promise<readonly GroupSummary[]>;
  read(id: string): Promise<WholeGroup | null>;
  /** Who was in step on what and when, as a picture of the group is drawn from it. */
  readNetwork(id: string): Promise<GroupNetwork | null>;
  /** Of all open groups, those of the group that was found last first. */
  listSamples(): Promise<readonly SampleOfGroup[]>;
}

export function createGroups({
  transactor,
  groups,
}: {
  readonly transactor: Transactor;
  readonly groups: GroupStore;
}): Groups {
  return {
    list: (listing) => transactor.run(async () => (await groups.list(listing)).map(toSummary)),
    read: (id) =>
      transactor.run(async () => {
        const group = await groups.get(id);
        if (group === null) return null;
        const { evidence, everHeld: _everHeld, ...facts } = group;
        const { quotes: _quotes, inStepActions: _actions, ...shown } = evidence;
        return { ...shown, ...facts, axes: findPlace(group), course: await groups.listMoments(id) };
      }),
    readNetwork: (id) =>
      transactor.run(async () => {
        const group = await groups.get(id);
        return group === null ? null : toNetwork(group, networkLimits);
      }),
    listSamples: () =>
      transactor.run(async () => {
        const open = [...(await groups.listOpen())].sort((a, b) => b.firstEpoch - a.firstEpoch);
        return open.flatMap(({ id, kind, evidence }) =>
          evidence.samples.map((sample) => ({ ...sample, groupId: id, kind })),
        );
      }),
  };
}

/** Of the inauthentic axis, only what alone would place a group there, and of effects large enough. */
function findPlace({ evidence, sight }: DetectionGroup): AxesPlace {
  const placing = evidence.inauthentic.filter(isSufficient);
  const levels = placing.map(({ q, effect }) => (effect !== null && effect.value < effect.least ? 1 : q));
  return {
    coordinated: evidence.q,
    inauthentic: levels.length === 0 ? null : Math.min(...levels),
    asked: sight?.fdr ?? null,
  };
}

function toSummary({ evidence, everHeld: _everHeld, sight: _sight, ...facts }: DetectionGroup): GroupSummary {
  return {
    ...facts,
    layers: evidence.layers,
    logE: evidence.logE,
    q: evidence.q,
    accounts: evidence.accounts.length,
    objects: evidence.objects.length,
    samples: evidence.samples.length,
    coordinated: listSpoken(evidence.coordinated),
    inauthentic: listSpoken(evidence.inauthentic),
  };
}

function listSpoken(signals: readonly Signal[]): readonly FamilyName[] {
  return [...new Set(signals.filter(({ significant }) => significant).map(({ family }) => family))];
}

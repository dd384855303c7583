import type { FamilyName, GroupKind, SampleEvidence, Signal } from "@breakwater/engine";
import type { Transactor } from "../../state/transactor.ts";
import type { DetectionGroup, GroupEvidence, GroupMoment } from "./group.ts";
import type { GroupListing, GroupStore } from "./group-store.ts";

type Facts = Omit<DetectionGroup, "evidence" | "everHeld">;

export type GroupSummary = Facts &
  Pick<GroupEvidence, "layers" | "logE" | "q"> & {
    readonly accounts: number;
    readonly objects: number;
    readonly samples: number;
    readonly coordinated: readonly FamilyName[];
    readonly inauthentic: readonly FamilyName[];
  };

export type WholeGroup = Facts & Omit<GroupEvidence, "quotes"> & { readonly course: readonly GroupMoment[] };
export type SampleOfGroup = SampleEvidence & { readonly groupId: string; readonly kind: GroupKind };

/** Groups as they are read. */
export interface Groups {
  list(listing: GroupListing): Promise<readonly GroupSummary[]>;
  read(id: string): Promise<WholeGroup | null>;
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
        const { quotes: _quotes, ...shown } = evidence;
        return { ...shown, ...facts, course: await groups.listMoments(id) };
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

function toSummary({ evidence, everHeld: _everHeld, ...facts }: DetectionGroup): GroupSummary {
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

import { families as familyTable, type Axis, type FamilyName, type NullName } from "@breakwater/engine";
import type { Outbox } from "../state/outbox.ts";
import type { Transactor } from "../state/transactor.ts";
import { estimateMisses, type MissEstimate } from "./audits/audit.ts";
import { readCurrentDetector, rhythmKey } from "./findings-keeper.ts";
import type { GroupStore } from "./groups/group-store.ts";
import type { HeldWhy } from "./groups/group.ts";
import type { DetectionShelves } from "./leads/detection-shelves.ts";
import { isLearning, type FamilyState, type Observation, type RateJump } from "./leads/detector-state.ts";
import type { LeadPolicy } from "./leads/lead-policy.ts";
import { isStanding, type Mark } from "./leads/mark.ts";
import { measurePrecision, verdictOf, type Precision } from "./leads/precision.ts";
import { noRhythm, type Rhythm } from "./rhythm/rhythm.ts";
import { readDay } from "./leads/rate-watch.ts";

export type FamilyOverview = {
  readonly family: FamilyName;
  readonly axis: Axis;
  readonly null: NullName;
  readonly state: FamilyState["state"];
  /** Since when it is so; null where it was never paused. */
  readonly since: number | null;
  readonly jump: RateJump | null;
  readonly resumed: FamilyState["resumed"];
  /** Groups worth a lead today in which it spoke. */
  readonly today: number;
};

export type DetectorOverview = {
  /** Null before the first judgement. */
  readonly detector: (Observation & { readonly learning: boolean }) | null;
  readonly families: readonly FamilyOverview[];
  /** Today's ceiling, by the service's clock in UTC, and open groups whose leads are held back, by why. */
  readonly leads: {
    readonly perDay: number;
    readonly openedToday: number;
    readonly held: Readonly<Record<HeldWhy, number>>;
  };
  readonly precision: readonly Precision[];
  readonly misses: readonly MissEstimate[];
  /** Marks that stand. */
  readonly marks: readonly Omit<Mark, "accounts" | "objects">[];
};

export type VerdictRequest = {
  readonly leadId: string;
  /** `neither`: it says nothing about the detector, and takes back what was said before. */
  readonly outcome: "campaign" | "no_campaign" | "neither";
  /** Casework's code. */
  readonly reason: string;
  readonly by: string;
  readonly at: number;
};

export interface Detectors {
  overview(at: number): Promise<DetectorOverview>;
  /** Of the newest epoch; empty before the first. */
  rhythm(): Promise<Rhythm>;
  /** False where the family is not paused. */
  resume(
    family: FamilyName,
    who: { readonly by: string; readonly reason: string; readonly at: number },
  ): Promise<boolean>;
  /**
   * A person has seen what the detector would have found of recent data: it observes no longer. Refused where there is no detector yet, where the
   * preview is not of these very options, and where it is older than a week.
   */
  confirm(
    previewId: string,
    who: { readonly by: string; readonly at: number },
  ): Promise<"confirmed" | "unknown" | "not_ready" | "other_detector" | "too_old">;
  /** What became of a lead; the newest word on it stands. False where no group of ours opened it. */
  recordVerdict(request: VerdictRequest): Promise<boolean>;
}

export type DetectorsDeps = {
  readonly transactor: Transactor;
  readonly outbox: Outbox;
  readonly groups: GroupStore;
  readonly shelves: DetectionShelves;
  readonly policy: LeadPolicy;
};

const previewAgeMaxMs = 7 * 86_400_000;

export function createDetectors(deps: DetectorsDeps): Detectors {
  const { transactor, outbox, shelves } = deps;
  return {
    overview: (at) => transactor.run(() => readOverview(at, deps)),
    rhythm: () => transactor.run(async () => (await shelves.rhythm.get(rhythmKey)) ?? noRhythm),
    resume: (family, { by, reason, at }) =>
      transactor.run(async () => {
        const state = await shelves.families.get(family);
        if (state?.state !== "paused") return false;
        const day = await readDay(shelves, at);
        const excused = day.byFamily[family] ?? 0;
        const resumed = { by, reason, at };
        await shelves.families.put(family, { ...state, state: "active", since: at, resumed, excused });
        await outbox.append("detector.resumed", { detector: family }, at);
        return true;
      }),
    confirm: (previewId, who) =>
      transactor.run(async () => {
        const preview = await shelves.previews.get(previewId);
        const detector = await readCurrentDetector(shelves);
        if (preview === null || detector === null) return "unknown";
        if (preview.result === null || preview.finishedAt === null) return "not_ready";
        if (preview.result.proposed.fingerprint !== detector.fingerprint) return "other_detector";
        if (who.at - preview.finishedAt > previewAgeMaxMs) return "too_old";
        const confirmed = { ...who, previewId };
        await shelves.observations.put(detector.fingerprint, { ...detector, confirmed });
        return "confirmed";
      }),
    recordVerdict: ({ leadId, outcome, reason, by, at }) =>
      transactor.run(async () => {
        const known = await shelves.verdicts.get(leadId);
        if (known === null) return false;
        await shelves.verdicts.put(leadId, { ...known, verdict: verdictOf[outcome], reason, by, at });
        return true;
      }),
  };
}

async function readOverview(at: number, { groups, shelves, policy }: DetectorsDeps): Promise<DetectorOverview> {
  const detector = await readCurrentDetector(shelves);
  const day = await readDay(shelves, at);
  const open = await groups.listOpen();
  const states = new Map((await shelves.families.list()).map((state) => [state.family, state]));
  const countHeld = (why: HeldWhy): number =>
    open.filter(({ lead }) => lead.kind === "held" && lead.why === why).length;
  const marks = (await shelves.marks.list()).filter((mark) => isStanding(mark, at));
  return {
    detector: detector === null ? null : { ...detector, learning: isLearning(detector, at) },
    families: Object.entries(familyTable).map(([name, { axis, null: nullName }]) => {
      const family = name as FamilyName;
      const { state = "active", since = null, jump = null, resumed = null } = states.get(family) ?? {};
      return { family, axis, null: nullName, state, since, jump, resumed, today: day.byFamily[family] ?? 0 };
    }),
    leads: {
      perDay: policy.leadsPerDay,
      openedToday: day.opened,
      held: { marked: countHeld("marked"), paused: countHeld("paused"), quota: countHeld("quota") },
    },
    precision: measurePrecision(await shelves.verdicts.list()),
    misses: estimateMisses(await shelves.audits.list()),
    marks: marks.map(({ accounts: _accounts, objects: _objects, ...mark }) => mark),
  };
}

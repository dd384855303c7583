import {
  toRefusal,
  type CaseState,
  type DecisionState,
  type FindingRole,
  type Grade,
  type Refusal,
} from "@breakwater/casework";
import type { Outbox } from "../../state/outbox.ts";
import type { Transactor } from "../../state/transactor.ts";
import { tellOfJobs } from "../desk/desk-notices.ts";
import type { Change } from "../desk/execute.ts";
import type { JobStore } from "../jobs/job-store.ts";
import { restricts } from "../jobs/to-jobs.ts";
import { listEvidence } from "../objects/case-view.ts";
import { findViewRefusal } from "../objects/need-to-know.ts";
import { noteView, type Asker, type Shown } from "../objects/object-book.ts";
import type { CaseworkStore } from "../store/casework-store.ts";
import type { ViewLog } from "../viewing/view-log.ts";
import type { OpinionStore, QualitySample, SecondOpinion } from "./opinion-store.ts";

/** A judgement on a quality sample, given without having seen what was decided. */
export type Judgement = { readonly role: FindingRole; readonly grade: Grade; readonly reason: string };

/** What colleagues are asked: an opinion on a case, and to judge decided things again. Takes and gives plain data. */
export interface OpinionBook {
  list(caseId: string, by: Asker): Promise<Shown<{ readonly items: readonly object[] }>>;
  ask(
    caseId: string,
    asked: { readonly question: string; readonly of: string | null },
    by: Asker,
  ): Promise<Shown<object>>;
  answer(id: string, answer: string, by: Asker): Promise<Shown<object>>;
  readSample(decision: string, by: Asker): Promise<Shown<object>>;
  judgeSample(decision: string, judgement: Judgement, by: Asker): Promise<Shown<object>>;
  listSamples(
    after: readonly [number, string] | undefined,
    limit: number,
  ): Promise<{
    readonly items: readonly object[];
    readonly next: readonly [number, string] | null;
    readonly counts: { readonly drawn: number; readonly judged: number; readonly agreed: number };
  }>;
}

export type OpinionDeps = {
  readonly transactor: Transactor;
  readonly store: CaseworkStore;
  readonly jobs: JobStore;
  readonly opinions: OpinionStore;
  readonly views: ViewLog;
  readonly outbox: Outbox;
  readonly newId: () => string;
};

const askers: ReadonlySet<string> = new Set(["analyst", "approver", "senior"]);
const judges: ReadonlySet<string> = new Set(["approver", "senior", "appeal_reviewer"]);

export function createOpinionBook(deps: OpinionDeps): OpinionBook {
  const { transactor, store, jobs, opinions, views, outbox, newId } = deps;
  const withCase = <T>(id: string, by: Asker, work: (state: CaseState) => Promise<T | Refusal>): Promise<Shown<T>> =>
    transactor.run(async () => {
      const stored = await store.readState("case", id);
      if (stored === null) return { kind: "not_found" };
      const done = (await findViewRefusal(stored, by, deps)) ?? (await work(stored.state as CaseState));
      if (isRefusal(done)) return { kind: "refused", refusal: done };
      return { kind: "shown", body: done, version: stored.state.version };
    });
  const sampleFor = async (decision: string, by: Asker): Promise<Shown<object>> => {
    const sample = await opinions.findSample(decision);
    const stored = await store.readState("decision", decision);
    if (sample === null || stored === null) return { kind: "not_found" };
    const refusal = await findSampleRefusal(sample, stored.state as DecisionState, by, deps);
    await noteView(stored, refusal, by, views);
    if (refusal !== null) return { kind: "refused", refusal };
    const body = await toSampleView(sample, stored.state as DecisionState, by, deps);
    return { kind: "shown", body, version: stored.state.version };
  };
  return {
    list: (caseId, by) => withCase(caseId, by, async () => ({ items: await opinions.listOpinions(caseId) })),
    ask: (caseId, { question, of }, by) =>
      withCase<object>(caseId, by, async (state) => {
        if (!by.actor.roles.some((role) => askers.has(role))) return toRefusal("role_may_not", [...askers]);
        if (of === by.actor.id) return toRefusal("own_proposal");
        const opinion: SecondOpinion = {
          id: `opinion-${newId()}`,
          case: caseId,
          question,
          askedBy: by.actor.id,
          askedAt: by.at,
          of,
          answer: null,
          answeredBy: null,
          answeredAt: null,
        };
        await opinions.putOpinion(opinion);
        const job = { queue: "second_opinion", object: "case", id: opinion.id, caseId, since: by.at } as const;
        const { opening, priority } = state;
        await jobs.put({ ...job, dueAt: null, priority: priority ?? "P3", caseType: opening?.caseType ?? null });
        await tellOfJobs(outbox, by.at);
        return opinion;
      }),
    answer: async (id, answer, by) => {
      const asked = await opinions.findOpinion(id);
      if (asked === null) return { kind: "not_found" };
      return withCase<object>(asked.case, by, async () => {
        if (asked.answer !== null) return toRefusal("opinion_given");
        if (!by.actor.roles.some((role) => askers.has(role))) return toRefusal("role_may_not", [...askers]);
        if (asked.askedBy === by.actor.id) return toRefusal("own_proposal");
        if (asked.of !== null && asked.of !== by.actor.id) return toRefusal("not_yours");
        const name = { queue: "second_opinion", id } as const;
        const claim = await jobs.findClaim(name, by.at);
        if (claim !== null && claim.person !== by.actor.id) return toRefusal("job_taken");
        const given = { ...asked, answer, answeredBy: by.actor.id, answeredAt: by.at };
        await opinions.putOpinion(given);
        await jobs.drop(name);
        await tellOfJobs(outbox, by.at);
        return given;
      });
    },
    readSample: (decision, by) => transactor.run(() => sampleFor(decision, by)),
    judgeSample: (decision, { role, grade, reason }, by) =>
      transactor.run(async () => {
        const sample = await opinions.findSample(decision);
        const state = (await store.readState("decision", decision))?.state as DecisionState | undefined;
        if (sample === null || state === undefined) return { kind: "not_found" };
        const refusal =
          sample.judgement === null
            ? await findSampleRefusal(sample, state, by, deps)
            : toRefusal("judged_already", [decision]);
        if (refusal !== null) return { kind: "refused", refusal };
        const { opening } = state;
        const agrees = opening?.kind === "action" && opening.role === role && opening.grade === grade;
        const judgement = { by: by.actor.id, at: by.at, role, grade, reason, agrees };
        await opinions.putSample({ ...sample, judgement });
        await jobs.drop({ queue: "quality", id: decision });
        await tellOfJobs(outbox, by.at);
        return sampleFor(decision, by);
      }),
    listSamples: async (after, limit) => {
      const read = await opinions.listSamples(after, limit + 1);
      const shown = read.slice(0, limit);
      const last = shown.at(-1);
      const items = shown.map(({ id, drawnAt, judgement }) => ({
        id,
        drawnAt,
        judgedAt: judgement?.at ?? null,
        agrees: judgement?.agrees ?? null,
      }));
      const next = read.length > limit && last !== undefined ? ([last.drawnAt, last.id] as const) : null;
      return { items, next, counts: await opinions.countSamples() };
    },
  };
}

function isRefusal(value: unknown): value is Refusal {
  return typeof value === "object" && value !== null && "code" in value;
}

/** Whoever took part in the first decision knows what was decided. */
async function findSampleRefusal(
  { case: caseId, judgement, id }: QualitySample,
  { people }: DecisionState,
  { actor, at }: Asker,
  { store, jobs }: OpinionDeps,
): Promise<Refusal | null> {
  if (!actor.roles.some((role) => judges.has(role))) return toRefusal("role_may_not", [...judges]);
  const worked = ((await store.readState("case", caseId))?.state as CaseState | undefined)?.people ?? [];
  if (people.includes(actor.id) || worked.includes(actor.id)) return toRefusal("took_part");
  if (await jobs.hasConflict(actor.id, { object: "case", id: caseId })) return toRefusal("conflict_of_interest");
  if (judgement?.by === actor.id) return null;
  if (judgement !== null) return toRefusal("judged_already", [id]);
  const claim = await jobs.findClaim({ queue: "quality", id }, at);
  if (claim === null) return toRefusal("job_not_held");
  return claim.person === actor.id ? null : toRefusal("job_taken");
}

async function toSampleView(
  { id, case: caseId, drawnAt, judgement }: QualitySample,
  { opening }: DecisionState,
  { actor }: Asker,
  { store }: OpinionDeps,
): Promise<object> {
  const state = (await store.readState("case", caseId))?.state as CaseState | undefined;
  const action = opening?.kind === "action" ? opening : null;
  const evidence = [];
  if (state !== undefined) {
    const events = await store.readHistory("case", caseId);
    const all = await listEvidence({ state, events, store, actor }, { from: 0, limit: Infinity });
    evidence.push(...all.filter((item) => action?.evidence.includes(item.id) === true));
  }
  return {
    id,
    caseType: state?.opening?.caseType ?? "other",
    account: action?.account ?? "",
    drawnAt,
    evidence: evidence.map((item) => ({ ...item, addedBy: null })),
    reply: state?.hearings[action?.account ?? ""]?.reply ?? null,
    judged:
      judgement === null
        ? null
        : {
            role: judgement.role,
            grade: judgement.grade,
            agrees: judgement.agrees,
            decided: { role: action?.role ?? judgement.role, grade: action?.grade ?? judgement.grade },
          },
  };
}

/** A random share of decisions that restrict somebody is judged again. Drawn when they are taken, by the server. */
export async function drawQualitySample(
  { event, unit }: Change,
  {
    jobs,
    opinions,
    share,
    random,
  }: Pick<OpinionDeps, "jobs" | "opinions"> & {
    /** From 0 to 1. */
    readonly share: number;
    /** From 0 to below 1. */
    readonly random: () => number;
  },
): Promise<void> {
  if (event.object !== "decision" || event.event.kind !== "decision_opened") return;
  const {
    id,
    event: { at },
  } = event;
  const state = unit.get("decision", id);
  if (!restricts(state) || random() >= share) return;
  const caseId = state.opening?.caseId ?? "";
  await opinions.putSample({ id, case: caseId, drawnAt: at, judgement: null });
  const job = { queue: "quality", object: "decision", id, caseId, since: at, dueAt: null } as const;
  await jobs.put({ ...job, priority: "P3", caseType: null });
}

import { families } from "../contract/families.ts";
import type { Signal } from "../contract/findings.ts";
import type { ActionTable, SampleTable } from "../contract/table.ts";
import { binomialTail, logPoissonTail } from "../math/distributions.ts";
import type { InStepObject } from "./in-step-objects.ts";
import { nameObject, toEvidenceAction } from "./names.ts";
import type { RawGroup } from "./raw-group.ts";

export type SignalContext = {
  readonly table: ActionTable;
  readonly samples: SampleTable;
  /** Accounts that used each sample, see `countUsers`. */
  readonly usersOfSample: Int32Array;
  readonly evidenceActionsMax: number;
  readonly fdr: number;
};

/** One co-timing signal for each layer in which the group was held, strongest first. */
export function listCoTiming(
  group: RawGroup,
  objects: readonly InStepObject[],
  context: SignalContext,
): readonly Signal[] {
  return group.parts.map((part) => {
    const inStep = part.held.accounts.reduce((sum, one) => sum + one.inStep, 0);
    const expected = part.held.accounts.reduce((sum, one) => sum + one.expected, 0);
    const own = objects.filter((object) => object.layer === part.layer);
    return {
      family: "co_timing" as const,
      axis: families.co_timing.axis,
      null: families.co_timing.null,
      layer: part.layer.name,
      statistic: "actions_in_step",
      observed: inStep,
      expected,
      logE: part.held.evidence.logE,
      p: null,
      q: part.held.q,
      effect: null,
      significant: part.held.q <= context.fdr,
      ...evidenceOf(own, context),
    };
  });
}

/**
 * How much oftener the members meet than activity and popularity explain (null B). They were found by meeting, so this
 * is told and never counted as significance.
 */
export function describeCoSelection(group: RawGroup): Signal {
  const { layer, incidence, held } = group.parts[0];
  const isMember = new Set(held.accounts.map((one) => one.account));
  let incidences = 0;
  for (const account of isMember) incidences += incidence.accountStart[account + 1] - incidence.accountStart[account];
  let meetings = 0;
  let squares = 0;
  for (let object = 0; object < layer.objectCount; object += 1) {
    const [start, end] = [layer.start[object], layer.start[object + 1]];
    squares += (end - start) * (end - start);
    let members = 0;
    for (let row = start; row < end; row += 1) if (isMember.has(layer.account[row])) members += 1;
    meetings += (members * (members - 1)) / 2;
  }
  const expected = ((incidences * incidences) / 2) * (squares / (incidence.rows * incidence.rows));
  const logP = logPoissonTail(meetings, expected);
  return {
    family: "co_selection",
    axis: families.co_selection.axis,
    null: families.co_selection.null,
    layer: layer.name,
    statistic: "meetings_of_members",
    observed: meetings,
    expected,
    logE: null,
    p: Math.exp(logP),
    q: 1,
    effect: null,
    significant: false,
    actions: [],
    actionsTotal: 0,
  };
}

/**
 * Members' actions in step whose text somebody else also used, against how often that happens outside the group.
 * Null where the group's actions carry no telling text.
 */
export function testSamples(
  objects: readonly InStepObject[],
  members: ReadonlySet<number>,
  context: SignalContext,
): Signal | null {
  const { table, samples, usersOfSample: uses } = context;
  const sampleOf = (row: number): number => (table.text[row] < 0 ? -1 : samples.sampleOfText[table.text[row]]);
  const rows = new Set(objects.flatMap((object) => object.rows.map((row) => object.layer.action[row])));
  const telling = [...rows].filter((row) => sampleOf(row) >= 0);
  if (telling.length < 3) return null;
  const shared = telling.filter((row) => uses[sampleOf(row)] >= 2);
  let [outside, outsideShared] = [0, 0];
  for (let row = 0; row < table.count; row += 1) {
    const sample = sampleOf(row);
    if (sample < 0 || members.has(table.account[row])) continue;
    outside += 1;
    if (uses[sample] >= 2) outsideShared += 1;
  }
  const rate = (outsideShared + 1) / (outside + 2);
  const p = binomialTail(shared.length, telling.length, rate);
  return {
    family: "samples",
    axis: families.samples.axis,
    null: families.samples.null,
    layer: "sample",
    statistic: "actions_with_shared_text",
    observed: shared.length,
    expected: rate * telling.length,
    logE: null,
    p,
    q: p,
    effect: null,
    significant: p <= context.fdr,
    actions: shared.slice(0, context.evidenceActionsMax).map((row) => toEvidenceAction(table, row, null)),
    actionsTotal: shared.length,
  };
}

/** Accounts that used each sample. Cost: linear in the table. */
export function countUsers(table: ActionTable, samples: SampleTable): Int32Array {
  const users = new Int32Array(samples.count);
  const seen = new Set<number>();
  for (let row = 0; row < table.count; row += 1) {
    const sample = table.text[row] < 0 ? -1 : samples.sampleOfText[table.text[row]];
    if (sample < 0) continue;
    const key = sample * table.accounts.count + table.account[row];
    if (seen.has(key)) continue;
    seen.add(key);
    users[sample] += 1;
  }
  return users;
}

function evidenceOf(
  objects: readonly InStepObject[],
  context: SignalContext,
): { readonly actions: Signal["actions"]; readonly actionsTotal: number } {
  const { table, samples, evidenceActionsMax } = context;
  const actions: Signal["actions"][number][] = [];
  let actionsTotal = 0;
  for (const object of objects) {
    actionsTotal += object.rows.length;
    for (const row of object.rows) {
      if (actions.length >= evidenceActionsMax) break;
      actions.push(
        toEvidenceAction(table, object.layer.action[row], nameObject(table, samples, object.layer, object.object)),
      );
    }
  }
  return { actions, actionsTotal };
}

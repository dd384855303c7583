import type { Signal } from "../contract/findings.ts";
import type { EngineLimits } from "../contract/options.ts";
import type { ActionTable, SampleTable } from "../contract/table.ts";
import type { InStepObject } from "./in-step-objects.ts";
import type { RawGroup } from "./raw-group.ts";

/** What is held of one account before it is put into words. */
export type MemberDraft = {
  readonly account: number;
  readonly score: number;
  readonly q: number;
  readonly inStep: number;
  readonly expected: number;
};

/** A group before it is described: who, on what, and why it is significant on the coordinated axis. */
export type GroupDraft = {
  readonly logE: number;
  readonly q: number;
  /** Surest first. */
  readonly members: readonly MemberDraft[];
  readonly objects: readonly InStepObject[];
  /** The signal that the group is held by first. */
  readonly coordinated: readonly Signal[];
};

/** What every description reads, made once per judgement. */
export type DescribeContext = {
  readonly table: ActionTable;
  readonly samples: SampleTable;
  readonly usersOfSample: Int32Array;
  readonly actionsOfAccount: Int32Array;
  readonly tickMs: number;
  readonly limits: EngineLimits;
};

/** The strongest evidence of each member over the layers: layers depend on one another, so they are not summed. */
export function listMembers(group: RawGroup): readonly MemberDraft[] {
  const members = [...group.members].map(([account, inSteps]) => {
    const best = inSteps.reduce((a, b) => (b.evidence.logE > a.evidence.logE ? b : a)).evidence;
    return { account, score: best.logE, q: best.q, inStep: best.inStep, expected: best.expected };
  });
  return members.sort((a, b) => b.score - a.score || a.account - b.account);
}

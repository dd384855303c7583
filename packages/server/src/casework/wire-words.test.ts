import * as casework from "@breakwater/casework";
import * as claims from "@breakwater/claims";
import * as contract from "@breakwater/contract";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { z } from "zod";
import type { Effect } from "./effects/effect-store.ts";
import { queues } from "./jobs/queues.ts";

type View<Schema extends z.ZodType> = z.output<Schema>;

/** Determinations have the words of claims on the wire. */
const statuses: Readonly<Record<Exclude<casework.ObjectKind, "determination">, readonly string[]>> = {
  lead: contract.leadStatuses,
  case: contract.caseStatuses,
  decision: contract.decisionStatuses,
  hold: contract.holdStatuses,
  authority_request: contract.requestStatuses,
  transfer: contract.transferStatuses,
  operation: contract.operationStatuses,
  self_review: contract.reviewStatuses,
  register_entry: contract.registerStatuses,
  unmasking: contract.unmaskingStatuses,
  victim_workspace: contract.workspaceStatuses,
  reporter: contract.reporterStatuses,
  rule_version: contract.ruleStatuses,
  override: contract.overrideStatuses,
};

describe("words on the wire are those of the rooms", () => {
  it.each(Object.keys(statuses) as (keyof typeof statuses)[])("statuses of a %s", (kind) => {
    expect(["absent", ...statuses[kind]]).toEqual(Object.keys(casework.getMachine(kind).table));
  });

  it("lists of casework", () => {
    expect(contract.leadSources).toEqual(casework.leadSources);
    expect(contract.dismissalReasons).toEqual(casework.dismissalReasons);
    expect(contract.casePriorities).toEqual(casework.priorities);
    expect(contract.caseTypes).toEqual(casework.caseTypes);
    expect(contract.grades).toEqual(casework.grades);
    expect(contract.findingRoles).toEqual(casework.findingRoles);
    expect(contract.severityFactors).toEqual(casework.severityFactors);
    expect(contract.measureTypes).toEqual(casework.measureTypes);
    expect(contract.noActionReasons).toEqual(casework.noActionReasons);
    expect(contract.protections).toEqual(casework.protections);
    expect(contract.ruleBehaviours).toEqual(casework.behaviours);
    expect(contract.evidenceActionsMax).toBe(casework.evidenceLimits.actionsMax);
    expect(contract.queueNames).toEqual(["overdue", ...queues]);
    // The other causes are the machine's own.
    expect([...contract.reopenCauses, "emergency_lapsed", "strike_fell"].sort()).toEqual(
      [...casework.reopenCauses].sort(),
    );
  });

  it("types of casework", () => {
    type Decision = View<typeof contract.decisionView>;
    type Hold = View<typeof contract.holdView>;
    type WireEffect = View<typeof contract.effect>;
    expectTypeOf<Decision["measures"][number]["status"]>().toEqualTypeOf<casework.MeasureStatus>();
    expectTypeOf<(typeof contract.appealOutcomes)[number]>().toEqualTypeOf<casework.AppealOutcome>();
    expectTypeOf<Hold["trigger"]>().toEqualTypeOf<casework.HoldTrigger>();
    expectTypeOf<WireEffect["kind"]>().toEqualTypeOf<Effect["kind"]>();
    expectTypeOf<WireEffect["state"]>().toEqualTypeOf<Effect["state"]>();
  });

  it("verdicts and kinds of sources, which claims and casework each have", () => {
    expect(casework.verdicts).toEqual(claims.verdicts);
    expect(casework.sourceKinds).toEqual(claims.sourceKinds);
    expectTypeOf<(typeof contract.claimOrigins)[number]>().toEqualTypeOf<claims.Entry["origin"]>();
  });
});

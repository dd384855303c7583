import { summarisePlaces, type Places } from "../concentration/places.ts";
import { testConcentration, type ConcentrationTest } from "../concentration/test-concentration.ts";
import { families, isSufficient, type FamilyName } from "../contract/families.ts";
import type { FamilyTest } from "../contract/family-test.ts";
import type { ConcentrationEvidence, Insufficiency, Signal } from "../contract/findings.ts";
import type { ActionTable } from "../contract/table.ts";
import { adjustPValues } from "../math/multiplicity.ts";
import { summariseOrigins, type Origins } from "../origin/origins.ts";
import { testOrigin } from "../origin/test-origin.ts";
import { summariseHabits, type Habits } from "../timing/habits.ts";
import { testAutomation } from "../timing/test-automation.ts";
import { toEvidenceAction } from "./names.ts";

/** What the inauthentic families say of one group. */
export type Authenticity = {
  readonly signals: readonly Signal[];
  readonly concentration: readonly ConcentrationEvidence[];
  readonly insufficient: readonly Insufficiency[];
  /** Accounts that carry the significant evidence: sharing a place, created or woken together. */
  readonly carriers: ReadonlySet<number>;
};

/** The population that groups are held against, made once per judgement. */
type Population = { readonly places: Places; readonly origins: Origins; readonly habits: Habits };

type Tested = { readonly family: FamilyName; readonly test: FamilyTest };

/**
 * Tests every group on every inauthentic family against the population that it came from, and adjusts over all of
 * those tests (Benjamini–Hochberg). Cost: families × members, after one pass over the table.
 */
export function judgeAuthenticity(
  table: ActionTable,
  groups: readonly Int32Array[],
  options: {
    readonly fdr: number;
    readonly seed: number;
    readonly tickMs: number;
    readonly evidenceActionsMax: number;
  },
): readonly Authenticity[] {
  if (groups.length === 0) return [];
  const population = {
    places: summarisePlaces(table),
    origins: summariseOrigins(table),
    habits: summariseHabits(table, options.tickMs),
  };
  const tested = groups.map((members) => testFamilies(table, population, { members, seed: options.seed }));
  const p = tested.flatMap(({ tests }) => tests.flatMap(({ test }) => (test.kind === "tested" ? [test.p] : [])));
  const q = adjustPValues(p);
  let next = 0;
  return tested.map(({ tests, concentration }) => {
    const signals: Signal[] = [];
    const insufficient: Insufficiency[] = [];
    const carriers = new Set<number>();
    for (const { family, test } of tests) {
      if (test.kind === "too_little") {
        const isTold =
          insufficient.some(({ what }) => what === family) ||
          tests.some((one) => one.family === family && one.test.kind === "tested");
        if (!isTold) insufficient.push({ what: family, reason: test.reason, have: test.have, need: test.need });
        continue;
      }
      const { effect } = test;
      const isSignificant = q[next] <= options.fdr && (effect === null || effect.value >= effect.least);
      signals.push({
        family,
        axis: families[family].axis,
        null: families[family].null,
        layer: null,
        statistic: test.statistic,
        observed: test.observed,
        expected: test.expected,
        logE: null,
        p: test.p,
        q: q[next],
        effect,
        significant: isSignificant,
        actions: Array.from(test.rows.slice(0, options.evidenceActionsMax), (row) =>
          toEvidenceAction(table, row, null),
        ),
        actionsTotal: test.rows.length,
      });
      if (isSignificant && isSufficient({ family, statistic: test.statistic }))
        for (const row of test.rows) carriers.add(table.account[row]);
      next += 1;
    }
    return { signals, insufficient, carriers, concentration: concentration.traits.map((trait) => trait.evidence) };
  });
}

function testFamilies(
  table: ActionTable,
  population: Population,
  group: { readonly members: Int32Array; readonly seed: number },
): { readonly tests: readonly Tested[]; readonly concentration: ConcentrationTest } {
  const { places, origins, habits } = population;
  const { members } = group;
  const concentration = testConcentration({ table, places, ...group });
  return {
    tests: [
      { family: "concentration", test: concentration.test },
      { family: "origin", test: testOrigin({ table, origins, members, of: "registration" }) },
      { family: "origin", test: testOrigin({ table, origins, members, of: "waking" }) },
      { family: "automation", test: testAutomation({ habits, members }) },
    ],
    concentration,
  };
}

import { expect, it } from "vitest";
import { defaultSettings } from "../kernel/settings.ts";
import { dayMs } from "../kernel/time.ts";
import { findingRoles, levelCaps } from "./finding-roles.ts";
import { getLevelRule, type Level } from "./levels.ts";
import { getMeasureRule, measureTypes, type MeasureType } from "./measure-types.ts";
import { countHumansNeeded, mayActAloneInEmergency } from "./planned-measure.ts";
import { measureOf } from "../testing/pieces.ts";

/** type, level, people, senior, longest in days (null: until lifted), strike in days */
const rows: readonly (readonly [MeasureType, Level, 1 | 2, boolean, number | null, number])[] = [
  ["nudge", 0, 1, false, 0, 0],
  ["warning", 1, 1, false, 90, 90],
  ["label", 2, 1, false, null, 0],
  ["correct_counts", 3, 1, false, 30, 0],
  ["restrict_interaction", 4, 2, false, 30, 180],
  ["disable_item", 5, 2, false, null, 180],
  ["remove_item", 5, 2, false, null, 180],
  ["hold_payout", 6, 2, false, 90, 180],
  ["end_monetisation", 6, 2, false, null, 180],
  ["mute", 7, 2, false, 30, 365],
  ["suspend", 8, 2, false, 90, 365],
  ["terminate", 9, 2, true, null, 0],
  ["register", 10, 2, true, 365, 0],
];

it.each(rows)("CW-89 %s", (type, level, humans, senior, days, strikeDays) => {
  const { level: own, durationMaxMs } = getMeasureRule(type);
  const rule = getLevelRule(own);
  expect([own, rule.humans, rule.senior, durationMaxMs, rule.strikeMs]).toEqual([
    level,
    humans,
    senior,
    days === null ? null : days * dayMs,
    strikeDays * dayMs,
  ]);
});

it("CW-89 has a row for each measure, and steps where there are steps", () => {
  expect(rows.map(([type]) => type)).toEqual(measureTypes);
  expect(getMeasureRule("mute").stepsMs?.map((ms) => ms / dayMs)).toEqual([1, 3, 7, 14, 30]);
  expect(getMeasureRule("suspend").stepsMs?.map((ms) => ms / dayMs)).toEqual([30, 90]);
});

it("CW-36 has a cap for each role", () => {
  expect(findingRoles.map((role) => [role, levelCaps[role]])).toEqual([
    ["bystander", 1],
    ["amplifier_unpaid", 2],
    ["amplifier_paid_or_automated", 8],
    ["operator", 10],
    ["organiser", 10],
    ["funder", 10],
    ["unknown", 2],
  ]);
});

it("CW-45 CW-48 counts people by the highest of the measures, and alone in an emergency goes L5 only", () => {
  const one = (type: MeasureType) => measureOf(type, "a1");
  expect(countHumansNeeded([one("label"), one("mute")], defaultSettings)).toBe(2);
  expect(countHumansNeeded([one("label"), one("correct_counts")], defaultSettings)).toBe(1);
  const alone = measureTypes.filter((type) => mayActAloneInEmergency([one(type)]));
  expect(alone).toEqual(["nudge", "warning", "label", "correct_counts", "disable_item", "remove_item"]);
});

import { expect, it } from "vitest";
import { assertFeatures, families, isSufficient } from "./families.ts";

it("assertFeatures() takes the table as it stands", () => {
  expect(() => assertFeatures(families)).not.toThrow();
});

it.each(["topic", "stance", "sentiment", "language", "script", "target", "criticised_account", "region"])(
  "assertFeatures() refuses a family that looks at %s",
  (feature) => {
    const bad = {
      ...families,
      extra: { axis: "coordinated", null: "A", suffices: true, features: ["account", feature] },
    } as const;
    expect(() => assertFeatures(bad)).toThrow(feature);
  },
);

it("isSufficient() lets registration together place a group, and never waking together", () => {
  expect(isSufficient({ family: "origin", statistic: "registered_within_hour" })).toBe(true);
  expect(isSufficient({ family: "origin", statistic: "woke_within_hour" })).toBe(false);
  expect(isSufficient({ family: "automation", statistic: "even_gaps" })).toBe(false);
});

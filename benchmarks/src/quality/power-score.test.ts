import { expect, it } from "vitest";
import { scorePower } from "./power-score.ts";

it("scorePower() counts decoys and everyone else as false, and recall per group", () => {
  const file = {
    rows: { account: [], object: [], at: new Float64Array() },
    baseRows: 0,
    injected: new Set(["inj_5x2_0", "inj_5x2_1", "inj_5x5_0", "inj_5x5_1"]),
    groupOf: new Map([
      ["inj_5x2_0", "5x2"],
      ["inj_5x2_1", "5x2"],
      ["inj_5x5_0", "5x5"],
      ["inj_5x5_1", "5x5"],
    ]),
    decoys: new Set(["dec_5x2_0"]),
  };
  const score = scorePower(file, new Set(["inj_5x2_0", "inj_5x2_1", "inj_5x5_0", "dec_5x2_0", "somebody"]));
  expect(score).toMatchObject({ recall: 0.75, precision: 0.6, found: 3, falseDecoys: 1, falseBackground: 1 });
  expect(score.recallOf).toMatchObject({ "5x2": 0.4, "5x5": 0.2, "100x10": 0 });
});

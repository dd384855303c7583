// Learns the weights that the product ships, from the development data, and writes them into the package:
//   node benchmarks/src/claims/train.ts
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { TextModel } from "@breakwater/claims";
import { buildShape, crossValidate, learnModel, thresholdAt, type Posts, type Shape } from "./cross-validation.ts";
import {
  loadChineseNegatives,
  loadChineseQueries,
  loadChineseRegistry,
  loadEnglishQueries,
  loadEnglishRegistry,
  loadOrdinaryTweets,
} from "./data.ts";
import { learnCalibration, type Recipe } from "./learn.ts";
import { pairsRecipe, wordsRecipe } from "./recipes.ts";

const weightsFile = fileURLToPath(new URL("../../../packages/claims/src/matching/weights.ts", import.meta.url));

/** Shares of posts that repeat no claim which may be suggested, or recognised. */
const suggestShare = 0.01;
const recognisedShare = 0.001;

function learn(shapes: readonly [Shape, ...Shape[]], posts: Posts, recipe: Recipe): TextModel {
  const judged = crossValidate(shapes[0], posts, { recipe, learnedFrom: shapes });
  const all = [...judged.queries, ...judged.negatives].filter(({ odds }) => Number.isFinite(odds));
  const calibrate = learnCalibration(
    all.map(({ odds }) => odds),
    all.map(({ isRight }) => isRight),
  );
  const confidenceAt = (share: number): number =>
    1 / (1 + Math.exp(-(calibrate.slope * thresholdAt(share, judged.negatives) + calibrate.intercept)));
  const bands = { suggest: confidenceAt(suggestShare), recognised: confidenceAt(recognisedShare) };
  return { ...learnModel(shapes, posts, { recipe, fold: null }), calibrate, bands };
}

function learnChinese(): TextModel {
  const posts = { queries: loadChineseQueries(), negatives: loadChineseNegatives().map(({ text }) => text) };
  const shapes = [
    buildShape(loadChineseRegistry("wordings"), posts),
    buildShape(loadChineseRegistry("claims"), posts),
  ] as const;
  return learn([...shapes], posts, pairsRecipe);
}

/** Test2021 is left alone, and so is every second ordinary tweet: both are for measuring. */
function learnEnglish(): TextModel {
  const posts = {
    queries: loadEnglishQueries().filter(({ split }) => split !== "test2021"),
    negatives: loadOrdinaryTweets().filter((_, i) => i % 2 === 0),
  };
  return learn([buildShape(loadEnglishRegistry(), posts)], posts, wordsRecipe);
}

const model = { pairs: learnChinese(), words: learnEnglish() };
const digits = JSON.stringify(
  model,
  (_, value: unknown) => (typeof value === "number" ? Number(value.toPrecision(6)) : value),
  2,
);
writeFileSync(
  weightsFile,
  `import type { Model } from "./model.ts";

/**
 * Learned by benchmarks/src/claims/train.ts: texts of pairs from 191 Chinese posts of 37 rumours and 1,816 others, texts of words from 1,196
 * English tweets and 2,000 others. How good they are: benchmarks/results.
 */
export const shippedModel: Model = ${digits.replace(/"([a-z_0-9]+)":/g, (_, name: string) => `${name}:`).replace(/_[a-z]/g, (part) => part)};
`,
);

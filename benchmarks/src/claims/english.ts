import { shippedModel } from "@breakwater/claims";
import { atLeast, type Benchmark, type Measurement } from "../harness/benchmark.ts";
import {
  buildShape,
  checkBy,
  judgeBy,
  learnModel,
  recallAbove,
  thresholdAt,
  without,
  type Judged,
  type Posts,
} from "./cross-validation.ts";
import { loadEnglishQueries, loadEnglishRegistry, loadOrdinaryTweets, type Query } from "./data.ts";
import { intervalByRumour } from "./intervals.ts";
import { meanPrecision, plainBm25 } from "./plain-bm25.ts";
import { wordsRecipe } from "./recipes.ts";
import { reliabilityRows } from "./reliability.ts";

const targets = [
  [0.001, 0.55],
  [0.005, 0.65],
  [0.01, 0.75],
] as const;

export const claimsEnglish: Benchmark = {
  name: "claims-english",
  title: "Claims: English tweets against 14,231 fact-checks",
  method:
    "CheckThat! 2021 task 2A: weights learned from train, dev and 2,000 ordinary tweets about a debate of 2015; measured on test2021 (202 tweets) and 2,000 other ordinary tweets. " +
    "Ranking: MAP@5, beside plain BM25 (claim, title, subtitle; k1 1.2, b 0.75; stemmed, stop words out). Decision: the right entry first, called repeats, above the confidence that the stated share of the negatives exceeds. " +
    "Own entry removed: the negatives are the same tweets, their entry taken out. Intervals: claims drawn again.",
  needs: ["debate_mix"],
  run: async ({ progress }) => {
    const queries = loadEnglishQueries();
    const test = queries.filter(({ split }) => split === "test2021");
    const tweets = loadOrdinaryTweets();
    const learned: Posts = {
      queries: queries.filter(({ split }) => split !== "test2021"),
      negatives: tweets.filter((_, i) => i % 2 === 0),
    };
    const entries = loadEnglishRegistry();
    progress("learning");
    const shape = buildShape(entries, learned);
    const model = learnModel([shape], learned, { recipe: wordsRecipe, fold: null });
    progress("ranking");
    const check = checkBy(shape, model);
    const ranked = (text: string): readonly string[] => check(text, 5).matches.map(({ entry }) => entry);
    const plain = plainBm25(entries);
    const precision = test.map(({ text, right }) => meanPrecision(ranked(text), right));
    const plainPrecision = test.map(({ text, right }) => meanPrecision(plain(text), right));
    const judge = judgeBy(shape, model);
    const judged = test.map(({ text, right }) => judge(text, right));
    const ordinary = tweets.filter((_, i) => i % 2 === 1).map((text) => judge(text, []));
    progress("own entries removed");
    const removed = test.map(({ text, right }) => without(shape, right, () => judge(text, [])));
    return [
      ...rankingRows(test, precision, plainPrecision),
      ...decisionRows("ordinary tweets", test, judged, ordinary, true),
      ...reliabilityRows(
        [...judged, ...ordinary.slice(0, judged.length)],
        shippedModel.words.calibrate,
        "claims/en, debate_mix, one to one",
      ),
      ...decisionRows("own entry removed", test, judged, removed, false),
    ];
  },
};

function rankingRows(
  test: readonly Query[],
  precision: readonly number[],
  plain: readonly number[],
): readonly Measurement[] {
  const rumours = test.map(({ rumour }) => rumour);
  const line = { table: "Ranking", what: "test2021, 202 tweets", data: "claims/en", seed: "none" };
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const gain = precision.map((value, i) => value - (plain[i] ?? 0));
  return [
    {
      ...line,
      metric: "MAP@5",
      value: mean(precision),
      interval: intervalByRumour(rumours, precision),
      target: atLeast(0.92),
      beside: "prototype 0.916",
    },
    { ...line, metric: "plain BM25, MAP@5", value: mean(plain), interval: intervalByRumour(rumours, plain) },
    { ...line, metric: "paired gain", value: mean(gain), interval: intervalByRumour(rumours, gain) },
  ];
}

function decisionRows(
  what: string,
  test: readonly Query[],
  judged: readonly Judged[],
  negatives: readonly Judged[],
  isAimed: boolean,
): readonly Measurement[] {
  const rumours = test.map(({ rumour }) => rumour);
  return targets.map(([share, target]) => {
    const threshold = thresholdAt(share, negatives);
    const values = judged.map((one) => recallAbove(threshold, [one]));
    return {
      table: "Decision: recall where this share of the negatives is called repeats",
      what,
      metric: `at ${share * 100}%`,
      value: recallAbove(threshold, judged),
      interval: intervalByRumour(rumours, values),
      data: "claims/en, debate_mix",
      seed: "none",
      beside: isAimed ? "prototype 0.47 / 0.56 / 0.65" : "prototype 0.20 / 0.32 / 0.40",
      ...(isAimed ? { target: atLeast(target) } : {}),
    };
  });
}

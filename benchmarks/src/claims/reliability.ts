import type { TextModel } from "@breakwater/claims";
import type { Measurement } from "../harness/benchmark.ts";
import type { Judged } from "./cross-validation.ts";

const edges = [0, 0.02, 0.1, 0.3, 0.6, 0.9, 0.98, 1] as const;

/** What confidence says beside what came true, by posts that the weights had not seen; and the mean gap between the two (ECE). */
export function reliabilityRows(
  judged: readonly Judged[],
  calibrate: TextModel["calibrate"],
  data: string,
): readonly Measurement[] {
  const posts = judged
    .filter(({ odds }) => Number.isFinite(odds))
    .map(({ odds, isRight }) => ({
      said: 1 / (1 + Math.exp(-(calibrate.slope * odds + calibrate.intercept))),
      isRight,
    }));
  let gap = 0;
  const rows = edges.slice(1).flatMap((to, i): readonly Measurement[] => {
    const from = edges[i] ?? 0;
    const bin = posts.filter(({ said }) => said >= from && (said < to || to === 1));
    if (bin.length === 0) return [];
    const said = bin.reduce((sum, one) => sum + one.said, 0) / bin.length;
    const seen = bin.filter(({ isRight }) => isRight).length / bin.length;
    gap += (Math.abs(said - seen) * bin.length) / posts.length;
    const line = {
      table: "Reliability of the confidence",
      what: `${from} to ${to}`,
      data,
      seed: "folds",
      interval: null,
    };
    return [
      { ...line, metric: "posts", value: bin.length },
      { ...line, metric: "said, mean", value: said },
      { ...line, metric: "came true", value: seen },
    ];
  });
  const all = { table: "Reliability of the confidence", what: "mean gap (ECE)", data, seed: "folds", interval: null };
  return [...rows, { ...all, metric: "said, mean", value: gap }];
}

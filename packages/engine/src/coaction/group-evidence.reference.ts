import type { CellView } from "./cell-view.ts";
import type { EvidenceOptions } from "./group-evidence.ts";

type Timed = Pick<CellView, "at" | "members">;

/**
 * The e-value of `weighGroup` under the permutation null, in plain numbers and by counting: every member is an anchor,
 * every row of the cell is looked at, and nothing is kept in logarithms. For small cells.
 */
export function weighGroupSlowly(
  cells: readonly Timed[],
  options: Pick<EvidenceOptions, "scales" | "episodeMs" | "episodeWindows">,
): number {
  const tested = cells.filter((cell) => cell.at.length > cell.members.length);
  const products = options.scales.flatMap((scale) => {
    const episodeMs = Math.max(options.episodeMs, options.episodeWindows * scale);
    const episodeOf = ({ at }: Timed): number => Math.floor(at[Math.floor(at.length / 2)] / episodeMs);
    const episodes = [...new Set(tested.map(episodeOf))].map((name) => tested.filter((one) => episodeOf(one) === name));
    return [1, 3, 9].flatMap((shape) =>
      [0.05, 0.3, 0.9].map((share) =>
        episodes
          .map((together) => 1 - share + share * mean(together.map((cell) => ratioOf(cell, scale, shape))))
          .reduce((product, factor) => product * factor, 1),
      ),
    );
  });
  return mean(products);
}

/** Mean over the members of: chance of so many others in its window under the alternative, over that under the null. */
function ratioOf({ at, members }: Timed, scale: number, shape: number): number {
  const others = members.length - 1;
  return mean(
    Array.from(members, (anchor) => {
      const inWindow = [...at.keys()].filter((row) => row !== anchor && Math.abs(at[row] - at[anchor]) <= scale);
      const inside = inWindow.filter((row) => members.includes(row)).length;
      return alternativeOf(inside, others, shape) / nullOf(inside, others, inWindow.length, at.length - 1);
    }),
  );
}

/** Beta-binomial with parameters `shape` and 1: the chance of `count` among `n` when their rate has density x^(shape - 1). */
function alternativeOf(count: number, n: number, shape: number): number {
  let probability = shape / (n + shape);
  for (let i = 1; i < shape; i += 1) probability *= (count + i) / (n + i);
  return probability;
}

/** Hypergeometric: `draws` rows of `all`, of which `marked` are in the window, hit it `count` times. */
function nullOf(count: number, draws: number, marked: number, all: number): number {
  return (choose(marked, count) * choose(all - marked, draws - count)) / choose(all, draws);
}

function choose(n: number, k: number): number {
  return k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 1 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

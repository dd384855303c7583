import type { Columns } from "../data/columns.ts";
import { loadWeibo } from "../data/weibo.ts";
import type { Benchmark, Context, Measurement } from "../harness/benchmark.ts";
import { createRandom, type Random, shuffleRange } from "../stats/random.ts";
import { addRun, calibrationRows, createTally } from "./calibration-rows.ts";
import { detect, toActions } from "./detect.ts";

const eventsPerSubset = 100;

export const calibrationA: Benchmark = {
  name: "calibration-a",
  title: "Calibration A: accounts dealt anew inside each event",
  method:
    "Weibo reposts whose accounts were shuffled inside each event: who acted on what is kept, who acted when is chance, so every group is a false alarm. " +
    "A run counts when the detector at `fdr` 0.01 finds any group. The bound is Clopper–Pearson, one-sided, 95%.",
  needs: ["weibo_reposts"],
  run: async (context) => {
    const all = groupByObject(loadWeibo());
    return [
      ...runShuffles(context, {
        what: `subsets of ${eventsPerSubset} events`,
        runs: context.quick ? 20 : 1000,
        draw: (random) => shuffleAccounts(pickEvents(all, random), random),
      }),
      ...runShuffles(context, {
        what: "all events",
        // 150 rather than 100: the bound of 2% cannot be met by fewer, whatever is found.
        runs: context.quick ? 1 : 150,
        draw: (random) => shuffleAccounts(all, random),
      }),
    ];
  },
};

/** Rows of one object lie together: object o has rows `start[o] .. start[o + 1]`. */
export type GroupedRows = { readonly rows: Columns; readonly start: readonly number[] };

export function groupByObject(rows: Columns): GroupedRows {
  const places = new Map<string, number[]>();
  rows.object.forEach((object, row) => {
    const known = places.get(object);
    if (known === undefined) places.set(object, [row]);
    else known.push(row);
  });
  return gather(rows, [...places.values()]);
}

/** The accounts of every object dealt anew to its rows: each account keeps its number of rows on each object. */
export function shuffleAccounts(grouped: GroupedRows, random: Random): Columns {
  const { rows, start } = grouped;
  const order = Int32Array.from(rows.account, (_, row) => row);
  for (let o = 0; o + 1 < start.length; o++) shuffleRange(order, [start[o], start[o + 1]], random);
  return { ...rows, account: Array.from(order, (row) => rows.account[row]) };
}

function pickEvents(all: GroupedRows, random: Random): GroupedRows {
  const events = Int32Array.from({ length: all.start.length - 1 }, (_, event) => event);
  shuffleRange(events, [0, events.length], random);
  const chosen = [...events.subarray(0, eventsPerSubset)].sort((a, b) => a - b);
  return gather(
    all.rows,
    chosen.map((event) =>
      Array.from({ length: all.start[event + 1] - all.start[event] }, (_, i) => all.start[event] + i),
    ),
  );
}

function gather(rows: Columns, places: readonly (readonly number[])[]): GroupedRows {
  const order = places.flat();
  const start = [0];
  for (const place of places) start.push(start[start.length - 1] + place.length);
  return {
    rows: {
      account: order.map((row) => rows.account[row]),
      object: order.map((row) => rows.object[row]),
      at: Float64Array.from(order, (row) => rows.at[row]),
    },
    start,
  };
}

function runShuffles(
  context: Context,
  plan: { readonly what: string; readonly runs: number; readonly draw: (random: Random) => Columns },
): readonly Measurement[] {
  const tally = createTally();
  for (let run = 1; run <= plan.runs; run++) {
    const findings = detect(toActions(plan.draw(createRandom(run))), {
      layers: ["repost"],
      selection: { kind: "none" },
    });
    addRun(tally, findings);
    context.progress(`${plan.what}: ${tally.runsWithGroup} of ${run} runs with a group`);
  }
  return calibrationRows({ what: plan.what, data: "weibo_reposts" }, tally);
}

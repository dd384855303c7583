// Power: how many of the injected accounts are found, and what else. Run one file by hand:
//   node benchmarks/src/quality/power.ts --base B --jitter 60 --camouflage 50 [--join 0.7] [--draw 2]
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { atLeast, type Benchmark, type Context, type Measurement, type Target } from "../harness/benchmark.ts";
import { meanInterval, shareInterval } from "../stats/intervals.ts";
import { detect, flaggedAccounts, toActions } from "./detect.ts";
import type { BaseName } from "./power-base.ts";
import { powerFile, powerGrid, type PowerOptions } from "./power-data.ts";
import { describePeers } from "./power-peers.ts";
import { describeScore, type PowerScore, scorePower } from "./power-score.ts";

export const power: Benchmark = {
  name: "power",
  title: "Power: groups injected into real reposts",
  method:
    "435 accounts in 12 groups (5, 10, 30, 100 accounts × 2, 5, 10 events) and 435 equally busy decoys, injected into Weibo reposts " +
    "whose accounts were dealt anew inside each event. Recall = injected accounts in any group; precision = injected among all accounts in any group.",
  needs: ["weibo_reposts"],
  run: runAll,
};

/** One file through the detector as it ships: reposts only, no text. */
export function runPower(options: PowerOptions): PowerScore {
  const file = powerFile(options);
  const findings = detect(toActions(file.rows), { layers: ["repost"], selection: { kind: "none" } });
  return scorePower(file, flaggedAccounts(findings));
}

async function runAll(context: Context): Promise<readonly Measurement[]> {
  const cells = listCells(context.quick);
  const repeats = context.quick ? [] : [2, 3, 4, 5];
  const rows: Measurement[] = [];
  for (const cell of cells) {
    const score = measure(cell, context);
    rows.push(...scoreRows(cell, score), ...groupRows(cell, score));
    if (repeats.length > 0) {
      rows.push(...repeatRows(cell, [score, ...repeats.map((draw) => measure({ ...cell, draw }, context))]));
    }
  }
  for (const join of [0.7, 0.5]) {
    for (const cell of cells) rows.push(...joinRows({ ...cell, join }, measure({ ...cell, join }, context)));
  }
  return rows;
}

function listCells(quick: boolean): readonly PowerOptions[] {
  const bases: readonly BaseName[] = ["B", "A"];
  return bases.flatMap((base) =>
    powerGrid.jitterS
      .filter((jitterS) => !quick || jitterS === 60)
      .flatMap((jitterS) =>
        powerGrid.camouflagePercent.map((camouflagePercent) => ({ base, jitterS, camouflagePercent })),
      ),
  );
}

function measure(cell: PowerOptions, context: Context): PowerScore {
  const score = runPower(cell);
  const numbers = `recall ${score.recall.toFixed(3)}, precision ${score.precision.toFixed(3)}`;
  context.progress(`${describeCell(cell)}, join ${cell.join ?? 1}, draw ${cell.draw ?? 1}: ${numbers}`);
  return score;
}

function scoreRows(cell: PowerOptions, score: PowerScore): readonly Measurement[] {
  const flagged = score.found + score.falseDecoys + score.falseBackground;
  const targets = findTargets(cell);
  const line = {
    table: `Base ${cell.base}, beside the peers (recall / precision)`,
    what: describeCell(cell),
    data: describeData(cell),
    seed: "draw 1",
    beside: describePeers(cell.base, cell.jitterS, cell.camouflagePercent),
  };
  return [
    {
      ...line,
      metric: "recall",
      value: score.recall,
      interval: shareInterval(score.found, 435),
      ...(targets === null ? {} : { target: targets.recall }),
    },
    {
      ...line,
      metric: "precision",
      value: score.precision,
      interval: flagged === 0 ? null : shareInterval(score.found, flagged),
      ...(targets === null ? {} : { target: targets.precision }),
    },
    { ...line, metric: "decoys flagged", value: score.falseDecoys, interval: null },
    { ...line, metric: "others flagged", value: score.falseBackground, interval: null },
  ];
}

/** What the project set out to reach; at 6 h and 90% the figure is stated without one. */
function findTargets(cell: PowerOptions): { readonly recall: Target; readonly precision: Target } | null {
  const isLong = cell.jitterS > 600;
  if (cell.camouflagePercent <= 50) {
    return isLong
      ? { recall: atLeast(0.8), precision: atLeast(0.95) }
      : { recall: atLeast(0.98), precision: atLeast(0.99) };
  }
  if (isLong) return null;
  return cell.jitterS <= 60
    ? { recall: atLeast(0.95), precision: atLeast(0.95) }
    : { recall: atLeast(0.8), precision: atLeast(0.9) };
}

function groupRows(cell: PowerOptions, score: PowerScore): readonly Measurement[] {
  return Object.entries(score.recallOf).map(([group, recall]) => ({
    table: `Base ${cell.base}, recall by group (accounts x events)`,
    what: describeCell(cell),
    metric: group,
    value: recall,
    interval: null,
    data: describeData(cell),
    seed: "draw 1",
  }));
}

function repeatRows(cell: PowerOptions, scores: readonly PowerScore[]): readonly Measurement[] {
  const metrics = [
    ["recall", scores.map((score) => score.recall)],
    ["precision", scores.map((score) => (Number.isNaN(score.precision) ? 0 : score.precision))],
  ] as const;
  return metrics.map(([metric, values]) => ({
    table: `Base ${cell.base}, mean of ${scores.length} draws`,
    what: describeCell(cell),
    metric,
    value: values.reduce((sum, value) => sum + value, 0) / values.length,
    interval: meanInterval(values),
    data: describeData(cell),
    seed: `draws 1–${scores.length}`,
  }));
}

function joinRows(cell: PowerOptions, score: PowerScore): readonly Measurement[] {
  const line = {
    table: `Members join each action with probability ${cell.join}`,
    what: `base ${cell.base}, ${describeCell(cell)}`,
    data: describeData(cell),
    seed: "draw 1",
    ...(cell.join === 0.5 && cell.camouflagePercent === 0
      ? { beside: "prototype, half skipped, 10–100 accounts: 0.40–0.97 on 5 events, 0.90–1.00 on 10" }
      : {}),
  };
  return [
    { ...line, metric: "recall", value: score.recall, interval: shareInterval(score.found, 435) },
    { ...line, metric: "precision", value: score.precision, interval: null },
    ...["10x5", "30x5", "100x5", "10x10", "30x10", "100x10"].map((group) => ({
      ...line,
      metric: group,
      value: score.recallOf[group],
      interval: null,
    })),
  ];
}

function describeCell(cell: PowerOptions): string {
  const jitter = cell.jitterS >= 3600 ? `${cell.jitterS / 3600} h` : `${cell.jitterS} s`;
  return `${jitter}, ${cell.camouflagePercent}% camouflage`;
}

function describeData(cell: PowerOptions): string {
  return `weibo_reposts, base ${cell.base}`;
}

function parsePowerOptions(args: readonly string[]): PowerOptions {
  const text = { type: "string" } as const;
  const options = { base: text, jitter: text, camouflage: text, join: text, draw: text };
  const { values } = parseArgs({ args: [...args], options });
  return {
    base: values.base === "A" ? "A" : "B",
    jitterS: Number(values.jitter ?? 60),
    camouflagePercent: Number(values.camouflage ?? 50),
    join: Number(values.join ?? 1),
    draw: Number(values.draw ?? 1),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.stdout.write(describeScore(runPower(parsePowerOptions(process.argv.slice(2)))));
}

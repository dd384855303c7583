import type { Action, ObjectKind } from "@breakwater/records";
import type { LayerName } from "@breakwater/engine";
import { type Columns, takeFirst } from "../data/columns.ts";
import { loadGerman, loadRussian } from "../data/unlabelled.ts";
import type { Benchmark, Context, Measurement } from "../harness/benchmark.ts";
import { createRandom } from "../stats/random.ts";
import { addRun, calibrationRows, createTally } from "./calibration-rows.ts";
import { detect, toActions } from "./detect.ts";
import { swapAccounts } from "./swap.ts";

const stratumMs = 6 * 3_600_000;
const attemptsPerRow = 10;

export const calibrationB: Benchmark = {
  name: "calibration-b",
  title: "Calibration B: accounts swapped inside time strata",
  method:
    "First actions of each account on each object; rows of the same 6 hours (and of the same platform) exchange accounts, 10 attempted swaps a row: every account's activity and every object's " +
    "rhythm are kept per stratum, who met whom is chance. The modalities of german_elections are swapped apart and judged together. Bound as in calibration A.",
  needs: ["german_elections", "russian_coord_tweets"],
  run: async (context) => {
    const german = loadGerman();
    return [
      ...runSwaps(context, {
        what: "german_elections: URL, hashtag, media",
        data: "german_elections",
        platformChars: 3,
        layers: ["url", "hashtag", "media"],
        parts: [
          // Repeats first folded: dealt to many accounts, one account's five posts in a second would be made-up lockstep.
          { rows: takeFirst(german.url), kind: "url" },
          { rows: takeFirst(german.hashtag), kind: "hashtag" },
          { rows: takeFirst(german.media), kind: "media" },
        ],
      }),
      ...runSwaps(context, {
        what: "russian_coord_tweets: reposts",
        data: "russian_coord_tweets",
        platformChars: 0,
        layers: ["repost"],
        parts: [{ rows: takeFirst(loadRussian()), kind: "post" }],
      }),
    ];
  },
};

type Plan = {
  readonly what: string;
  readonly data: string;
  readonly layers: readonly LayerName[];
  /** How many leading characters of an account name its platform. */
  readonly platformChars: number;
  readonly parts: readonly { readonly rows: Columns; readonly kind: ObjectKind }[];
};

function runSwaps(context: Context, plan: Plan): readonly Measurement[] {
  const runs = context.quick ? 5 : 200;
  const tally = createTally();
  for (let run = 1; run <= runs; run++) {
    const findings = detect(swapParts(plan, run), { layers: plan.layers, selection: { kind: "none" } });
    addRun(tally, findings);
    context.progress(`${plan.what}: ${tally.runsWithGroup} of ${run} runs with a group`);
  }
  return calibrationRows({ what: plan.what, data: plan.data }, tally);
}

function swapParts(plan: Plan, seed: number): readonly Action[] {
  const random = createRandom(seed);
  return plan.parts.flatMap(({ rows, kind }, part) => {
    const stratumOf = (row: number): string =>
      `${rows.account[row].slice(0, plan.platformChars)} ${Math.floor(rows.at[row] / stratumMs)}`;
    const swapped = swapAccounts(rows, { stratumOf, attemptsPerRow, random });
    return toActions(swapped, kind).map((action) => ({ ...action, id: `${part}-${action.id}` }));
  });
}

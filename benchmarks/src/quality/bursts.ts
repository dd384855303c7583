import { atLeast, atMost, type Benchmark, type Context, type Measurement, type Target } from "../harness/benchmark.ts";
import { medianOf } from "../stats/intervals.ts";
import { loadEphemeral, overlayWeibo, toVariant, type BurstStream, type StreamPost } from "./bursts-data.ts";
import { flagFixed, flagLive, scoreFlags, type BurstScore } from "./bursts-score.ts";

const seeds = [1, 2, 3];
/** Rising demands on what is flagged, to meet the fixed rule at its own recall. */
const oddsSteps = [10, 15, 30, 100, 300, 1000, 3000, 10_000, 100_000];

export const bursts: Benchmark = {
  name: "bursts",
  title: "Lockstep bursts, found live",
  method:
    "Accounts that post fake trends in waves (one week of May 2022), among their own ordinary posts. Account and time alone are read. " +
    "A post counts as flagged once any alert names it; waves, dilution, jitter and delay as defined for the peers; posts of one second are fed in order of id. " +
    "Beside it the fixed rule: five accounts within ten seconds. Over Weibo: the busiest weeks of reposts moved by whole weeks onto the same week, all counted as ordinary.",
  needs: ["ephemeral_bursts", "weibo_reposts"],
  run: async (context) => {
    const posts = loadEphemeral();
    return [...measureOverlay(posts, context), ...measureVariants(posts, context)];
  },
};

function measureOverlay(posts: readonly StreamPost[], context: Context): readonly Measurement[] {
  const whole = toVariant(posts, { oneIn: 1, jitterSeconds: 0, seed: 1 });
  const ranks = context.quick ? [0] : [0, 1, 2];
  const streams = ranks.map((rank) => overlayWeibo(whole, rank));
  return toLines({
    table: "Over Weibo's rhythm",
    what: "all posts, no jitter",
    data: "ephemeral_bursts over the busiest weeks of weibo_reposts",
    seed: `weeks ${ranks.map((rank) => rank + 1).join(", ")}`,
    streams,
    targets: {
      precision: atLeast(0.99),
      recall: atLeast(0.97),
      delaySeconds: atMost(5),
      delayPosts: atMost(6),
    },
  });
}

function measureVariants(posts: readonly StreamPost[], context: Context): readonly Measurement[] {
  const used = context.quick ? seeds.slice(0, 1) : seeds;
  return [1, 10, 50].flatMap((oneIn) =>
    [0, 600, 1800].flatMap((jitterSeconds) => {
      const what = `${oneIn === 1 ? "all" : `1 in ${oneIn}`} kept, ${jitterSeconds / 60} min`;
      context.progress(what);
      const streams = used.map((seed) => toVariant(posts, { oneIn, jitterSeconds, seed }));
      const line = { table: "Diluted and jittered", what, data: "ephemeral_bursts", seed: used.join(", ") };
      return [...toLines({ ...line, streams, targets: {} }), ...compareAtEqualRecall(streams, line)];
    }),
  );
}

const columns: readonly (readonly [keyof BurstScore, string])[] = [
  ["precision", "precision"],
  ["recall", "recall"],
  ["ordinaryFlagged", "ordinary posts flagged"],
  ["wavesMissed", "waves missed"],
  ["delaySeconds", "median delay, s"],
  ["delayPosts", "median delay, posts"],
];

type Line = { readonly table: string; readonly what: string; readonly data: string; readonly seed: string };

function toLines(
  given: Line & {
    readonly streams: readonly BurstStream[];
    readonly targets: Partial<Record<keyof BurstScore, Target>>;
  },
): readonly Measurement[] {
  const { streams, targets, ...line } = given;
  const live = streams.map((stream) => scoreFlags(stream, flagLive(stream.posts)));
  const fixed = streams.map((stream) => scoreFlags(stream, flagFixed(stream.posts)));
  return columns.map(([key, metric]) => {
    const target = targets[key];
    return {
      ...line,
      metric,
      value: medianOf(live.map((score) => score[key])),
      interval: null,
      beside: `fixed rule ${medianOf(fixed.map((score) => score[key])).toFixed(4)}`,
      ...(target === undefined ? {} : { target }),
    };
  });
}

/** Ordinary posts flagged when no more of the attack is found than the fixed rule finds. */
function compareAtEqualRecall(streams: readonly BurstStream[], line: Line): readonly Measurement[] {
  const pairs = streams.map((stream) => {
    const fixed = scoreFlags(stream, flagFixed(stream.posts));
    const stricter = oddsSteps
      .map((oddsMin) => scoreFlags(stream, flagLive(stream.posts, { oddsMin })))
      .filter((score) => score.recall >= fixed.recall);
    return { fixed: fixed.ordinaryFlagged, live: Math.min(...stricter.map((score) => score.ordinaryFlagged)) };
  });
  const rival = medianOf(pairs.map((pair) => pair.fixed));
  return [
    {
      ...line,
      metric: "ordinary posts flagged at the fixed rule's recall or more",
      value: medianOf(pairs.map((pair) => pair.live)),
      interval: null,
      target: atMost(rival),
      beside: `fixed rule ${rival.toFixed(4)}`,
    },
  ];
}

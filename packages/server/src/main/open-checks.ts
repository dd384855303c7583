import { openActionLogReader } from "../actions/sqlite-action-log-reader.ts";
import type { IngestDeps } from "../actions/ingest/ingest-actions.ts";
import { appendOne } from "../actions/ingest/append-one.ts";
import { createPostChecker, type PostChecker } from "../claims/check/check-post.ts";
import type { Matcher } from "../claims/check/matcher.ts";
import { createDoorSamples } from "../claims/samples/door-samples.ts";
import { createLogTail } from "../claims/samples/log-tail.ts";
import { replay } from "../claims/samples/replay.ts";
import type { Caller } from "../http/route.ts";
import type { Notice } from "../state/outbox.ts";
import type { Setup } from "./setup.ts";

export type ChecksParts = {
  readonly matcher: Matcher;
  /** Lets the matcher take in what changed in the registry. */
  readonly refresh: () => Promise<void>;
  readonly ingest: IngestDeps;
  readonly now: () => number;
  readonly onFailure: (error: unknown) => void;
};

export type Checks = {
  readonly checker: PostChecker;
  readonly hear: (notice: Notice) => void;
  readonly close: () => void;
};

/** Records of the log that samples are made of again at a start; older posts no longer count in them. */
const replayedRecords = 50_000;
const followEveryMs = 250;

/** The check before publication: claims are another thread's, samples are kept here, made of the newest part of the action log. */
export async function openChecks(
  { layout }: Setup,
  { matcher, refresh, ingest, now, onFailure }: ChecksParts,
): Promise<Checks> {
  const samples = createDoorSamples();
  const reader = openActionLogReader(layout.actions);
  const latest = await reader.latest();
  replay(samples, await reader.read(Math.max(0, latest - replayedRecords), replayedRecords), { now });
  const tail = createLogTail({ reader, samples, from: latest });
  // What comes in beside checks counts in samples a little later; a check with `insert` counts at once.
  const following = setInterval(() => void tail.catchUp().catch(onFailure), followEveryMs);
  const checker = createPostChecker({
    matcher,
    samples,
    appendOne: (caller, value, at) => appendOne(ingest, { source: sourceOf(caller), value, at }),
    sourceOf,
    now,
  });
  return {
    checker,
    hear: ({ kind }) => {
      if (kind.startsWith("claim.")) void refresh().catch(onFailure);
    },
    close: () => {
      clearInterval(following);
      reader.close();
    },
  };
}

/** Actions are kept under the name of their token; people have none, and send none. */
function sourceOf(caller: Caller): string {
  return caller.kind === "token" ? caller.name : "";
}

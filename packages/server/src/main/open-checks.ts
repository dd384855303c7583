import { openActionLogReader } from "../actions/sqlite-action-log-reader.ts";
import type { IngestDeps } from "../actions/ingest/ingest-actions.ts";
import { appendOne } from "../actions/ingest/append-one.ts";
import { createPostChecker, type PostChecker } from "../claims/check/check-post.ts";
import { openClaimFollower } from "../claims/check/claim-follower.ts";
import { createIndexFile } from "../claims/check/index-file.ts";
import { createDoorSamples } from "../claims/samples/door-samples.ts";
import { createLogTail } from "../claims/samples/log-tail.ts";
import { replay } from "../claims/samples/replay.ts";
import type { Caller } from "../http/route.ts";
import type { Notice } from "../state/outbox.ts";
import type { RemoteServices } from "../threads/remote.ts";
import type { LogServices } from "./log-side.ts";
import type { Setup } from "./setup.ts";

export type ChecksParts = {
  readonly log: RemoteServices<LogServices>;
  readonly ingest: IngestDeps;
  readonly now: () => number;
  readonly onFailure: (error: unknown) => void;
};

export type Checks = {
  readonly checker: PostChecker;
  readonly hear: (notice: Notice) => void;
  readonly close: () => Promise<void>;
};

/** Records of the log that samples are made of again at a start; older posts no longer count in them. */
const replayedRecords = 50_000;
const followEveryMs = 250;

/** The check before publication: claims and samples in memory, made of the registry and of the newest part of the action log. */
export async function openChecks({ layout }: Setup, { log, ingest, now, onFailure }: ChecksParts): Promise<Checks> {
  const follower = await openClaimFollower({ source: log.claims, file: createIndexFile(layout.claimIndex) });
  const samples = createDoorSamples();
  const reader = openActionLogReader(layout.actions);
  const latest = await reader.latest();
  replay(samples, await reader.read(Math.max(0, latest - replayedRecords), replayedRecords), { now });
  const tail = createLogTail({ reader, samples, from: latest });
  // What comes in beside checks counts in samples a little later; a check with `insert` counts at once.
  const following = setInterval(() => void tail.catchUp().catch(onFailure), followEveryMs);
  const checker = createPostChecker({
    claims: follower.checker,
    samples,
    appendOne: (caller, value, at) => appendOne(ingest, { source: sourceOf(caller), value, at }),
    sourceOf,
    now,
  });
  return {
    checker,
    hear: ({ kind }) => {
      if (kind.startsWith("claim.")) void follower.refresh().catch(onFailure);
    },
    close: async () => {
      clearInterval(following);
      reader.close();
      await follower.save();
    },
  };
}

/** Actions are kept under the name of their token; people have none, and send none. */
function sourceOf(caller: Caller): string {
  return caller.kind === "token" ? caller.name : "";
}

// The matcher's thread: holds the registry's index, and says what posts have to do with it.
import { parentPort, workerData, type MessagePort } from "node:worker_threads";
import { openClaimFollower, type ClaimSource } from "../claims/check/claim-follower.ts";
import { createIndexFile } from "../claims/check/index-file.ts";
import { createMatcher } from "../claims/check/matcher.ts";
import { offer, reach } from "../threads/remote.ts";
import type { MatcherServices } from "./matcher-services.ts";
import type { Setup } from "./setup.ts";
import { openWorld, type ClockShift } from "./world.ts";

export type MatcherThreadData = {
  readonly setup: Setup;
  /** To the log thread, which holds the registry. */
  readonly logLine: MessagePort;
  readonly clockShift: ClockShift | null;
};

if (parentPort === null) throw new Error("This is a thread of the service; start the service instead.");
const { setup, logLine, clockShift } = workerData as MatcherThreadData;
const follower = await openClaimFollower({
  source: reach<{ readonly claims: ClaimSource }>(logLine).services.claims,
  file: createIndexFile(setup.layout.claimIndex),
});
const services: MatcherServices = {
  matcher: createMatcher({ claims: follower.checker, now: openWorld(clockShift).now }),
  registry: { refresh: follower.refresh, close: follower.save },
};
const { tell } = offer(parentPort, services);
tell("ready", null);

import type { Action } from "@breakwater/records";
import type { DemoCommunity } from "./community.ts";

export type FeedOptions = {
  /** Where the API is: `http://127.0.0.1:8710`. */
  readonly url: string;
  readonly token: string;
  readonly now: () => number;
  /** Ends early, without an error, where the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: FeedProgress) => void;
  /** Once everything that happened before now has been taken in. */
  readonly onCaughtUp: () => void;
};

export type FeedProgress = {
  readonly sent: number;
  readonly phase: "past" | "live";
  /** Told once for each time that the service could not be reached or had no room. */
  readonly retryMs?: number;
};

const batchActions = 2000;
const tickMs = 1000;
const retryMsMax = 30_000;

/**
 * Plays a community to the service as a platform would: what happened before at once, then each action when its time has come. What was
 * sent before is recognised by the service, so that the whole may be played again after a restart.
 */
export async function feedCommunity(community: DemoCommunity, options: FeedOptions): Promise<void> {
  const { now, sleep, signal, onProgress } = options;
  let sent = 0;
  let isCaughtUp = false;
  let batch: Action[] = [];
  const flush = async (phase: FeedProgress["phase"]): Promise<void> => {
    if (batch.length === 0) return;
    await send(batch, options, (retryMs) => onProgress({ sent, phase, retryMs }));
    sent += batch.length;
    batch = [];
    onProgress({ sent, phase });
  };
  const catchUp = (): void => {
    if (!isCaughtUp && !signal.aborted) options.onCaughtUp();
    isCaughtUp = true;
  };
  for (const action of community.actions()) {
    if (action.at > now()) await flush(action.at >= community.liveAt ? "live" : "past");
    if (action.at > now()) catchUp();
    while (action.at > now() && !signal.aborted) await sleep(Math.min(tickMs, action.at - now()), signal);
    if (signal.aborted) return;
    batch.push(action);
    if (batch.length >= batchActions) await flush("past");
  }
  await flush("live");
  catchUp();
}

async function send(batch: readonly Action[], options: FeedOptions, onRetry: (ms: number) => void): Promise<void> {
  const { url, token, sleep, signal } = options;
  const body = batch.map((action) => `${JSON.stringify(action)}\n`).join("");
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/x-ndjson" };
  for (let wait = 500; !signal.aborted; wait = Math.min(wait * 2, retryMsMax)) {
    const answer = await fetch(`${url}/v1/actions`, { method: "POST", headers, body, signal }).catch(() => null);
    if (answer?.ok === true) {
      await answer.arrayBuffer();
      return;
    }
    const told = await answer?.text().catch(() => "");
    if (answer !== null && !isWorthRetrying(answer.status)) {
      throw new Error(`The service refused the demo community's actions (${answer.status}): ${told?.slice(0, 300)}`);
    }
    onRetry(wait);
    await sleep(wait, signal);
  }
}

function isWorthRetrying(status: number): boolean {
  return status === 429 || status >= 500;
}

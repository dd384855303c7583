import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Config } from "../config/schema.ts";
import type { RunningService } from "../main/start-service.ts";
import { createDemoCommunity } from "./community.ts";
import { importDemoRegistry } from "./demo-registry.ts";
import { feedCommunity, type FeedProgress } from "./feed.ts";

export type DemoEvent =
  | ({ readonly kind: "progress" } & FeedProgress)
  | { readonly kind: "begun" }
  | { readonly kind: "live" }
  /** A real platform sends already: nothing made up is mixed into it. */
  | { readonly kind: "connected" }
  | { readonly kind: "stopped"; readonly reason: string };

const tokenName = "demo-community";
const operator = { kind: "operator", id: null } as const;

/** Judged every half minute over all that it did, by detectors that need not observe first: nobody is harmed by a made-up lead. */
export function toDemoConfig(config: Config): Config {
  return {
    ...config,
    detection: { ...config.detection, epoch_minutes: 0.5, window_days: 14, observe_days: 0 },
    retention: { ...config.retention, actions_days: 90 },
  };
}

/** Plays the demo community to a service through its API, until the signal aborts or its time is over. A restart goes on where it was. */
export async function runDemoCommunity(
  service: RunningService,
  {
    folder,
    signal,
    tell,
  }: { readonly folder: string; readonly signal: AbortSignal; readonly tell: (event: DemoEvent) => void },
): Promise<void> {
  if (await isConnected(service)) {
    tell({ kind: "connected" });
    return;
  }
  tell({ kind: "begun" });
  const { liveAt, seed } = readStart(join(folder, "demo.json"));
  const community = createDemoCommunity(liveAt, seed);
  const token = await issueToken(service);
  let isLive = false;
  try {
    await importDemoRegistry({ url: service.url, token, signal });
    await feedCommunity(community, {
      url: service.url,
      token,
      now: Date.now,
      sleep: async (ms, aborted) => {
        if (!isLive && Date.now() >= liveAt) {
          isLive = true;
          tell({ kind: "live" });
        }
        await wait(ms, undefined, { signal: aborted }).catch(() => undefined);
      },
      signal,
      onProgress: (progress) => tell({ kind: "progress", ...progress }),
    });
    if (!signal.aborted) tell({ kind: "stopped", reason: "its week is over" });
  } catch (error) {
    tell({ kind: "stopped", reason: error instanceof Error ? error.message : String(error) });
  }
}

/** When life begins: a little after the first start, so that the past is loaded by then. The same in later runs on the same data. */
function readStart(path: string): { readonly liveAt: number; readonly seed: number } {
  if (!existsSync(path)) writeFileSync(path, JSON.stringify({ liveAt: Date.now() + 20_000, seed: 7 }));
  return JSON.parse(readFileSync(path, "utf8")) as { liveAt: number; seed: number };
}

async function isConnected({ access }: RunningService): Promise<boolean> {
  const tokens = await access.listTokens({ after: "", limit: 1000 });
  return tokens.some(
    ({ name, revokedAt, scopes }) => name !== tokenName && revokedAt === null && scopes.includes("actions:write"),
  );
}

/** A new secret at each start, under the same name: what was sent before is recognised by the name of its source. */
async function issueToken({ access }: RunningService): Promise<string> {
  const at = Date.now();
  for (const { id, name, revokedAt } of await access.listTokens({ after: "", limit: 1000 })) {
    if (name === tokenName && revokedAt === null) await access.revokeToken({ id, actor: operator, at });
  }
  const input = { name: tokenName, scopes: ["actions:write", "claims:write"], expiresInDays: null } as const;
  const made = await access.createToken({ ...input, actor: operator, at });
  if (!made.ok) throw new Error("The demo community got no token.");
  return made.value.secret;
}

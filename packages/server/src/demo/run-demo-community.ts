import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { createSite } from "../access/site.ts";
import type { Config } from "../config/schema.ts";
import type { RunningService } from "../main/start-service.ts";
import { createDemoCommunity, type DemoCommunity } from "./community.ts";
import { isConnected, issueToken, pointWebhook } from "./connect-platform.ts";
import { createDemoApi, type DemoApi } from "./demo-api.ts";
import { openDemoFile, type DemoFile } from "./demo-file.ts";
import { feedCommunity, type FeedProgress } from "./feed.ts";
import { offerAdministration } from "./offer-administration.ts";
import { catchUp } from "./platform/carry-out.ts";
import { openDemoPlatform } from "./platform/demo-platform.ts";
import { createDemoStaff } from "./staff.ts";
import { demoPartner } from "./story/desks.ts";
import type { Post } from "./story/hands.ts";
import { playStory } from "./story/play-story.ts";
import { storyWords } from "./story/words.ts";

export type DemoEvent =
  | ({ readonly kind: "progress" } & FeedProgress)
  | { readonly kind: "begun" }
  /** Where whoever tries it signs in as the demo's people and reads what accounts were told. The address is the key. */
  | { readonly kind: "open"; readonly url: string }
  /** The service is reached from elsewhere, where nobody is signed in by the loopback: the community comes without its people. */
  | { readonly kind: "unstaffed"; readonly setupLink: string | null }
  | { readonly kind: "filled" }
  | { readonly kind: "live" }
  /** A real platform sends already: nothing made up is mixed into it. */
  | { readonly kind: "connected"; readonly setupLink: string | null }
  | { readonly kind: "stopped"; readonly reason: string }
  /** A part of the story broke off; the rest goes on. */
  | { readonly kind: "trouble"; readonly reason: string };

export type DemoOptions = {
  readonly folder: string;
  readonly language: "en" | "zh-Hans";
  /** Where its platform listens, if nobody has it; 0: anywhere. */
  readonly platformPort: number;
  readonly signal: AbortSignal;
  readonly tell: (event: DemoEvent) => void;
};

/** Judged every half minute over all that it did, by detectors that need not observe first: nobody is harmed by a made-up lead. */
export function toDemoConfig(config: Config): Config {
  const { notices, webhooks, casework, ledger, storage } = config;
  return {
    ...config,
    ledger: { ...ledger, publish_folder: ledger.publish_folder ?? join(storage.data, "published") },
    detection: { ...config.detection, epoch_minutes: 0.5, window_days: 14, observe_days: 0 },
    retention: { ...config.retention, actions_days: 90 },
    reports: { ...config.reports, public: true },
    casework: { ...casework, partner_desks: [...new Set([...casework.partner_desks, demoPartner])] },
    webhooks: { ...webhooks, allowed_hosts: [...webhooks.allowed_hosts, "127.0.0.1"] },
    notices: {
      dispute_body: notices.dispute_body || "The made-up dispute body of the demo",
      court: notices.court || "The made-up court of the demo",
    },
  };
}

/**
 * Connects the demo's community to a service, through its API, until the signal aborts or its time is over: a platform that sends what its
 * accounts do and carries out what it is asked, and the operator's people with their cases. A restart goes on where it was.
 */
export async function runDemoCommunity(service: RunningService, options: DemoOptions): Promise<void> {
  const { folder, signal, tell } = options;
  const { access, url, publicUrl } = service;
  if (await isConnected(access)) {
    tell({ kind: "connected", setupLink: await offerAdministration(service, Date.now()) });
    return;
  }
  tell({ kind: "begun" });
  const file = openDemoFile(join(folder, "demo.json"), Date.now());
  const community = createDemoCommunity(file.liveAt, file.seed);
  const token = await issueToken(access);
  const api = createDemoApi({ url, signal, headers: async () => ({ authorization: `Bearer ${token}` }) });
  const feeding = { service, token, options, file };
  try {
    if (createSite(publicUrl).isSecure) {
      tell({ kind: "unstaffed", setupLink: await offerAdministration(service, Date.now()) });
      await feed(community, feeding, () => undefined);
    } else {
      await runStaffed(community, { ...feeding, api });
    }
  } catch (error) {
    if (!signal.aborted) tell({ kind: "stopped", reason: toReason(error) });
  }
}

/** With the platform that carries out what is decided, and the people who decide. */
async function runStaffed(
  community: DemoCommunity,
  { api, ...feeding }: Feeding & { readonly api: DemoApi },
): Promise<void> {
  const { service, options, file } = feeding;
  const { access, url, publicUrl } = service;
  const { language, platformPort, signal, tell } = options;
  const staff = createDemoStaff({ access, url, publicUrl, language, now: Date.now, signal });
  const fail = (error: unknown): void => {
    if (!signal.aborted) tell({ kind: "trouble", reason: toReason(error) });
  };
  const platform = await openDemoPlatform({
    port: platformPort,
    key: randomBytes(16).toString("base64url"),
    api,
    staff,
    consoleUrl: new URL("/console/", publicUrl).href,
    isOpen: async () => !(await isConnected(access)),
    now: Date.now,
    onFailure: fail,
  });
  try {
    platform.trust(await pointWebhook(api, platform.hookUrl));
    tell({ kind: "open", url: platform.toPageUrl(new URL(publicUrl).hostname) });
    await catchUp(api);
    const hands = { as: staff.as, platform: api, url, publicUrl, words: storyWords[language], signal };
    // What people do is of today: it would end the epochs of a past that is still on its way.
    let fed = Promise.resolve();
    const past = new Promise<void>((resolve) => (fed = feed(community, feeding, resolve)));
    await Promise.race([past, fed]);
    const story = playStory(
      { ...hands, posts: listPosts(community), liveAt: file.liveAt },
      { isBegun: file.isBegun, onBegun: file.noteBegun, onFailure: (_, error) => fail(error) },
    ).then(() => tell({ kind: "filled" }), fail);
    await Promise.all([fed, story]);
    // What people decide is carried out as long as the demo runs, also when the community has nothing more to say.
    await untilAborted(signal);
  } finally {
    await platform.close();
  }
}

type Feeding = {
  readonly service: RunningService;
  readonly token: string;
  readonly options: DemoOptions;
  readonly file: DemoFile;
};

async function feed(
  community: DemoCommunity,
  { service, token, options, file }: Feeding,
  onCaughtUp: () => void,
): Promise<void> {
  const { signal, tell } = options;
  let isLive = false;
  await feedCommunity(community, {
    url: service.url,
    token,
    now: Date.now,
    sleep: async (ms, aborted) => {
      if (!isLive && Date.now() >= file.liveAt) {
        isLive = true;
        tell({ kind: "live" });
      }
      await wait(ms, undefined, { signal: aborted }).catch(() => undefined);
    },
    signal,
    onProgress: (progress) => tell({ kind: "progress", ...progress }),
    onCaughtUp,
  });
  if (!signal.aborted) tell({ kind: "stopped", reason: "its week is over" });
}

/** The newest post of each account before life begins, in the order of the accounts' first. */
function listPosts({ actions, liveAt }: DemoCommunity): ReadonlyMap<string, Post> {
  const found = new Map<string, Post>();
  for (const { id, account, at, kind, text } of actions()) {
    if (at >= liveAt) break;
    if (kind === "post" && text !== undefined) found.set(account, { id, account, at, text });
  }
  return found;
}

async function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
}

function toReason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

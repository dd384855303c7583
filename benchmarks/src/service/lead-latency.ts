import { loadavg } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import type { Action } from "@breakwater/records";
import { createSimulation } from "@breakwater/simulator";
import { atLeast, atMost, type Benchmark } from "../harness/benchmark.ts";
import { listenToEvents } from "./events-client.ts";
import { createPoster, quantile } from "./http-lines.ts";
import { waitForJudge } from "./ingest.ts";
import { inScratchFolder, startServiceProcess, type ServiceProcess } from "./service-process.ts";

const epochMs = 10_000;
const dayMs = 86_400_000;
const pastDays = 14;
/** Actions of the past: with more of them a judgement takes longer. */
const history = Number(process.env["BENCH_HISTORY"] ?? 20_000);
/** A campaign begins so often, and is over by then. */
const everyMs = 30_000;
const batchMax = 2000;

type SeenLead = { readonly latencyMs: number; readonly epochEnd: number };

export const serviceLeadLatency: Benchmark = {
  name: "service-lead-latency",
  title: "Service: from the end of an epoch until its lead is heard of",
  method:
    `A simulated community with ${history.toLocaleString("en-US")} actions of ${pastDays} days behind it, played live over HTTP; a copy-paste campaign begins every ${everyMs / 1000} s. Epochs of ${epochMs / 1000} s, a window of ${pastDays} days. ` +
    "Latency: from the end of the epoch in which the group was found until `lead.opened` is seen on /v1/events. Half a second of it is the wait for what is still on its way. The client stands on the same two cores.",
  needs: [],
  isTimed: true,
  run: ({ quick, progress }) =>
    inScratchFolder(async (folder) => {
      const campaigns = quick ? 5 : 20;
      const service = await startServiceProcess(folder, {
        detection: {
          epoch_minutes: epochMs / 60_000,
          window_days: pastDays,
          observe_days: 0,
          leads_per_day: 1000,
        },
        retention: { actions_days: 30 },
      });
      try {
        const listening = new AbortController();
        const leads: SeenLead[] = [];
        const kinds = ["lead.opened", "lead.learning"];
        const listener = listenToEvents({ ...service, kinds }, listening.signal, ({ data, seenAt }) => {
          void findEpochEnd(service, data).then((epochEnd) => {
            if (epochEnd === null || epochEnd < liveAt) return;
            leads.push({ latencyMs: seenAt - epochEnd, epochEnd });
            progress(`a lead ${((seenAt - epochEnd) / 1000).toFixed(2)} s after its epoch`);
          });
        });
        const liveAt = Date.now() + 20_000 + (quick ? 0 : 10_000);
        const loads = await play(service, { liveAt, campaigns });
        await waitForJudge(service, 60_000);
        await wait(2 * epochMs);
        const judge = await service.judge(60_000);
        listening.abort();
        await listener;
        const latencies = leads.map(({ latencyMs }) => latencyMs);
        const row = {
          table: "Lead latency",
          what: `${judge?.offset.toLocaleString("en-US") ?? "?"} records in the window, load ${loads.toFixed(1)} on 2 cores`,
          data: "simulator",
          seed: "11",
          interval: null,
        };
        return [
          { ...row, metric: "campaigns", value: campaigns },
          { ...row, metric: "leads", value: leads.length, target: atLeast(campaigns) },
          { ...row, metric: "p50 s", value: quantile(latencies, 0.5) / 1000 },
          { ...row, metric: "p95 s", value: quantile(latencies, 0.95) / 1000, target: atMost(2) },
          { ...row, metric: "last judgement s", value: (judge?.judgedInMs ?? Number.NaN) / 1000 },
        ];
      } finally {
        await service.stop();
      }
    }),
};

type Plan = { readonly liveAt: number; readonly campaigns: number };

/** Sends the past at once and what is to come at its time. Resolves with the mean load of the machine meanwhile. */
async function play(service: ServiceProcess, { liveAt, campaigns }: Plan): Promise<number> {
  const liveMs = campaigns * everyMs + epochMs;
  const simulation = createSimulation({
    seed: 11,
    startAt: liveAt - pastDays * dayMs,
    // A scenario begins when it is told to only where much of the period lies behind it.
    days: pastDays + 3,
    actions: Math.round((history * (pastDays + 3)) / pastDays),
    scenarios: Array.from({ length: campaigns }, (_, i) => ({
      scenario: "copy_paste_hype",
      beginAt: liveAt + i * everyMs + 3000,
      spreadDays: 15_000 / dayMs,
      jitterMs: 4000,
    })),
  });
  const poster = createPoster(service.url, service.token, 2);
  const loads: number[] = [];
  let batch: Action[] = [];
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    const body = batch.map((action) => `${JSON.stringify(action)}\n`).join("");
    batch = [];
    const answer = await poster.post("/v1/actions", "application/x-ndjson", body);
    if (answer.status >= 300) throw new Error(`${answer.status}: ${answer.body.slice(0, 300)}`);
  };
  for (const action of simulation.actions()) {
    if (action.at > liveAt + liveMs) break;
    if (action.at > Date.now()) {
      await flush();
      await wait(Math.max(0, action.at - Date.now()));
      loads.push(loadavg()[0] ?? 0);
    }
    batch.push(action);
    if (batch.length >= batchMax) await flush();
  }
  await flush();
  poster.close();
  return loads.reduce((sum, load) => sum + load, 0) / loads.length;
}

/** End of the epoch in which the lead's group was found last: asked at once, that is the one that opened it. */
async function findEpochEnd(
  { url, token }: ServiceProcess,
  data: Readonly<Record<string, unknown>>,
): Promise<number | null> {
  const group = typeof data["group"] === "string" ? data["group"] : null;
  if (group === null) throw new Error(`A lead without its group: ${JSON.stringify(data)}`);
  const response = await fetch(`${url}/v1/groups/${group}`, { headers: { authorization: `Bearer ${token}` } });
  if (!response.ok) throw new Error(`/v1/groups said ${response.status}.`);
  const { lastEpoch } = (await response.json()) as { readonly lastEpoch: number | string };
  return new Date(lastEpoch).getTime();
}

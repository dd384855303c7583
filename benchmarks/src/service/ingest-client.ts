// A platform that sends actions as fast as it is let, or at a rate; prints JSON at its end.
//   node benchmarks/src/service/ingest-client.ts URL TOKEN SECONDS CONNECTIONS [ACTIONS-PER-SECOND] [SEED]
import { setTimeout as wait } from "node:timers/promises";
import { createActionMaker } from "./make-actions.ts";
import { createPoster, quantile } from "./http-lines.ts";

export type IngestReport = {
  readonly stored: number;
  readonly refused: number;
  readonly seconds: number;
  readonly perS: number;
  readonly pushedBack: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Actions stored in each ten seconds: whether the pace held. */
  readonly pace: readonly number[];
};

const [url = "", token = "", seconds = "10", connections = "4", rate = "0", seed = "1"] = process.argv.slice(2);
const batch = 500;
const make = createActionMaker(Number(seed));
const poster = createPoster(url, token, Number(connections));
const began = performance.now();
const endsAt = began + Number(seconds) * 1000;
const perMs = Number(rate) / 1000;
const times: number[] = [];
const pace: number[] = [];
let [stored, refused, pushedBack, planned] = [0, 0, 0, 0];

const work = async (): Promise<void> => {
  while (performance.now() < endsAt) {
    if (perMs > 0) {
      const dueIn = planned / perMs - (performance.now() - began);
      planned += batch;
      if (dueIn > 0) await wait(dueIn);
    }
    const body = make(batch, Date.now());
    for (;;) {
      const answer = await poster.post("/v1/actions", "application/x-ndjson", body);
      if (answer.status === 429 || answer.status === 503) {
        pushedBack += 1;
        await wait(Math.max(50, answer.retryAfter * 1000));
        continue;
      }
      if (answer.status >= 300) throw new Error(`${answer.status}: ${answer.body.slice(0, 300)}`);
      const told = JSON.parse(answer.body) as { accepted: number; refused: number };
      stored += told.accepted;
      refused += told.refused;
      times.push(answer.ms);
      const slot = Math.floor((performance.now() - began) / 10_000);
      pace[slot] = (pace[slot] ?? 0) + told.accepted;
      break;
    }
  }
};
await Promise.all(Array.from({ length: Number(connections) }, work));
poster.close();
const took = (performance.now() - began) / 1000;
const report: IngestReport = {
  stored,
  refused,
  seconds: took,
  perS: stored / took,
  pushedBack,
  p50Ms: quantile(times, 0.5),
  p99Ms: quantile(times, 0.99),
  pace,
};
process.stdout.write(JSON.stringify(report));

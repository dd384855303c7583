// A platform that asks for checks as fast as it is answered; prints JSON at its end.
//   node benchmarks/src/service/check-client.ts URL TOKEN SECONDS CONNECTIONS POSTS.json
import { readFileSync } from "node:fs";
import { createPoster, quantile } from "./http-lines.ts";

export type CheckReport = {
  readonly checks: number;
  readonly late: number;
  readonly perS: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
};

const [url = "", token = "", seconds = "10", connections = "16", file = ""] = process.argv.slice(2);
const bodies = (JSON.parse(readFileSync(file, "utf8")) as readonly string[]).map((text) => JSON.stringify({ text }));
const poster = createPoster(url, token, Number(connections));
const began = performance.now();
const endsAt = began + Number(seconds) * 1000;
const times: number[] = [];
let [late, next] = [0, 0];

const work = async (): Promise<void> => {
  while (performance.now() < endsAt) {
    const body = bodies[next++ % bodies.length] ?? "";
    const answer = await poster.post("/v1/check", "application/json", body);
    if (answer.status !== 200) throw new Error(`${answer.status}: ${answer.body.slice(0, 300)}`);
    if (answer.body.includes('"late":true')) late += 1;
    times.push(answer.ms);
  }
};
await Promise.all(Array.from({ length: Number(connections) }, work));
poster.close();
const report: CheckReport = {
  checks: times.length,
  late,
  perS: times.length / ((performance.now() - began) / 1000),
  p50Ms: quantile(times, 0.5),
  p99Ms: quantile(times, 0.99),
};
process.stdout.write(JSON.stringify(report));

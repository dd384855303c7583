// A platform that does everything at once at a steady rate; prints JSON at its end.
//   node benchmarks/src/service/soak-client.ts URL TOKEN SECONDS
import { request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { createActionMaker } from "./make-actions.ts";
import { createPoster } from "./http-lines.ts";

export type SoakReport = {
  readonly actions: number;
  readonly checks: number;
  readonly changes: number;
  readonly events: number;
  readonly pushedBack: number;
  readonly ingestMs: readonly number[];
  readonly checkMs: readonly number[];
  readonly changeMs: readonly number[];
  /** The first hundred. */
  readonly errors: readonly string[];
};

const [url = "", token = "", seconds = "120"] = process.argv.slice(2);
const streams = 50;
const batch = 100;
const make = createActionMaker(1);
const poster = createPoster(url, token, 16);
const endsAt = performance.now() + Number(seconds) * 1000;
const [ingestMs, checkMs, changeMs]: [number[], number[], number[]] = [[], [], []];
const errors: string[] = [];
let [actions, checks, changes, events, pushedBack] = [0, 0, 0, 0, 0];

const note = (what: string, error: unknown): void => {
  if (errors.length < 100) errors.push(`${what}: ${String(error).slice(0, 300)}`);
};

/** So many times a second, never two at a time in one lane; what is late is made up for. */
async function runLane(perS: number, work: (turn: number) => Promise<void>): Promise<void> {
  const began = performance.now();
  for (let turn = 0; performance.now() < endsAt; turn++) {
    const dueIn = began + (turn * 1000) / perS - performance.now();
    if (dueIn > 0) await wait(dueIn);
    await work(turn).catch((error: unknown) => note("no answer", error));
  }
}

async function ingest(): Promise<void> {
  const answer = await poster.post("/v1/actions", "application/x-ndjson", make(batch, Date.now()));
  ingestMs.push(answer.ms);
  if (answer.status === 429 || answer.status === 503) {
    pushedBack += 1;
    await wait(Math.max(50, answer.retryAfter * 1000));
  } else if (answer.status !== 200) note("actions", `${answer.status} ${answer.body}`);
  else actions += (JSON.parse(answer.body) as { readonly accepted: number }).accepted;
}

async function check(turn: number): Promise<void> {
  const text = `People say that the bridge number ${turn % 977} is closed from tomorrow on.`;
  const answer = await poster.post("/v1/check", "application/json", JSON.stringify({ text }));
  checkMs.push(answer.ms);
  if (answer.status === 200) checks += 1;
  else note("check", `${answer.status} ${answer.body}`);
}

/** Every action but those of batches that were pushed back is known by its number. */
async function change(turn: number): Promise<void> {
  const began = performance.now();
  const id = `1-${turn * 150 + 1}`;
  const method = turn % 3 === 0 ? "DELETE" : "PATCH";
  const body = method === "PATCH" ? { body: JSON.stringify({ text: `Edited ${turn}` }) } : {};
  const headers = {
    authorization: `Bearer ${token}`,
    ...(method === "PATCH" && { "content-type": "application/json" }),
  };
  const answer = await fetch(`${url}/v1/actions/drill/${id}`, { method, headers, ...body });
  await answer.arrayBuffer();
  changeMs.push(performance.now() - began);
  if (answer.status === 204) changes += 1;
  else if (answer.status !== 404 || pushedBack === 0) note("change", answer.status);
}

function openStream(): { readonly close: () => void } {
  const sent = request(`${url}/v1/events`, { headers: { authorization: `Bearer ${token}` } }, (response) => {
    if (response.statusCode !== 200) note("stream", response.statusCode);
    response.setEncoding("utf8").on("data", (part: string) => (events += part.split("\nevent: ").length - 1));
    response.on("error", () => undefined);
    // A stream lives a quarter of an hour; then its client comes back.
    response.on("end", () => {
      if (performance.now() < endsAt) open.push(openStream());
    });
  });
  sent.on("error", (error) => performance.now() < endsAt && note("stream", error));
  sent.end();
  return { close: () => sent.destroy() };
}

const open: { readonly close: () => void }[] = [];
for (let i = 0; i < streams; i++) open.push(openStream());
await Promise.all([
  runLane(5, ingest),
  runLane(5, ingest),
  ...Array.from({ length: 4 }, () => runLane(25, check)),
  wait(3000).then(() => runLane(5, change)),
]);
for (const stream of open) stream.close();
poster.close();
const report: SoakReport = { actions, checks, changes, events, pushedBack, ingestMs, checkMs, changeMs, errors };
process.stdout.write(JSON.stringify(report));

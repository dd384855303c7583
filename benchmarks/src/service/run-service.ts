// The real service in a process of its own; prints one JSON line {url, token, readyMs, readyCpuMs} and then answers each line on its standard input:
// `memory` {rss, …}, `settled` the same once all heaps are collected, `judge` what the judge says. Ends on SIGTERM.
//   node benchmarks/src/service/run-service.ts FOLDER [CONFIG-JSON]
import { createInterface } from "node:readline";
import { destination, pino } from "pino";
import { defaultConfig, startService, type Config } from "@breakwater/server/service";
import { collectGarbage } from "./collect-garbage.ts";
import type { ConfigChanges, Memory } from "./service-process.ts";

const startedAt = Date.now() - performance.now();
const [folder = "", changes = "{}"] = process.argv.slice(2);
const config = mergeConfig(defaultConfig(folder), JSON.parse(changes) as ConfigChanges);
const service = await startService(config, pino({ level: "warn" }, destination({ dest: 2, sync: true })));
const readyMs = (await fetch(`${service.url}/readyz`)).status === 200 ? Date.now() - startedAt : Number.NaN;
const readyCpu = process.cpuUsage();
const made = await service.access.createToken({
  name: "bench",
  scopes: ["actions:write", "check", "events:read", "groups:read", "leads:read"],
  expiresInDays: null,
  actor: { kind: "operator", id: null },
  at: Date.now(),
});
if (!made.ok) throw new Error("The service gave no token.");
say({ url: service.url, token: made.value.secret, readyMs, readyCpuMs: (readyCpu.user + readyCpu.system) / 1000 });

const lines = createInterface({ input: process.stdin });
lines.on("line", (line) => {
  if (line === "memory") void readMemory().then((memory) => say({ memory }));
  else if (line === "settled") void collectGarbage().then(async () => say({ settled: await readMemory() }));
  else if (line === "judge") void service.judgeStatus().then((judge) => say({ judge }));
});
process.once("SIGTERM", () => {
  lines.close();
  void service.close().then(() => process.exit(0));
});
const failure = await service.failed;
process.stderr.write(`${failure.message}\n`);
process.exit(1);

async function readMemory(): Promise<Memory> {
  const threads = await Promise.all(
    Object.entries(service.memories).map(async ([name, read]) => [name, await read()] as const),
  );
  return { ...process.memoryUsage(), cpu: process.cpuUsage(), threads: Object.fromEntries(threads) };
}

function mergeConfig(base: Config, { service: at = {}, detection = {}, retention = {} }: ConfigChanges): Config {
  return {
    ...base,
    service: { ...base.service, port: 0, requests_per_minute: 10_000_000, ...at },
    detection: { ...base.detection, ...detection },
    retention: { ...base.retention, ...retention },
  };
}

function say(value: object): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

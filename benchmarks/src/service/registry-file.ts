import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defaultConfig } from "@breakwater/server/service";
import { fillRegistry } from "@breakwater/server/service/filling";
import { measureProgram } from "../speed/measure.ts";
import { startServiceProcess } from "./service-process.ts";

const work = fileURLToPath(new URL("../claims/speed-work.ts", import.meta.url));

/** Fills a service with the registry of `claims-speed`, its index saved as a stop saves it. */
export async function fillWithClaims(folder: string): Promise<{ readonly entries: number; readonly posts: string }> {
  const file = join(folder, "registry.bw");
  await measureProgram([work, "write", file]);
  const outcome = await fillRegistry(defaultConfig(folder), { bytes: readFileSync(file), at: Date.now() });
  if (!outcome.ok) throw new Error(`The registry was not taken in: ${outcome.refusal}.`);
  const first = await startServiceProcess(folder);
  await first.stop();
  return { entries: outcome.report.added, posts: `${file}.posts.json` };
}

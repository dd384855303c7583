import { cpSync, existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defaultConfig } from "@breakwater/server/service";
import { fillRegistry } from "@breakwater/server/service/filling";
import { measureProgram } from "../speed/measure.ts";
import { inScratchFolder, startServiceProcess } from "./service-process.ts";

const work = fileURLToPath(new URL("../claims/speed-work.ts", import.meta.url));
/** Changes whenever what is made would be another. */
const version = 3;
const postsFile = "registry.bw.posts.json";

/**
 * Fills a service with the registry of `claims-speed`, its index saved as a stop saves it. Takes minutes, and is remembered in the system's
 * temporary folder. Resolves with the file of posts to ask about.
 */
export async function fillWithClaims(folder: string): Promise<string> {
  const kept = join(keptFolder(), `service-registry-v${version}`);
  if (!existsSync(kept)) {
    await inScratchFolder(async (scratch) => {
      await fill(scratch);
      const draft = `${kept}.${process.pid}`;
      cpSync(scratch, draft, { recursive: true });
      renameSync(draft, kept);
    });
  }
  cpSync(kept, folder, { recursive: true });
  return join(folder, postsFile);
}

/** What takes long to make is kept here, outside of the working copy. */
export function keptFolder(): string {
  const folder = join(tmpdir(), `breakwater-benchmarks-${process.getuid?.() ?? "user"}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

async function fill(folder: string): Promise<void> {
  const file = join(folder, "registry.bw");
  await measureProgram([work, "write", file]);
  await fillRegistry(defaultConfig(folder), { bytes: readFileSync(file), at: Date.now() });
  const first = await startServiceProcess(folder);
  await first.stop();
}

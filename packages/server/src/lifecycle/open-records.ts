import { existsSync } from "node:fs";
import type { Logger } from "pino";
import type { Config } from "../config/schema.ts";
import { toLayout } from "../main/layout.ts";
import { openLogSide } from "../main/log-side.ts";
import { takeLock } from "../main/process-lock.ts";
import { readSealKey } from "../main/seal-key.ts";
import { openWorld } from "../main/world.ts";
import type { Lifecycle } from "./create-lifecycle.ts";
import { LifecycleFailure } from "./lifecycle-failure.ts";

export type OpenedRecords = Pick<Lifecycle, "desk" | "retention"> & { readonly close: () => Promise<void> };

/**
 * What is kept of accounts, without the service, which must not run: the same holders in this process, nothing that answers, judges or
 * watches the clock. Throws a `LockedError` where the service runs, a `LifecycleFailure` where there is no data.
 */
export async function openRecords(config: Config, logger: Logger): Promise<OpenedRecords> {
  const layout = toLayout(config.storage);
  // Nothing is to be made where nothing is.
  if (!existsSync(layout.state)) throw new LifecycleFailure("no_data", { path: layout.data });
  if (!existsSync(layout.sealKey)) throw new LifecycleFailure("no_keys", { path: layout.keys });
  const world = openWorld();
  const lock = takeLock(layout.lock);
  try {
    // Of what is opened only links to pages need an address, and none is made here.
    const publicUrl = config.service.public_url ?? "http://127.0.0.1";
    const setup = { config, layout, publicUrl, sealKey: readSealKey(layout.sealKey, world.randomBytes) };
    const side = await openLogSide(setup, world, logger);
    const { records: desk, retention } = side.services;
    const close = async (): Promise<void> => {
      await side.close();
      lock.release();
    };
    return { desk, retention, close };
  } catch (error) {
    lock.release();
    throw error;
  }
}

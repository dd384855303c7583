import type { DatabaseSync } from "node:sqlite";
import { readFileSync } from "node:fs";
import { ConfigError } from "../config/read-config.ts";
import type { Config } from "../config/schema.ts";
import type { OpenedLedger } from "../ledger/open-ledger-at.ts";
import { parseCertificates } from "../ledger/timestamps/pem.ts";
import { createGuardedPost } from "../ledger/witnesses/guarded-post.ts";
import { createWitnessKeeper, type WitnessKeeper } from "../ledger/witnesses/keep-witnesses.ts";
import {
  createAddressPlace,
  createAuthorityPlace,
  createFolderPlace,
  type WitnessPlace,
} from "../ledger/witnesses/witness-place.ts";
import { createSqliteWitnessStore } from "../ledger/witnesses/witness-store.ts";
import type { Transactor } from "../state/transactor.ts";
import type { World } from "./world.ts";

type Parts = {
  readonly transactor: Transactor;
  readonly opened: Pick<OpenedLedger, "ledger" | "store">;
  readonly config: Config["ledger"];
  readonly world: World;
};

const minuteMs = 60_000;
const hourMs = 3_600_000;

/** The places outside that get each new checkpoint. Throws a `ConfigError` where what they need cannot be read. */
export async function openWitnesses(db: DatabaseSync, parts: Parts): Promise<WitnessKeeper> {
  const { transactor, opened, world } = parts;
  const store = createSqliteWitnessStore(db);
  const places = listPlaces(parts);
  await transactor.run(() => store.keepOnly(places));
  return createWitnessKeeper({ transactor, store, places, checkpoint: () => opened.ledger.checkpoint(), ...world });
}

function listPlaces({ opened: { store }, config, world }: Parts): readonly WitnessPlace[] {
  const post = openPost(config.allowed_hosts);
  const roots = config.timestamp_roots_file === undefined ? "" : readRoots(config.timestamp_roots_file);
  const stamping = { store, post, everyMs: config.timestamp_hours * hourMs, now: world.now };
  const { publish_folder: folder } = config;
  return [
    ...config.witnesses.map((url) => createAddressPlace(url, { post, everyMs: config.witness_minutes * minuteMs })),
    ...config.timestamp_urls.map((url, number) => createAuthorityPlace({ url, roots }, { ...stamping, number })),
    ...(folder === undefined ? [] : [createFolderPlace(folder, { store, everyMs: minuteMs })]),
  ];
}

function openPost(allowedHosts: readonly string[]): ReturnType<typeof createGuardedPost> {
  try {
    return createGuardedPost(allowedHosts);
  } catch (error) {
    throw error instanceof RangeError ? new ConfigError([`ledger.allowed_hosts: ${error.message}`]) : error;
  }
}

function readRoots(file: string): string {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new ConfigError([`ledger.timestamp_roots_file: ${file} cannot be read.`]);
  }
  if ((parseCertificates(text) ?? []).length > 0) return text;
  throw new ConfigError([`ledger.timestamp_roots_file: ${file} holds no certificate in PEM.`]);
}

import type { ledgerWitnessKinds } from "@breakwater/contract";
import { parseCheckpoint } from "@breakwater/ledger";
import { toOutsideUrl } from "../../config/outside-url.ts";
import type { Post } from "../../webhooks/sender.ts";
import { LedgerFailure } from "../ledger-failure.ts";
import { paths } from "../paths.ts";
import type { LogStore } from "../ports/log-store.ts";
import { keepTimestamp } from "../timestamps/kept-timestamps.ts";
import { requestTimestamp, type TimestampAuthority } from "../timestamps/request-timestamp.ts";
import { publishLog } from "./publish-log.ts";

export type WitnessKind = (typeof ledgerWitnessKinds)[number];

/** Somewhere outside that is to have each new checkpoint. */
export type WitnessPlace = {
  readonly kind: WitnessKind;
  /** Which of its kind, as people may see it. */
  readonly address: string;
  /** Behind one checkpoint the next waits as long, ms: a checkpoint binds those before it. */
  readonly everyMs: number;
  /** Hands the checkpoint over. Gives why it was not taken, as a word; null where it was. Never throws for what the world does. */
  readonly give: (checkpoint: Uint8Array, signal: AbortSignal) => Promise<string | null>;
};

/** Somebody who keeps what is posted to them: with a status of 2xx they say that they have it. */
export function createAddressPlace(
  url: string,
  { post, everyMs }: { readonly post: Post; readonly everyMs: number },
): WitnessPlace {
  const headers = { "content-type": "text/plain; charset=utf-8" };
  const give: WitnessPlace["give"] = async (checkpoint, signal) =>
    (await post({ url, headers, body: checkpoint }, signal)).fault;
  return { kind: "address", address: toOutsideUrl(url), everyMs, give };
}

export type AuthorityOptions = {
  readonly store: LogStore;
  /** Its place in the configuration, from 0: stamps are kept under it. */
  readonly number: number;
  readonly post: Post;
  readonly everyMs: number;
  readonly now: () => number;
};

/** A timestamp authority. Its answers are kept beside the log, and go into bundles. */
export function createAuthorityPlace(
  authority: TimestampAuthority,
  { store, number, post, everyMs, now }: AuthorityOptions,
): WitnessPlace {
  const give: WitnessPlace["give"] = async (checkpoint, signal) => {
    const size = parseCheckpoint(checkpoint)?.size;
    if (size === undefined) throw new RangeError("What is to be stamped is no checkpoint.");
    // The process may have ended between keeping a stamp and noting it; a second one would have other bytes.
    if ((await store.objects.get(`${paths.timestampOf(size, number)}.tsr`)) !== null) return null;
    const answer = await requestTimestamp(checkpoint, authority, { post, now: now(), signal });
    if (!answer.ok) return answer.fault;
    const { response, chain } = answer;
    return findFailure(() => keepTimestamp(store.objects, { size, authority: number, checkpoint, response, chain }));
  };
  return { kind: "timestamp", address: toOutsideUrl(authority.url), everyMs, give };
}

/** A folder that a web server publishes. */
export function createFolderPlace(
  folder: string,
  { store, everyMs }: Pick<AuthorityOptions, "store" | "everyMs">,
): WitnessPlace {
  return { kind: "folder", address: folder, everyMs, give: () => findFailure(() => publishLog(store, folder)) };
}

async function findFailure(work: () => Promise<unknown>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof LedgerFailure) return error.code;
    throw error;
  }
}

import { createHash } from "node:crypto";
import { toBase64 } from "@breakwater/ledger";
import {
  proveLedgerConsistency,
  readLedgerCheckpoint,
  readLedgerEntry,
  readLedgerEntryProof,
  readLedgerKeys,
  readLedgerTile,
  readLedgerTile2,
  readLedgerTile3,
  readLedgerTile4,
  readLedgerTrust,
} from "@breakwater/contract";
import { toEtag } from "../http/etag.ts";
import { HttpError } from "../http/http-error.ts";
import { bindRoute, type BoundRoute, type RouteAnswer } from "../http/route.ts";
import type { LedgerReading } from "./ledger-reading.ts";

export function createLedgerRoutes({ ledger }: { readonly ledger: LedgerReading }): readonly BoundRoute[] {
  const publish = async (path: string): Promise<RouteAnswer> => {
    const found = await ledger.published(path);
    if (found === null) throw new HttpError("not_found");
    const { bytes, contentType, isImmutable } = found;
    const etag = toEtag(createHash("sha256").update(bytes).digest("base64url").slice(0, 22));
    const headers = { ...(isImmutable ? forever : briefly), etag, "content-type": contentType };
    return { body: Buffer.from(bytes), headers };
  };
  const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");
  return [
    bindRoute(readLedgerCheckpoint, () => publish("checkpoint")),
    ...[readLedgerTile, readLedgerTile2, readLedgerTile3, readLedgerTile4].map((route) =>
      bindRoute(route, ({ params: { level, ...segments } }) =>
        publish(["tile", level, ...Object.values(segments)].join("/")),
      ),
    ),
    bindRoute(readLedgerTrust, ({ params }) => publish(`trust/${params.name}`)),
    bindRoute(readLedgerKeys, async () => {
      const found = await ledger.keys();
      if (found === null) throw new HttpError("not_found", "There is no ledger yet.");
      const keys = found.keys.map(({ key, from, proof }) => ({
        key,
        from,
        proof: proof === null ? null : text(proof),
      }));
      return { body: { origin: found.origin, keys }, headers: briefly };
    }),
    bindRoute(readLedgerEntry, async ({ params, query }) => {
      const found = await ledger.entry(params.sequence, query.size ?? null);
      if (found === null) throw new HttpError("not_found", "The log does not have this entry at this size.");
      const body = {
        sequence: found.sequence,
        entry: toBase64(found.entry),
        size: found.size,
        proof: found.proof.map(toBase64),
        checkpoint: found.checkpoint === null ? null : text(found.checkpoint),
      };
      // What is proven for a stated size never changes, but for the checkpoint beside it.
      return { body, headers: query.size !== undefined && found.checkpoint === null ? forever : briefly };
    }),
    bindRoute(readLedgerEntryProof, async ({ params }) => {
      const found = await ledger.entryProof(params.sequence);
      if (found === null) throw new HttpError("not_found", "The log does not have this entry.");
      return { body: Buffer.from(found), headers: { ...briefly, "content-type": "text/plain; charset=utf-8" } };
    }),
    bindRoute(proveLedgerConsistency, async ({ query: { from, to } }) => {
      const found = await ledger.consistency(from, to ?? null);
      if (found === null)
        throw new HttpError("not_found", "The log has no such sizes, or the older is not the smaller.");
      const body = { from, to: found.to, proof: found.proof.map(toBase64) };
      return { body, headers: to === undefined ? briefly : forever };
    }),
  ];
}

/** A tile, once it is there, has these bytes for good. */
const forever = { "cache-control": "public, max-age=31536000, immutable", "access-control-allow-origin": "*" } as const;
/** A page of anybody's may check the log, hence `*`: nothing here depends on who asks. */
const briefly = { "cache-control": "public, max-age=1", "access-control-allow-origin": "*" } as const;

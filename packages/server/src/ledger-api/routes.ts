import { createHash } from "node:crypto";
import { parseCheckpoint, toBase64, toUtf8 } from "@breakwater/ledger";
import {
  exportLedgerBundle,
  listLedgerEntries,
  listLedgerWitnesses,
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
import { z } from "zod";
import { parseCursor, toCursor } from "../http/cursor.ts";
import { toEtag } from "../http/etag.ts";
import { HttpError } from "../http/http-error.ts";
import { bindRoute, type BoundRoute, type RouteAnswer } from "../http/route.ts";
import type { WitnessKeeper } from "../ledger/witnesses/keep-witnesses.ts";
import type { LedgerReading } from "./ledger-reading.ts";

export type LedgerRoutesDeps = { readonly ledger: LedgerReading; readonly witnesses: Pick<WitnessKeeper, "list"> };

export function createLedgerRoutes({ ledger, witnesses }: LedgerRoutesDeps): readonly BoundRoute[] {
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
      if (found === null) throw new HttpError("not_found", { code: "ledger_empty" });
      const keys = found.keys.map(({ key, from, proof }) => ({
        key,
        from,
        proof: proof === null ? null : text(proof),
      }));
      return { body: { origin: found.origin, keys }, headers: briefly };
    }),
    bindRoute(listLedgerEntries, async ({ query: { cursor, limit, size = null } }) => {
      const before = parseCursor(cursor, z.int().min(0)) ?? null;
      const found = await ledger.entries({ before, limit, size });
      if (found === null) throw new HttpError("not_found", { code: "ledger_size_unknown" });
      const items = found.items.map(({ sequence, entry, proof }) => ({
        sequence,
        entry: toBase64(entry),
        proof: proof.map(toBase64),
      }));
      const last = items.at(-1)?.sequence ?? 0;
      return { body: { items, size: found.size, nextCursor: last === 0 ? null : toCursor(last) }, headers: briefly };
    }),
    bindRoute(readLedgerEntry, async ({ params, query }) => {
      const found = await ledger.entry(params.sequence, query.size ?? null);
      if (found === null) throw new HttpError("not_found", { code: "ledger_entry_unknown" });
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
      if (found === null) throw new HttpError("not_found", { code: "ledger_entry_unknown" });
      return { body: Buffer.from(found), headers: { ...briefly, "content-type": "text/plain; charset=utf-8" } };
    }),
    bindRoute(proveLedgerConsistency, async ({ query: { from, to } }) => {
      const found = await ledger.consistency(from, to ?? null);
      if (found === null) throw new HttpError("not_found", { code: "ledger_sizes_unknown" });
      const body = { from, to: found.to, proof: found.proof.map(toBase64) };
      return { body, headers: to === undefined ? briefly : forever };
    }),
    bindRoute(listLedgerWitnesses, async () => {
      const note = await ledger.published("checkpoint");
      const size = note === null ? 0 : (parseCheckpoint(note.bytes)?.size ?? 0);
      const items = (await witnesses.list()).map(({ kind, address, nextAt, ...state }) => ({
        ...state,
        kind,
        address: kind === "folder" ? null : address,
        nextAt: state.failures > 0 ? nextAt : null,
      }));
      return { body: { items, size }, headers: { "cache-control": "no-store" } };
    }),
    bindRoute(exportLedgerBundle, async ({ body: { sequences, older } }) => {
      const bundle = await ledger.bundle({ sequences: [...new Set(sequences)], older: older.map(toUtf8) });
      if (bundle === "unknown_entry") throw new HttpError("not_found", { code: "ledger_entry_unknown" });
      if (bundle === "unknown_checkpoint") {
        const faults = [{ pointer: "/body/older", message: "A checkpoint is none that this log went through." }];
        throw new HttpError("invalid_request", "", { faults });
      }
      const headers = {
        "cache-control": "no-store",
        "content-type": "application/zip",
        "content-disposition": 'attachment; filename="evidence.zip"',
      };
      return { body: Buffer.from(bundle), headers };
    }),
  ];
}

/** A tile, once it is there, has these bytes for good. */
const forever = { "cache-control": "public, max-age=31536000, immutable", "access-control-allow-origin": "*" } as const;
/** A page of anybody's may check the log, hence `*`: nothing here depends on who asks. */
const briefly = { "cache-control": "public, max-age=1", "access-control-allow-origin": "*" } as const;

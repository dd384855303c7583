import { z } from "zod";
import { instant } from "../common.ts";
import { defineRoute, type Route } from "../route.ts";

const size = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const hash = z.base64().length(44);

/** All of this is computed from what is public: whoever is outside must be able to check without our leave. */
const common = { method: "GET", access: "public", tag: "ledger", status: 200 } as const;

export const readLedgerCheckpoint = defineRoute({
  ...common,
  id: "readLedgerCheckpoint",
  path: "/v1/ledger/checkpoint",
  summary:
    "The newest checkpoint: a C2SP signed note. Keep it; whoever holds one is a witness of all that stands below it.",
  responseType: "text/plain; charset=utf-8",
  errors: ["not_found"],
});

const segment = z.string().regex(/^(?:x?\d{3}(?:\.p)?|\d{1,3})$/);
const level = z.string().regex(/^(?:entries|\d{1,2})$/);
const tile = {
  ...common,
  summary:
    "A tile of the log (C2SP tlog-tiles, under the prefix `/v1/ledger`): 256 hashes, or entries under `tile/entries`. It never changes.",
  responseType: "application/octet-stream",
  errors: ["not_found"],
} as const;

/** One route for each length of path that a tile may have: up to 10^9 tiles of a level, and a partial one's width. */
export const readLedgerTile = defineRoute({
  ...tile,
  id: "readLedgerTile",
  path: "/v1/ledger/tile/{level}/{a}",
  params: z.object({ level, a: segment }),
});
export const readLedgerTile2 = defineRoute({
  ...tile,
  id: "readLedgerTile2",
  path: "/v1/ledger/tile/{level}/{a}/{b}",
  params: z.object({ level, a: segment, b: segment }),
});
export const readLedgerTile3 = defineRoute({
  ...tile,
  id: "readLedgerTile3",
  path: "/v1/ledger/tile/{level}/{a}/{b}/{c}",
  params: z.object({ level, a: segment, b: segment, c: segment }),
});
export const readLedgerTile4 = defineRoute({
  ...tile,
  id: "readLedgerTile4",
  path: "/v1/ledger/tile/{level}/{a}/{b}/{c}/{d}",
  params: z.object({ level, a: segment, b: segment, c: segment, d: segment }),
});

export const readLedgerTrust = defineRoute({
  ...common,
  id: "readLedgerTrust",
  path: "/v1/ledger/trust/{name}",
  summary: "`first`: the key that the log began with. A sequence: the proof that this entry rotated the key.",
  params: z.object({ name: z.string().regex(/^(?:first|\d{1,16})$/) }),
  responseType: "text/plain; charset=utf-8",
  errors: ["not_found"],
});

export const ledgerKeys = z
  .object({
    /** Which log: the first line of each checkpoint. */
    origin: z.string(),
    /** Verifier keys (C2SP signed-note) in the order in which they signed. The last signs now. */
    keys: z.array(
      z.object({
        key: z.string(),
        /** It signs checkpoints of this size and above; the checkpoint of this very size is signed by the key before it too. */
        from: z.int().min(0),
        /** C2SP tlog-proof of the entry that named it; null for the first. */
        proof: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "LedgerKeys" });

export const readLedgerKeys = defineRoute({
  ...common,
  id: "readLedgerKeys",
  path: "/v1/ledger/keys",
  summary: "The keys that sign the checkpoints, and the proof of each rotation.",
  response: ledgerKeys,
  errors: ["not_found"],
});

export const ledgerEntry = z
  .object({
    sequence: z.int().min(0),
    /** The leaf's bytes, canonical JSON, base64. Facts in the clear and the commitment of a payload; never the payload. */
    entry: z.base64(),
    /** Size of the tree that the proof leads to. */
    size: z.int().min(1),
    /** RFC 6962 inclusion proof, the leaf's sibling first. */
    proof: z.array(hash),
    /** The note of that size where it is the newest; else null: the proof is for the checkpoint that you hold. */
    checkpoint: z.string().nullable(),
  })
  .meta({ id: "LedgerEntry" });

export const listLedgerEntries = defineRoute({
  ...common,
  id: "listLedgerEntries",
  path: "/v1/ledger/entries",
  summary: "Entries, the newest first, each with the proof that it is in the log of one size.",
  query: z.strictObject({
    /** What `nextCursor` said; left out for the newest. */
    cursor: z.string().max(512).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(25),
    /** Size of the checkpoint that you hold; the newest unless stated. */
    size: size.optional(),
  }),
  response: z
    .object({
      items: z.array(ledgerEntry.omit({ size: true, checkpoint: true })),
      /** Size of the tree that every proof leads to. */
      size: z.int().min(0),
      nextCursor: z.string().nullable(),
    })
    .meta({ id: "LedgerEntryPage" }),
  errors: ["not_found"],
});

export const readLedgerEntry = defineRoute({
  ...common,
  id: "readLedgerEntry",
  path: "/v1/ledger/entries/{sequence}",
  summary: "An entry and the proof that it is in the log.",
  params: z.object({ sequence: size }),
  query: z.strictObject({
    /** Size of the checkpoint that you hold; the newest unless stated. */
    size: size.optional(),
  }),
  response: ledgerEntry,
  errors: ["not_found"],
});

export const readLedgerEntryProof = defineRoute({
  ...common,
  id: "readLedgerEntryProof",
  path: "/v1/ledger/entries/{sequence}/proof",
  summary: "The proof with the newest checkpoint in one text: C2SP tlog-proof.",
  params: z.object({ sequence: size }),
  responseType: "text/plain; charset=utf-8",
  errors: ["not_found"],
});

export const ledgerConsistency = z
  .object({ from: z.int().min(1), to: z.int().min(1), proof: z.array(hash) })
  .meta({ id: "LedgerConsistency" });

export const proveLedgerConsistency = defineRoute({
  ...common,
  id: "proveLedgerConsistency",
  path: "/v1/ledger/proofs/consistency",
  summary: "RFC 6962 consistency proof: the log at size `to` begins with the whole of what it was at size `from`.",
  query: z.strictObject({
    from: size.min(1),
    /** The newest size unless stated. */
    to: size.min(1).optional(),
  }),
  response: ledgerConsistency,
  errors: ["not_found"],
});

/** `address`: keeps what is posted to it. `timestamp`: an authority (RFC 3161). `folder`: what a web server publishes. */
export const ledgerWitnessKinds = ["address", "timestamp", "folder"] as const;

export const ledgerWitness = z
  .object({
    kind: z.enum(ledgerWitnessKinds).meta({ id: "LedgerWitnessKind" }),
    /** Without what may follow a question mark; null of a folder, which is nobody's business over the network. */
    address: z.string().nullable(),
    /** Size of the newest checkpoint that it took; null where it never took one. */
    size: z.int().min(1).nullable(),
    takenAt: instant.nullable(),
    /** How often in a row it has taken none since. */
    failures: z.int().min(0),
    /** In all. */
    failed: z.int().min(0),
    /** Why the last try came to nothing, as a code word. */
    fault: z.string().nullable(),
    /** When it is tried again, after a failure; null where there is nothing to try. */
    nextAt: instant.nullable(),
  })
  .meta({ id: "LedgerWitness" });

export const listLedgerWitnesses = defineRoute({
  id: "listLedgerWitnesses",
  method: "GET",
  path: "/v1/ledger/witnesses",
  access: "ledger:read",
  tag: "ledger",
  summary: "Where checkpoints go by themselves, what each place has, and how often it took none.",
  status: 200,
  response: z
    .object({ items: z.array(ledgerWitness), /** Of the log now. */ size: z.int().min(0) })
    .meta({ id: "LedgerWitnesses" }),
});

const bundledMax = 1000;

/** Takes what is public, but the work of it is for those who are known. */
export const exportLedgerBundle = defineRoute({
  id: "exportLedgerBundle",
  method: "POST",
  path: "/v1/ledger/bundles",
  access: "ledger:read",
  tag: "ledger",
  summary:
    "An evidence bundle of some entries, without their payloads: a zip that anybody can verify offline. Payloads come by `breakwater export-evidence` alone.",
  body: z
    .strictObject({
      sequences: z.array(z.int().min(0)).min(1).max(bundledMax),
      /** Checkpoints that readers may hold: the bundle proves that the log still begins with each. Signed notes. */
      older: z.array(z.string().max(65_536)).max(4).default([]),
    })
    .meta({ id: "LedgerBundleRequest" }),
  bodyBytesMax: 512 * 1024,
  status: 200,
  responseType: "application/zip",
  errors: ["invalid_request", "not_found"],
});

export const ledgerRoutes: readonly Route[] = [
  readLedgerCheckpoint,
  readLedgerTile,
  readLedgerTile2,
  readLedgerTile3,
  readLedgerTile4,
  readLedgerTrust,
  readLedgerKeys,
  listLedgerEntries,
  readLedgerEntry,
  readLedgerEntryProof,
  proveLedgerConsistency,
  listLedgerWitnesses,
  exportLedgerBundle,
];

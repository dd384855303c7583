import { join } from "node:path";
import {
  parseBase64,
  parseCheckpoint,
  parseEntryBundle,
  parseLogProof,
  tileWidth,
  tileWidthAt,
  toTilePath,
  toUtf8,
} from "@breakwater/ledger";
import {
  createLogAudit,
  findConsistencyFault,
  findInclusionFault,
  hashLeaf,
  openCheckpoint,
  parseVerifierKey,
  verifyBundle,
} from "@breakwater/ledger/verifier";
import { ledgerRoutes } from "@breakwater/contract";
import { afterEach, describe, expect, it } from "vitest";
import { asToken, openTestFront, type TestFront } from "../http/testing/test-front.ts";
import { createSigningKey } from "../ledger/keys/signing-keys.ts";
import { primitives, sha256 } from "../ledger/primitives.ts";
import { makeScratch, openScratch, testOrigin, type Scratch } from "../ledger/testing/scratch.ts";
import type { WitnessState } from "../ledger/witnesses/witness-store.ts";
import { createLedgerReading } from "./ledger-reading.ts";
import { createLedgerRoutes } from "./routes.ts";

const witnessed: WitnessState[] = [];
const secret = toUtf8("what was said in confidence");
const bytesOf = (base64: string): Uint8Array => parseBase64(base64) ?? new Uint8Array();

/** The tests are one address, and ask more than a stranger should. */
const manyRequests = { limits: { perMinute: { token: 1e6, person: 1e6, anonymous: 1e6 } } };
const fronts: TestFront[] = [];
afterEach(async () => {
  for (const { app } of fronts.splice(0)) await app.close();
});

async function openLog(count: number) {
  const folder = makeScratch();
  const scratch = await openScratch(folder);
  const fill = (from: number, to: number) =>
    Promise.all(
      Array.from({ length: to - from }, () =>
        scratch.ledger.append({ facts: { type: "lead_opened" }, payload: secret }),
      ),
    );
  await fill(0, count);
  const served = await openTestFront(
    createLedgerRoutes({ ledger: createLedgerReading(scratch.store), witnesses: { list: async () => witnessed } }),
    manyRequests,
  );
  fronts.push(served);
  const get = async (path: string, headers: Record<string, string> = {}) =>
    fetch(`${served.url}/v1/ledger/${path}`, { headers });
  const post = async (path: string, body: unknown, headers: Readonly<Record<string, string>>) =>
    fetch(`${served.url}/v1/ledger/${path}`, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  const bytes = async (path: string): Promise<Uint8Array> => new Uint8Array(await (await get(path)).arrayBuffer());
  const json = async (path: string) => (await get(path)).json() as Promise<Record<string, unknown>>;
  return { folder, scratch, fill, get, post, bytes, json };
}

async function rotate({ folder, scratch }: { readonly folder: string; readonly scratch: Scratch }) {
  const next = createSigningKey(join(folder, "keys"), testOrigin);
  return scratch.ledger.rotate(next);
}

describe("the ledger over HTTP", () => {
  it("binds every route of the contract", async () => {
    const { scratch } = await openLog(0);
    const bound = createLedgerRoutes({
      ledger: createLedgerReading(scratch.store),
      witnesses: { list: async () => witnessed },
    });
    expect(bound.map(({ route }) => route)).toEqual(ledgerRoutes);
    // What costs the service much is for those who are known; everything else is everybody's.
    const known = bound.filter(({ route }) => route.access !== "public").map(({ route }) => route.id);
    expect(known).toEqual(["listLedgerWitnesses", "exportLedgerBundle"]);
  });

  it("lets somebody outside audit the whole log through a rotation, with nothing but what is published", async () => {
    const log = await openLog(300);
    const held = await log.bytes("checkpoint");
    await rotate(log);
    await log.fill(301, 600);

    const { keys, origin } = (await log.json("keys")) as {
      origin: string;
      keys: { key: string; from: number; proof: string | null }[];
    };
    expect(origin).toBe(testOrigin);
    expect(keys.map(({ from }) => from)).toEqual([0, 301]);
    const firstKey = parseVerifierKey(
      Buffer.from(await log.bytes("trust/first"))
        .toString()
        .trim(),
      sha256,
    );
    expect(keys[0]?.key).toBe(
      Buffer.from(await log.bytes("trust/first"))
        .toString()
        .trim(),
    );
    const proof = await log.bytes("trust/300");
    expect(Buffer.from(proof).toString()).toBe(keys[1]?.proof);

    const checkpoint = await log.bytes("checkpoint");
    const size = parseCheckpoint(checkpoint)?.size ?? 0;
    if (firstKey === null) throw new Error("no key");
    const audit = createLogAudit({
      ...primitives,
      checkpoint,
      firstKey,
      rotations: new Map([[300, parseLogProof(proof)?.checkpoint ?? new Uint8Array()]]),
      outside: [{ name: "held", bytes: held }],
    });
    for (let index = 0; index * tileWidth < size; index++) {
      const width = tileWidthAt(0, index, size);
      const bundle = await log.bytes(toTilePath({ kind: "entries", level: 0, index, width }));
      for (const leaf of parseEntryBundle(bundle, width) ?? []) expect(audit.push(leaf)).toBeNull();
    }
    expect(audit.finish()).toMatchObject({ ok: true, value: { fixedBelow: 300, checkpoint: { size: 600 } } });
  });

  it("proves an entry in the newest checkpoint, in one that is held, and in one text", async () => {
    const log = await openLog(260);
    const held = await log.bytes("checkpoint");
    await log.fill(260, 300);
    const newest = await log.bytes("checkpoint");
    const key = parseVerifierKey(((await log.json("keys"))["keys"] as { key: string }[])[0]?.key ?? "", sha256);
    if (key === null) throw new Error("no key");
    const trust = { origin: testOrigin, keys: [key], verifyEd25519: primitives.verifyEd25519 };
    const rootOf = (note: Uint8Array) => {
      const opened = openCheckpoint(note, trust);
      if (typeof opened === "string") throw new Error(opened);
      return opened.checkpoint;
    };
    for (const [note, query] of [
      [newest, ""],
      [held, "?size=260"],
    ] as const) {
      const { size, root } = rootOf(note);
      for (const sequence of [0, 7, 255, 256, 259]) {
        const found = (await log.json(`entries/${sequence}${query}`)) as {
          entry: string;
          size: number;
          proof: string[];
          checkpoint: string | null;
        };
        expect(found.size).toBe(size);
        expect(found.checkpoint).toBe(query === "" ? Buffer.from(newest).toString() : null);
        const leafHash = hashLeaf(bytesOf(found.entry), sha256);
        const claim = { leafHash, index: sequence, size, root, proof: found.proof.map(bytesOf) };
        expect(findInclusionFault(claim, sha256)).toBeNull();
        expect(findInclusionFault({ ...claim, index: sequence + 1 }, sha256)).not.toBeNull();
        const text = parseLogProof(await log.bytes(`entries/${sequence}/proof`));
        expect(text).toMatchObject({ index: sequence, checkpoint: newest });
      }
    }
    const { from, to, proof } = (await log.json("proofs/consistency?from=260")) as {
      from: number;
      to: number;
      proof: string[];
    };
    expect([from, to]).toEqual([260, 300]);
    const claim = {
      oldSize: 260,
      oldRoot: rootOf(held).root,
      newSize: 300,
      newRoot: rootOf(newest).root,
      proof: proof.map(bytesOf),
    };
    expect(findConsistencyFault(claim, sha256)).toBeNull();
    expect(findConsistencyFault({ ...claim, oldRoot: claim.newRoot }, sha256)).not.toBeNull();
  });

  it("lists all entries, the newest first, each with its proof in a checkpoint that is held", async () => {
    const log = await openLog(260);
    const held = parseCheckpoint(await log.bytes("checkpoint"));
    await log.fill(260, 270);
    if (held === null) throw new Error("no checkpoint");
    const { size, root } = held;
    const seen: number[] = [];
    for (let cursor = ""; ;) {
      const page = (await log.json(`entries?size=260&limit=100${cursor}`)) as {
        items: { sequence: number; entry: string; proof: string[] }[];
        size: number;
        nextCursor: string | null;
      };
      expect(page.size).toBe(260);
      for (const { sequence, entry, proof } of page.items) {
        const claim = {
          leafHash: hashLeaf(bytesOf(entry), sha256),
          index: sequence,
          size,
          root,
          proof: proof.map(bytesOf),
        };
        expect(findInclusionFault(claim, sha256)).toBeNull();
        seen.push(sequence);
      }
      if (page.nextCursor === null) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect(seen).toEqual(Array.from({ length: 260 }, (_, i) => 259 - i));
    expect(await log.json("entries?limit=2")).toMatchObject({
      size: 270,
      items: [{ sequence: 269 }, { sequence: 268 }],
    });
    expect((await log.get("entries?size=271")).status).toBe(404);
    expect((await log.get("entries?cursor=x")).status).toBe(400);
  });

  it("bundles entries for those who may read the ledger, without payloads, against a checkpoint that they hold", async () => {
    const log = await openLog(9);
    const held = await log.bytes("checkpoint");
    await rotate(log);
    await log.fill(10, 20);
    const note = Buffer.from(held).toString();
    const ask = (body: unknown, headers: Readonly<Record<string, string>> = asToken(["ledger:read"])) =>
      log.post("bundles", body, headers);
    const answer = await ask({ sequences: [3, 12, 3], older: [note] });
    expect(answer.headers.get("content-type")).toBe("application/zip");
    const judged = verifyBundle(new Uint8Array(await answer.arrayBuffer()), {
      ...primitives,
      outside: [{ name: "held", bytes: held }],
    });
    if (!judged.ok) throw new Error(judged.fault.kind);
    expect(judged.value.fixedBelow).toBe(9);
    expect(judged.value.entries.map(({ entry, payload }) => [entry.sequence, payload])).toEqual([
      [3, "withheld"],
      [9, "none"],
      [12, "withheld"],
    ]);
    expect((await ask({ sequences: [1] }, {})).status).toBe(401);
    expect((await ask({ sequences: [1] }, asToken(["groups:read"]))).status).toBe(403);
    expect((await ask({ sequences: [20] })).status).toBe(404);
    expect((await ask({ sequences: [] })).status).toBe(400);
    for (const older of ["nothing", note.replace("\n9\n", "\n8\n"), note.replace("\n9\n", "\n99\n")]) {
      expect((await ask({ sequences: [1], older: [older] })).status, older).toBe(400);
    }
  });

  it("gives no payload, no salt and no sealed bytes by any path", async () => {
    const { scratch, get, bytes } = await openLog(3);
    const stored = await scratch.store.objects.list("");
    const sealed = stored.filter((path) => path.startsWith("payload/"));
    expect(sealed).toHaveLength(3);
    const open = stored.filter((path) => path.startsWith("tile/") || path.startsWith("trust/"));
    const published = await Promise.all([...open, "checkpoint", "entries/0", "entries/0/proof", "keys"].map(bytes));
    const all = Buffer.concat(published);
    expect(all.length).toBeGreaterThan(1_000);
    expect(all.includes(Buffer.from(secret))).toBe(false);
    for (const path of sealed) {
      expect(all.includes(Buffer.from((await scratch.store.objects.get(path)) ?? "x"))).toBe(false);
      expect((await get(path)).status).toBe(404);
    }
    for (const path of [
      "tile/../payload",
      "trust/..%2Fpayload",
      `tile/0/%2e%2e%2f${sealed[0]}`,
      "staging/1",
      "erasing/0",
    ]) {
      expect((await get(path)).status, path).toBeGreaterThanOrEqual(400);
    }
  });

  it("lets tiles be kept for good and the checkpoint for a second, each with its ETag", async () => {
    const { get, fill } = await openLog(256);
    const tile = await get("tile/0/000");
    expect(tile.headers.get("cache-control")).toContain("immutable");
    expect(tile.headers.get("content-type")).toBe("application/octet-stream");
    const tag = tile.headers.get("etag") ?? "";
    expect(await get("tile/0/000", { "if-none-match": `"x", W/${tag}` }).then(({ status }) => status)).toBe(304);
    const checkpoint = await get("checkpoint");
    expect(checkpoint.headers.get("cache-control")).toBe("public, max-age=1");
    expect(checkpoint.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    const held = { "if-none-match": checkpoint.headers.get("etag") ?? "" };
    expect((await get("checkpoint", held)).status).toBe(304);
    await fill(256, 257);
    expect((await get("checkpoint", held)).status).toBe(200);
    expect((await get("tile/1/000.p/1")).status).toBe(200);
    expect((await get("tile/entries/001.p/1")).status).toBe(200);
  });

  it.each([
    ["an entry that is not there", "entries/20", 404],
    ["an entry beyond the size that is held", "entries/5?size=5", 404],
    ["a size that the log does not have", "entries/5?size=21", 404],
    ["size nought", "entries/0?size=0", 404],
    ["no number", "entries/x", 400],
    ["a negative one", "entries/-1", 400],
    ["a number beyond all", "entries/99999999999999999999", 400],
    ["a proof from nothing", "proofs/consistency?from=0&to=5", 400],
    ["a proof backwards", "proofs/consistency?from=6&to=5", 404],
    ["a proof into what is to come", "proofs/consistency?from=5&to=21", 404],
    ["a proof of nothing", "proofs/consistency", 400],
    ["a tile that is not there", "tile/0/001", 404],
    ["a tile by another name", "tile/00/000.p/20", 404],
    ["a partial tile of another width", "tile/0/000.p/21", 404],
    ["a rotation that was none", "trust/7", 404],
    ["another file", "trust/second", 400],
  ])("answers %s", async (_, path, status) => {
    const { get } = await openLog(20);
    expect((await get(path)).status).toBe(status);
  });

  it("reads on while the log grows", async () => {
    const log = await openLog(250);
    const sizes = new Set<number>();
    for (let i = 0; i < 40; i++) {
      const growing = log.scratch.ledger.append({ facts: { type: "lead_opened" } });
      const { entry, size, proof, checkpoint } = (await log.json("entries/249")) as {
        entry: string;
        size: number;
        proof: string[];
        checkpoint: string;
      };
      const root = parseCheckpoint(toUtf8(checkpoint))?.root ?? new Uint8Array();
      const claim = { leafHash: hashLeaf(bytesOf(entry), sha256), index: 249, size, root, proof: proof.map(bytesOf) };
      expect(findInclusionFault(claim, sha256)).toBeNull();
      sizes.add(size);
      await growing;
    }
    expect(sizes.size).toBeGreaterThan(20);
  });
});

import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseZip, toUtf8 } from "@breakwater/ledger";
import { verifyBundle, type BundleReport } from "@breakwater/ledger/verifier";
import { createSigningKey } from "../keys/signing-keys.ts";
import { primitives } from "../primitives.ts";
import { judgeTimestamp } from "../timestamps/judge-timestamp.ts";
import { rootsOf } from "../timestamps/pem.ts";
import { makeScratch, openScratch, testOrigin, type Scratch } from "../testing/scratch.ts";
import { createTestAuthority, findMissingOpenssl, serveAuthority } from "../testing/test-authority.ts";
import { createGuardedPost } from "../witnesses/guarded-post.ts";
import { createAuthorityPlace } from "../witnesses/witness-place.ts";
import { exportEvidence } from "./export-evidence.ts";

const record = { facts: { type: "evidence_kept", rule: "CW-1" }, payload: toUtf8("what was seen") };

async function fill({ ledger }: Scratch, count: number): Promise<void> {
  for (let i = 0; i < count; i++) await ledger.append(record);
}

function judge(zip: Uint8Array): BundleReport {
  const judged = verifyBundle(zip, primitives);
  if (!judged.ok) throw new Error(JSON.stringify(judged.fault));
  return judged.value;
}

describe("exportEvidence()", () => {
  it("brings along the rotations of the key and the erasures of what was asked for", async () => {
    const folder = makeScratch();
    const scratch = await openScratch(folder);
    await fill(scratch, 3);
    await scratch.ledger.rotate(createSigningKey(join(folder, "keys"), testOrigin));
    await fill(scratch, 2);
    await scratch.ledger.erase(1);
    await scratch.ledger.rotate(createSigningKey(join(folder, "keys"), testOrigin));
    const report = judge(await exportEvidence({ ...scratch, sequences: [1, 4] }));
    expect(report.entries.map(({ entry, payload }) => [entry.sequence, entry.type, payload])).toEqual([
      [1, "evidence_kept", "erased"],
      [3, "key_rotated", "none"],
      [4, "evidence_kept", "present"],
      [6, "payload_erased", "none"],
      [7, "key_rotated", "none"],
    ]);
    expect(report.keys.map(({ from }) => from)).toEqual([0, 4, 8]);
  });

  it("reads a log whose writer died before its tiles were in their places", async () => {
    const folder = makeScratch();
    const dying = await openScratch(folder, (options) => {
      const { objects } = options.store;
      // Everything reaches the disk but the tiles.
      const put: typeof objects.put = async (stored) =>
        stored.some(({ path }) => path.startsWith("tile/")) ? Promise.reject(new Error("died")) : objects.put(stored);
      return { ...options, store: { ...options.store, objects: { ...objects, put } } };
    });
    await dying.ledger.append(record);
    expect(await dying.store.objects.list("tile/")).toEqual([]);
    expect(judge(await exportEvidence({ ...dying, sequences: [0] })).entries).toHaveLength(1);
    const next = await openScratch(folder);
    expect(await next.store.objects.list("tile/")).toHaveLength(2);
    await fill(next, 1);
    expect(judge(await exportEvidence({ ...next, sequences: [0, 1] })).entries).toHaveLength(2);
  });

  it("follows a writer that puts the tiles in their places meanwhile", async () => {
    const folder = makeScratch();
    const dying = await openScratch(folder, (options) => {
      const { objects } = options.store;
      const put: typeof objects.put = async (stored) =>
        stored.some(({ path }) => path.startsWith("tile/")) ? Promise.reject(new Error("slow")) : objects.put(stored);
      return { ...options, store: { ...options.store, objects: { ...objects, put } } };
    });
    await dying.ledger.append(record);
    const { objects } = dying.store;
    const get: typeof objects.get = async (path) => {
      // The next writer finishes the commit between the reader's look at the tile and its look at the staged object.
      if (path.startsWith("staging/")) await openScratch(folder);
      return objects.get(path);
    };
    const store = { ...dying.store, objects: { ...objects, get } };
    expect(judge(await exportEvidence({ ...dying, store, sequences: [0] })).entries).toHaveLength(1);
  });

  it("does not hand out what would not be verified: a checkpoint of another history, or a newer one", async () => {
    const [one, two] = [await openScratch(), await openScratch()];
    await fill(one, 5);
    await fill(two, 3);
    const foreign = exportEvidence({ ...one, sequences: [1], older: [two.ledger.checkpoint()] });
    await expect(foreign).rejects.toMatchObject({ code: "log_damaged" });
    await fill(two, 4);
    const newer = exportEvidence({ ...one, sequences: [1], older: [two.ledger.checkpoint()] });
    await expect(newer).rejects.toMatchObject({ code: "refused_entry" });
    const empty = await openScratch();
    await expect(exportEvidence({ ...empty, sequences: [] })).rejects.toMatchObject({ code: "refused_entry" });
  });
});

const missing = findMissingOpenssl();
it.skipIf(missing !== null)(
  `a bundle carries the timestamps of its checkpoints, newest and older${missing === null ? "" : ` (skipped: ${missing})`}`,
  async () => {
    const scratch = await openScratch();
    const authority = createTestAuthority(makeScratch());
    const server = await serveAuthority(authority.stamp);
    const { roots } = authority;
    const post = createGuardedPost(["127.0.0.1"]);
    const stamping = { store: scratch.store, post, everyMs: 0, now: Date.now, number: 0 };
    const { give } = createAuthorityPlace({ url: server.url, roots }, stamping);
    const stamp = () => give(scratch.ledger.checkpoint(), new AbortController().signal);
    for (let size = 2; size <= 8; size += 2) {
      await fill(scratch, 2);
      expect(await stamp()).toBeNull();
    }
    await fill(scratch, 1);
    await server.close();
    // Of the stamps that are kept: the first above each entry, and the newest.
    const both = judge(await exportEvidence({ ...scratch, sequences: [1, 5] })).timestamps;
    expect(both.map(({ size }) => size)).toEqual([2, 6, 8]);
    expect(judge(await exportEvidence({ ...scratch, sequences: [8] })).timestamps.map(({ size }) => size)).toEqual([8]);

    const zip = await exportEvidence({ ...scratch, sequences: [3] });
    const { timestamps } = judge(zip);
    expect(timestamps.map(({ size }) => size)).toEqual([4, 8]);
    for (const { checkpoint, response, chain } of timestamps) {
      const pem = Buffer.from(chain).toString();
      const judged = await judgeTimestamp({
        data: checkpoint,
        response,
        chain: pem,
        roots: rootsOf(pem),
        now: Date.now(),
      });
      expect(judged).toMatchObject({ ok: true, authority: "Test Authority" });
    }
    expect([...(parseZip(zip)?.keys() ?? [])].filter((path) => path.startsWith("timestamps/"))).toEqual([
      "timestamps/4-0.pem",
      "timestamps/4-0.tsr",
      "timestamps/8-0.pem",
      "timestamps/8-0.tsr",
    ]);
  },
);

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { headOf, listEdgeTiles, parseCheckpoint, restoreEdge, toTilePath, toUtf8 } from "@breakwater/ledger";
import { createSigningKey } from "../keys/signing-keys.ts";
import { paths } from "../paths.ts";
import { sha256 } from "../primitives.ts";
import { auditLog } from "../reader/audit-log.ts";
import { openDirectoryLogStore } from "../stores/directory-log-store.ts";
import { makeScratch, openScratch, testOrigin } from "../testing/scratch.ts";
import { publishLog } from "./publish-log.ts";
import { readPublished } from "./published-resource.ts";

it("readPublished() gives the checkpoint and the tiles, and nothing else that is stored", async () => {
  const { ledger, store } = await openScratch();
  await ledger.append({ facts: { type: "evidence_kept" }, payload: toUtf8("private") });
  const published = [];
  for (const path of ["checkpoint", ...(await store.objects.list(""))]) {
    if ((await readPublished(store, path)) !== null) published.push(path);
  }
  expect(published).toEqual(["checkpoint", "tile/0/000.p/1", "tile/entries/000.p/1", "trust/first"]);
  expect(await readPublished(store, "tile/../payload")).toBeNull();
});

it("publishLog() keeps a folder up to date that has the whole log and nothing else", async () => {
  const folder = makeScratch();
  const scratch = await openScratch(folder);
  const { ledger, store } = scratch;
  const published = makeScratch();
  const files = (): readonly string[] =>
    readdirSync(published, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(published.length + 1))
      .sort();
  for (const count of [3, 250, 5, 300]) {
    const record = { facts: { type: "evidence_kept" }, payload: toUtf8("private") };
    await Promise.all(Array.from({ length: count }, () => ledger.append(record)));
    expect(await publishLog(store, published)).toBe(ledger.size());
    const { size, root } = parseCheckpoint(readFileSync(join(published, "checkpoint"))) ?? {
      size: 0,
      root: new Uint8Array(),
    };
    const tiles = new Map(
      listEdgeTiles(size).map((tile) => [toTilePath(tile), readFileSync(join(published, toTilePath(tile)))]),
    );
    const edge = restoreEdge(size, tiles, sha256);
    expect(edge && [size, Buffer.from(headOf(edge, sha256).root)]).toEqual([ledger.size(), Buffer.from(root)]);
    expect(files().every((path) => path === "checkpoint" || /^(?:tile|trust)\//.test(path))).toBe(true);
  }
  expect(files().filter((path) => !path.includes(".p/"))).toEqual([
    "checkpoint",
    "tile/0/000",
    "tile/0/001",
    "tile/entries/000",
    "tile/entries/001",
    "trust/first",
  ]);
  expect(files().some((path) => path.startsWith("tile/0/000.p"))).toBe(false);
  await ledger.rotate(createSigningKey(join(folder, "keys"), testOrigin));
  await publishLog(store, published);
  expect(files()).toContain(paths.trustOf(558));
  const trustedKeys = scratch.signers.map(({ key }) => key);
  const audited = await auditLog(openDirectoryLogStore(published), { trustedKeys });
  expect(audited).toMatchObject({ ok: true, value: { checkpoint: { size: 559 }, isKeyTrusted: true } });
  expect(files()).not.toContain(".lock");
});

it("publishLog() begins again where the log grew meanwhile and dropped a partial tile", async () => {
  const { ledger, store } = await openScratch();
  const record = { facts: { type: "evidence_kept" } };
  await ledger.append(record);
  let isGrown = false;
  const get: typeof store.objects.get = async (path) => {
    if (!isGrown && path.startsWith("tile/")) {
      isGrown = true;
      await Promise.all(Array.from({ length: 260 }, () => ledger.append(record)));
    }
    return store.objects.get(path);
  };
  const published = makeScratch();
  expect(await publishLog({ ...store, objects: { ...store.objects, get } }, published)).toBe(261);
  expect(parseCheckpoint(readFileSync(join(published, "checkpoint")))?.size).toBe(261);
});

it("publishLog() publishes tiles that a writer died before it had put in their places, and none of an empty store", async () => {
  const dying = await openScratch(makeScratch(), (options) => {
    const { objects } = options.store;
    const put: typeof objects.put = async (stored) =>
      stored.some(({ path }) => path.startsWith("tile/")) ? Promise.reject(new Error("died")) : objects.put(stored);
    return { ...options, store: { ...options.store, objects: { ...objects, put } } };
  });
  await dying.ledger.append({ facts: { type: "evidence_kept" } });
  const published = makeScratch();
  expect(await publishLog(dying.store, published)).toBe(1);
  expect(readFileSync(join(published, "tile/0/000.p/1"))).toHaveLength(32);
  await dying.store.objects.forget(await dying.store.objects.list("staging/"));
  await expect(publishLog(dying.store, makeScratch())).rejects.toMatchObject({ code: "log_damaged" });
});

import { copyFileSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  commitPayload,
  findConsistencyFault,
  findInclusionFault,
  hashLeaf,
  listNoteSigners,
  openCheckpoint,
  parseCheckpoint,
  parseEntry,
  parseNote,
  toUtf8,
} from "@breakwater/ledger";
import { createSigningKey, destroySigningKey, listSigningKeys } from "./keys/signing-keys.ts";
import { paths } from "./paths.ts";
import { primitives, sha256 } from "./primitives.ts";
import { auditLog } from "./reader/audit-log.ts";
import { checkLedger } from "./testing/check-ledger.ts";
import { makeScratch, openScratch, testOrigin, type Scratch } from "./testing/scratch.ts";

const facts = { type: "evidence_kept", rule: "CW-1" };
const record = (text: string) => ({ facts, payload: toUtf8(text) });
const trustOf = ({ signers }: Scratch) => ({ origin: testOrigin, keys: signers.map(({ key }) => key) });

async function fill(scratch: Scratch, count: number): Promise<void> {
  await Promise.all(Array.from({ length: count }, (_, i) => scratch.ledger.append(record(`payload ${i}`))));
}

describe("appending", () => {
  it("gives every entry a receipt whose checkpoint proves it, and one commit to what came together", async () => {
    const scratch = await openScratch();
    const receipts = await Promise.all(Array.from({ length: 300 }, (_, i) => scratch.ledger.append(record(`p${i}`))));
    expect(new Set(receipts.map(({ checkpoint }) => Buffer.from(checkpoint).toString())).size).toBe(1);
    for (const { sequence, entry, checkpoint } of receipts) {
      const { size, root } = parseCheckpoint(checkpoint) ?? { size: 0, root: new Uint8Array() };
      const proof = await scratch.ledger.reader().proveInclusion(sequence, size);
      const claim = { leafHash: hashLeaf(entry, sha256), index: sequence, size, root, proof };
      expect(findInclusionFault(claim, sha256)).toBeNull();
    }
    expect(await checkLedger(scratch.store, trustOf(scratch))).toHaveLength(300);
  });

  it("goes on where it was left, and every checkpoint is consistent with those before", async () => {
    const folder = makeScratch();
    const notes: Uint8Array[] = [];
    for (const count of [1, 255, 1, 300]) {
      const scratch = await openScratch(folder);
      await fill(scratch, count);
      notes.push(scratch.ledger.checkpoint());
      await scratch.ledger.close();
    }
    const last = await openScratch(folder);
    expect(last.ledger.size()).toBe(557);
    const heads = notes.map((note) => parseCheckpoint(note) ?? { size: 0, root: new Uint8Array() });
    const head = heads.at(-1) ?? { size: 0, root: new Uint8Array() };
    for (const { size, root } of heads) {
      const proof = await last.ledger.reader().proveConsistency(size, head.size);
      const claim = { oldSize: size, oldRoot: root, newSize: head.size, newRoot: head.root, proof };
      expect(findConsistencyFault(claim, sha256)).toBeNull();
    }
    await checkLedger(last.store, trustOf(last));
    const outside = notes.map((bytes, i) => ({ name: `note ${i}`, bytes }));
    expect(await auditLog(last.store, { outside })).toMatchObject({ ok: true, value: { fixedBelow: 557 } });
  });

  it("keeps the partial tiles of checkpoints that were made, until full ones replace them", async () => {
    const scratch = await openScratch();
    await scratch.ledger.append({ facts });
    await scratch.ledger.append({ facts });
    expect(await scratch.store.objects.list("tile/")).toEqual([
      "tile/0/000.p/1",
      "tile/0/000.p/2",
      "tile/entries/000.p/1",
      "tile/entries/000.p/2",
    ]);
    await fill(scratch, 254);
    expect(await scratch.store.objects.list("tile/")).toEqual(["tile/0/000", "tile/1/000.p/1", "tile/entries/000"]);
    expect(await scratch.store.objects.list(paths.stagingPrefix)).toEqual([]);
  });

  it.each([
    ["facts that name somebody", { facts: { type: "about li lei" } }],
    ["a type that is the ledger's own", { facts: { type: "payload_erased", about: 0 } }],
    ["a member that nobody knows", { facts: Object.assign({ type: "x" }, { note: "Li Lei said so" }) }],
    ["an entry about one that is not there", { facts: { type: "x", about: 99 } }],
    ["a payload past its limit", { facts, payload: new Uint8Array(16_777_217) }],
  ])("refuses %s", async (_, refused) => {
    const { ledger } = await openScratch();
    await expect(ledger.append(refused)).rejects.toMatchObject({ code: "refused_entry" });
    expect(ledger.size()).toBe(0);
  });

  it("a checkpoint that another key signed is not continued", async () => {
    const folder = makeScratch();
    await (await openScratch(folder)).ledger.append({ facts });
    const stranger = createSigningKey(makeScratch(), testOrigin);
    const opening = openScratch(folder, (options) => ({ ...options, signers: [stranger] }));
    await expect(opening).rejects.toMatchObject({ code: "foreign_checkpoint" });
  });
});

describe("payloads", () => {
  it("are read back, and open the commitment that stands in the entry", async () => {
    const { ledger } = await openScratch();
    const { entry, sequence } = await ledger.append(record("谣言"));
    const state = await ledger.readPayload(sequence);
    if (state.kind !== "present") throw new Error(state.kind);
    expect(Buffer.from(state.payload).toString()).toBe("谣言");
    expect(parseEntry(entry)?.commitment).toEqual(new Uint8Array(commitPayload(state.payload, state.salt, sha256)));
    const bare = await ledger.append({ facts });
    expect(await ledger.readPayload(bare.sequence)).toEqual({ kind: "none" });
  });

  it("erased are gone: no key, no salt, no ciphertext in any file, no guess at a short text; and proofs hold", async () => {
    const scratch = await openScratch();
    const { ledger, folder, store, secrets } = scratch;
    const { sequence, entry } = await ledger.append(record("yes"));
    await fill(scratch, 20);
    const commitment = parseEntry(entry)?.commitment ?? new Uint8Array();
    const id = Buffer.from(commitment).toString("hex");
    const secret = await secrets.get(id);
    const sealed = await store.objects.get(paths.payloadOf(commitment));
    if (secret === null || sealed === null) throw new Error("The payload was not kept.");

    const erasure = await ledger.erase(sequence);
    expect(parseEntry(erasure.entry)).toMatchObject({ type: "payload_erased", about: sequence });
    expect(await ledger.readPayload(sequence)).toEqual({ kind: "erased" });
    const files = ["ledger.sqlite", "ledger.sqlite-wal", "keys/payload-keys.sqlite", "keys/payload-keys.sqlite-wal"];
    const left = Buffer.concat(
      files
        .map((file) => join(folder, file))
        .filter(existsSync)
        .map((file) => readFileSync(file)),
    );
    for (const bytes of [secret.key, secret.salt, sealed]) expect(left.includes(Buffer.from(bytes))).toBe(false);

    // Somebody who has the whole log guesses: every text of up to three letters, with all that is left as salt.
    const letters = "abcdefghijklmnopqrstuvwxyz".split("");
    const salts = [new Uint8Array(32), commitment, sha256(entry), hashLeaf(entry, sha256)];
    const guesses = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => toUtf8(a + b + c))));
    const hits = guesses.filter((guess) =>
      salts.some((salt) => Buffer.compare(commitPayload(guess, salt, sha256), commitment) === 0),
    );
    expect(guesses.some((guess) => Buffer.from(guess).toString() === "yes")).toBe(true);
    expect(hits).toEqual([]);
    expect(commitPayload(toUtf8("yes"), secret.salt, sha256)).toEqual(new Uint8Array(commitment));

    const { size, root } = parseCheckpoint(ledger.checkpoint()) ?? { size: 0, root: new Uint8Array() };
    const proof = await ledger.reader().proveInclusion(sequence, size);
    expect(
      findInclusionFault({ leafHash: hashLeaf(entry, sha256), index: sequence, size, root, proof }, sha256),
    ).toBeNull();
    await checkLedger(store, trustOf(scratch));
  });

  it("changed in the store are noticed", async () => {
    const { ledger, store } = await openScratch();
    const { entry, sequence } = await ledger.append(record("as it was"));
    const path = paths.payloadOf(parseEntry(entry)?.commitment ?? new Uint8Array());
    const sealed = await store.objects.get(path);
    await store.objects.forget([path]);
    await expect(ledger.readPayload(sequence)).rejects.toMatchObject({ code: "log_damaged" });
    await store.objects.put([{ path, bytes: (sealed ?? new Uint8Array()).with(0, 1 ^ (sealed?.[0] ?? 0)) }]);
    await expect(ledger.readPayload(sequence)).rejects.toMatchObject({ code: "log_damaged" });
  });
});

describe("rotating the key", () => {
  it("passes on through a checkpoint that both sign, and the new key goes on alone", async () => {
    const folder = makeScratch();
    const scratch = await openScratch(folder);
    await fill(scratch, 3);
    const next = createSigningKey(join(folder, "keys"), testOrigin);
    const receipt = await scratch.ledger.rotate(next);
    const [old] = scratch.signers;
    const keys = [...scratch.signers, next].map(({ key }) => key);
    const signersOf = (note: Uint8Array) => {
      const parsed = parseNote(note);
      return parsed === null ? [] : listNoteSigners(parsed, keys, primitives.verifyEd25519);
    };
    expect(signersOf(receipt.checkpoint)).toEqual([old?.key, next.key]);
    await scratch.ledger.append({ facts });
    expect(signersOf(scratch.ledger.checkpoint())).toEqual([next.key]);
    await scratch.ledger.close();

    const again = await openScratch(folder);
    await again.ledger.append({ facts });
    const trust = { origin: testOrigin, keys: [next.key], verifyEd25519: primitives.verifyEd25519 };
    expect(openCheckpoint(again.ledger.checkpoint(), trust)).toMatchObject({ signers: [next.key] });
    expect(listSigningKeys(join(folder, "keys"), testOrigin)).toHaveLength(2);
  });

  it("cut off before its proof was kept is finished by whoever opens the log next", async () => {
    const folder = makeScratch();
    const scratch = await openScratch(folder);
    const next = createSigningKey(join(folder, "keys"), testOrigin);
    const { sequence } = await scratch.ledger.rotate(next);
    const kept = await scratch.store.objects.get(paths.trustOf(sequence));
    await scratch.store.objects.forget([paths.trustOf(sequence)]);
    const again = await openScratch(folder);
    expect(await again.store.objects.get(paths.trustOf(sequence))).toEqual(kept);
    const trustedKeys = [next.key];
    expect(await auditLog(again.store, { trustedKeys })).toMatchObject({ ok: true, value: { isKeyTrusted: true } });
  });

  it("a retired key goes with every copy that was left of its making", () => {
    const folder = makeScratch();
    const [one, two] = [createSigningKey(folder, testOrigin), createSigningKey(folder, testOrigin)];
    copyFileSync(join(folder, "signing-0001.pem"), join(folder, "signing-0001.pem.new-7"));
    destroySigningKey(folder, one.number);
    expect(readdirSync(folder)).toEqual([`signing-000${two.number}.pem`]);
  });

  it("a key that was made and not yet logged does not sign", async () => {
    const folder = makeScratch();
    const scratch = await openScratch(folder);
    await fill(scratch, 1);
    createSigningKey(join(folder, "keys"), testOrigin);
    const again = await openScratch(folder);
    await again.ledger.append({ facts });
    expect(
      openCheckpoint(again.ledger.checkpoint(), { ...trustOf(scratch), verifyEd25519: primitives.verifyEd25519 }),
    ).toMatchObject({
      checkpoint: { size: 2 },
    });
  });
});

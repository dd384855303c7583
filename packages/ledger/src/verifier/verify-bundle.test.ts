import { ed25519 } from "@noble/curves/ed25519.js";
import { sha256 as nobleSha256 } from "@noble/hashes/sha2.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toUtf8 } from "../bytes/utf8.ts";
import { encodeDescription, parseDescription } from "../bundle/description.ts";
import { bundlePaths } from "../bundle/layout.ts";
import { parseZip, writeZip } from "../bundle/zip.ts";
import { encodeEntry, parseEntry } from "../entry/entry.ts";
import { parseCheckpoint } from "../note/checkpoint.ts";
import { parseConsistencyProof } from "../note/consistency-proof.ts";
import { parseLogProof } from "../note/log-proof.ts";
import { createTestSigner, primitives } from "../testing/primitives.ts";
import { createSampleLog, sampleLeaves, sampleOrigin, sampleRotation, sampleSigner } from "../testing/sample-log.ts";
import { listUnseenFiles, repack } from "../testing/repack.ts";
import { verifyBundle, type VerifyOptions } from "./verify-bundle.ts";

const leaves = sampleLeaves(300);
const log = createSampleLog(leaves);
const held = { name: "held.checkpoint", bytes: log.noteAt(200) };
const bundle = log.bundle([0, 7, 255, 256, 299], { older: [held.bytes] });
const options: VerifyOptions = { ...primitives, trustedKeys: [sampleSigner.key], outside: [held] };
const faultOf = (zip: Uint8Array, more: VerifyOptions = options) => {
  const judged = verifyBundle(zip, more);
  return judged.ok ? null : judged.fault.kind;
};
const change = (zip: Uint8Array, path: string, bytes: Uint8Array) => repack(new Map(parseZip(zip)).set(path, bytes));

describe("an honest bundle", () => {
  it("is verified, and says what it proves", () => {
    const judged = verifyBundle(bundle, options);
    if (!judged.ok) throw new Error(JSON.stringify(judged.fault));
    const { entries, fixedBelow, isKeyTrusted, checkpoint, older } = judged.value;
    expect(entries.map(({ entry, payload }) => [entry.sequence, payload])).toEqual(
      [0, 7, 255, 256, 299].map((sequence) => [sequence, "present"]),
    );
    expect([fixedBelow, isKeyTrusted, checkpoint.size, older.map(({ size }) => size)]).toEqual([200, true, 300, [200]]);
  });

  it("has the same bytes each time it is made", () => {
    expect(createSampleLog(leaves).bundle([299, 256, 255, 7, 0], { older: [held.bytes] })).toEqual(bundle);
  });

  it("without a key and a checkpoint from elsewhere says that it has neither", () => {
    const judged = verifyBundle(bundle, primitives);
    expect(judged.ok && [judged.value.isKeyTrusted, judged.value.fixedBelow]).toEqual([false, 0]);
  });

  it("is judged alike by functions that run in a browser", () => {
    const browser: VerifyOptions = {
      ...options,
      sha256: nobleSha256,
      verifyEd25519: (key, message, signature) => signature.length === 64 && ed25519.verify(signature, message, key),
    };
    const small = createSampleLog(leaves.slice(0, 9)).bundle([3]);
    expect(verifyBundle(small, { ...browser, outside: [] }).ok).toBe(true);
    expect(faultOf(change(small, bundlePaths.signature, new Uint8Array(64)), { ...browser, outside: [] })).toBe(
      "bad_signature",
    );
  });
});

describe("a bundle that was touched", () => {
  it("every single flipped bit is refused", () => {
    const small = createSampleLog(leaves.slice(0, 5)).bundle([2]);
    for (let at = 0; at < small.length; at++) {
      expect(faultOf(small.with(at, (small[at] ?? 0) ^ (1 << (at % 8))), primitives)).not.toBeNull();
    }
  });

  // Every byte is in verify-bundle.slow.test.ts.
  it("a changed byte of any file is refused though manifest and zip were mended, but for the two read-me pages", () => {
    expect(listUnseenFiles({ step: 7 })).toEqual([bundlePaths.readme, bundlePaths.readmeChinese]);
  });

  const files = parseZip(bundle) ?? new Map<string, Uint8Array>();
  const description = parseDescription(files.get(bundlePaths.description) ?? new Uint8Array());
  if (description === null) throw new Error("The sample's description cannot be read.");
  const redescribe = (more: object) => encodeDescription({ ...description, ...more });
  const without = (path: string) => repack(new Map([...files].filter(([name]) => name !== path)));
  const other = createSampleLog([
    ...leaves.slice(0, 150),
    ...leaves.slice(151),
    encodeEntry({ sequence: 299, at: 1, type: "x" }),
  ]);

  it.each<[string, Uint8Array, string]>([
    ["no zip", toUtf8("PK"), "malformed_zip"],
    ["nothing", new Uint8Array(), "malformed_zip"],
    ["a file more", change(bundle, "extra.txt", toUtf8("x")), "wrong_files"],
    ["a file less", without(bundlePaths.payload(7)), "wrong_files"],
    ["no description", without(bundlePaths.description), "wrong_files"],
    ["a manifest of other files", writeZip(new Map(files).set(bundlePaths.readme, toUtf8("!"))), "wrong_manifest"],
    ["another size", change(bundle, bundlePaths.description, redescribe({ size: 301 })), "wrong_files"],
    [
      "another log's name",
      change(bundle, bundlePaths.description, redescribe({ origin: "b.example" })),
      "foreign_origin",
    ],
    ["an entry of another place", change(bundle, bundlePaths.entry(7), leaves[8]), "malformed_entry"],
    [
      "a payload of another entry",
      change(bundle, bundlePaths.payload(7), files.get(bundlePaths.payload(0)) ?? new Uint8Array()),
      "wrong_payload",
    ],
    [
      "a proof of another entry",
      change(bundle, bundlePaths.proof(7), files.get(bundlePaths.proof(0)) ?? new Uint8Array()),
      "malformed_proof",
    ],
    ["another log's checkpoint", change(bundle, bundlePaths.checkpoint, other.noteAt(300)), "bad_signature"],
    ["an erasure that was not logged", writeErased(7), "unlogged_erasure"],
  ])("%s", (_, zip, kind) => {
    expect(faultOf(zip)).toBe(kind);
  });

  function writeErased(sequence: number): Uint8Array {
    const entries = description?.entries.map((line) =>
      line.sequence === sequence ? { ...line, payload: "erased" } : line,
    );
    const rest = new Map(files);
    rest.delete(bundlePaths.payload(sequence));
    rest.delete(bundlePaths.salt(sequence));
    return repack(rest.set(bundlePaths.description, redescribe({ entries })));
  }

  it("a text of more bytes than a string takes is refused without an exception", () => {
    const endless = new Uint8Array(540_000_000).fill(97);
    for (const parse of [parseDescription, parseEntry, parseCheckpoint, parseLogProof, parseConsistencyProof]) {
      expect(parse(endless)).toBeNull();
    }
  });

  it("anything spliced into it is refused without an exception", () => {
    fc.assert(
      fc.property(fc.nat(bundle.length), fc.nat(400), fc.uint8Array({ maxLength: 100 }), (at, cut, junk) => {
        const spliced = new Uint8Array([...bundle.subarray(0, at), ...junk, ...bundle.subarray(at + cut)]);
        fc.pre(Buffer.compare(spliced, bundle) !== 0);
        expect(faultOf(spliced)).not.toBeNull();
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  it("any file may hold anything, and is refused without an exception", () => {
    const paths = [...files.keys()].filter((path) => !path.startsWith("README") && path !== bundlePaths.manifest);
    const line = fc.constantFrom(
      "c2sp.org/tlog-proof@v1",
      "index 7",
      "",
      "{}",
      "[]",
      "null",
      "AAAA",
      '{"version":1}',
      "9".repeat(400),
    );
    const hostile = fc.oneof(
      fc.uint8Array({ maxLength: 80 }),
      fc.array(line, { maxLength: 6 }).map((lines) => toUtf8(lines.join("\n"))),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), hostile, (path, bytes) => {
        expect(faultOf(change(bundle, path, bytes))).not.toBeNull();
      }),
      { seed: 12, numRuns: 400 },
    );
  });
});

describe("an outside checkpoint", () => {
  const rewritten = createSampleLog(leaves.with(3, encodeEntry({ sequence: 3, at: 1_780_272_000_003, type: "other" })));

  it("of the same size with another root shows that two histories exist", () => {
    const outside = [{ name: "held", bytes: rewritten.noteAt(300) }];
    expect(faultOf(bundle, { ...options, outside })).toBe("split_view");
  });

  it("that the bundle cannot reach is not passed over", () => {
    expect(faultOf(bundle, { ...options, outside: [{ name: "held", bytes: log.noteAt(150) }] })).toBe(
      "outside_unreachable",
    );
  });

  it.each([
    [
      "signed by nobody we know",
      createSampleLog(leaves, [createTestSigner(sampleOrigin, 9)]).noteAt(200),
      "bad_signature",
    ],
    ["no checkpoint", toUtf8("hello"), "malformed_checkpoint"],
    ["of another log", createTestSigner("b.example", 1).sign(new Uint8Array()), "malformed_checkpoint"],
  ])("%s is refused", (_, bytes, kind) => {
    expect(faultOf(bundle, { ...options, outside: [{ name: "held", bytes }] })).toBe(kind);
  });

  it("of a rewritten log: the rewriter's own bundle does not pass it", () => {
    const zip = rewritten.bundle([3, 7], { older: [log.noteAt(200)] });
    expect(faultOf(zip)).toBe("inconsistent");
    expect(faultOf(rewritten.bundle([3, 7], { older: [rewritten.noteAt(200)] }))).toBe("split_view");
    expect(faultOf(rewritten.bundle([3, 7]))).toBe("outside_unreachable");
  });
});

describe("keys", () => {
  const second = createTestSigner(sampleOrigin, 2);
  const third = createTestSigner(sampleOrigin, 3);
  const rotated = [
    ...leaves.slice(0, 20),
    sampleRotation(20, second),
    ...leaves.slice(21, 40),
    sampleRotation(40, third),
    ...leaves.slice(41, 60),
  ];
  const signers = [sampleSigner, second, third];
  const handed = createSampleLog(rotated, signers);
  const zip = handed.bundle([5, 50], { older: [handed.noteAt(10), handed.noteAt(30)] });

  it.each(signers.map((signer, i) => [i + 1, signer] as const))(
    "key %i of three is enough to trust the whole chain",
    (_, signer) => {
      const judged = verifyBundle(zip, { ...primitives, trustedKeys: [signer.key] });
      expect(judged.ok && judged.value.keys.map(({ from }) => from)).toEqual([0, 21, 41]);
    },
  );

  it.each([10, 21, 30, 41])("an outside checkpoint of size %i, signed by the key of its time, is reached", (size) => {
    const outside = [{ name: "held", bytes: handed.noteAt(size) }];
    const judged = verifyBundle(zip, { ...primitives, trustedKeys: [sampleSigner.key], outside });
    expect(judged.ok && judged.value.fixedBelow).toBe(size);
  });

  it("another key than the given one is not trusted", () => {
    expect(faultOf(bundle, { ...primitives, trustedKeys: [second.key] })).toBe("untrusted_key");
  });

  it("a retired key, stolen, signs nothing that is believed", () => {
    const old = createSampleLog(rotated, [sampleSigner, second, sampleSigner]).noteAt(60);
    expect(faultOf(change(zip, bundlePaths.checkpoint, old), primitives)).toBe("bad_signature");
    const late = createSampleLog(rotated.slice(0, 20)).noteAt(20);
    expect(faultOf(zip, { ...primitives, outside: [{ name: "held", bytes: late }] })).toBe("outside_unreachable");
  });

  it("a key cannot be slipped in without the signature of the one before", () => {
    const thief = createTestSigner(sampleOrigin, 8);
    const stolen = createSampleLog(
      [...leaves.slice(0, 20), sampleRotation(20, thief), ...leaves.slice(21, 30)],
      [thief, thief],
    );
    const forged = stolen.bundle([5]);
    const first = parseZip(bundle)?.get(bundlePaths.firstKey) ?? new Uint8Array();
    expect(faultOf(change(forged, bundlePaths.firstKey, first), primitives)).toBe("broken_rotation");
  });

  it("a rotation that the bundle's description leaves out breaks the signature", () => {
    const files = new Map(parseZip(zip));
    const description = parseDescription(files.get(bundlePaths.description) ?? new Uint8Array());
    if (description === null) throw new Error("no description");
    files.delete(bundlePaths.rotation(40));
    files.set(bundlePaths.description, encodeDescription({ ...description, rotations: [20] }));
    expect(faultOf(repack(files), primitives)).toBe("bad_signature");
  });
});

it("the sample's entries are entries", () => {
  expect(leaves.every((leaf, i) => parseEntry(leaf)?.sequence === i)).toBe(true);
});

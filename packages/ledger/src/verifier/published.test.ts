import { describe, expect, it } from "vitest";
import { formatVerifierKey } from "../note/verifier-key.ts";
import { createTestSigner, primitives } from "../testing/primitives.ts";
import { createSampleLog, sampleLeaves, sampleOrigin, sampleRotation, sampleSigner } from "../testing/sample-log.ts";
import type { Checked } from "./checked.ts";
import { judgeEntry, judgeHead, judgeKept, type JudgedHead, type PublishedHead } from "./published.ts";

const second = createTestSigner(sampleOrigin, 2);
const leaves = [...sampleLeaves(20), sampleRotation(20, second), ...sampleLeaves(40).slice(21)];
const log = createSampleLog(leaves, [sampleSigner, second]);
const published: PublishedHead = {
  checkpoint: log.noteAt(40),
  firstKey: formatVerifierKey(sampleSigner.key),
  rotations: log.rotations,
};
const empty = new Uint8Array();
const head = get(judgeHead(published, primitives));

function get(judged: Checked<JudgedHead>): JudgedHead {
  if (!judged.ok) throw new Error(judged.fault.kind);
  return judged.value;
}
const kindOf = (judged: Checked<unknown>): string => (judged.ok ? "ok" : judged.fault.kind);

describe("judgeHead()", () => {
  it("follows the keys to the one that signs now", () => {
    expect(head.checkpoint.size).toBe(40);
    expect(head.keys.map(({ from }) => from)).toEqual([0, 21]);
  });

  const [rotation] = log.rotations;
  it.each<readonly [string, string, Partial<PublishedHead>]>([
    ["no key", "malformed_key", { firstKey: "x" }],
    ["another first key", "broken_rotation", { firstKey: formatVerifierKey(second.key) }],
    ["a rotation that is kept back", "bad_signature", { rotations: [] }],
    [
      "another entry for the rotation",
      "broken_rotation",
      { rotations: [{ sequence: 20, entry: leaves[19] ?? empty, proof: rotation?.proof ?? empty }] },
    ],
    ["a proof cut off", "broken_rotation", { rotations: [{ sequence: 20, entry: leaves[20] ?? empty, proof: empty }] }],
    ["a note cut off", "malformed_checkpoint", { checkpoint: log.noteAt(40).slice(0, 20) }],
    ["a changed size", "bad_signature", { checkpoint: changed(log.noteAt(40), "\n40\n", "\n41\n") }],
    [
      "the key of the other time",
      "bad_signature",
      { checkpoint: createSampleLog(leaves, [sampleSigner, sampleSigner]).noteAt(40) },
    ],
  ])("refuses %s", (_, kind, change) => {
    expect(kindOf(judgeHead({ ...published, ...change }, primitives))).toBe(kind);
  });
});

function changed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  return new TextEncoder().encode(new TextDecoder().decode(bytes).replace(from, to));
}

describe("judgeEntry()", () => {
  it("takes every entry of the log at its own place alone", () => {
    for (const [sequence, leaf] of leaves.entries()) {
      const proof = log.proveEntry(sequence);
      expect(judgeEntry(head, { sequence, leaf, proof }, primitives)).toMatchObject({ ok: true, value: { sequence } });
      const elsewhere = { sequence: (sequence + 1) % 40, leaf, proof };
      expect(kindOf(judgeEntry(head, elsewhere, primitives))).toBe("malformed_entry");
      const other = changed(leaf, '"at":17', '"at":16');
      expect(kindOf(judgeEntry(head, { sequence, leaf: other, proof }, primitives))).toBe("not_included");
      expect(kindOf(judgeEntry(head, { sequence, leaf, proof: proof.slice(1) }, primitives))).toBe("not_included");
    }
  });
});

describe("judgeKept()", () => {
  it("takes every earlier checkpoint of the log, and the head itself", () => {
    for (let size = 1; size < 40; size += 1) {
      const kept = { note: log.noteAt(size), proof: log.proveBeginning(size) };
      expect(judgeKept(head, kept, primitives), String(size)).toMatchObject({ ok: true, value: { size } });
    }
    expect(kindOf(judgeKept(head, { note: log.noteAt(40), proof: null }, primitives))).toBe("ok");
  });

  it("finds a log that was written anew, split, cut off, or is another's", () => {
    const anew = createSampleLog(leaves.with(3, leaves[4] ?? empty), [sampleSigner, second]);
    const now = get(judgeHead({ ...published, checkpoint: anew.noteAt(40), rotations: anew.rotations }, primitives));
    const older = { note: log.noteAt(12), proof: anew.proveBeginning(12) };
    expect(kindOf(judgeKept(now, older, primitives))).toBe("inconsistent");
    expect(kindOf(judgeKept(now, { note: log.noteAt(40), proof: null }, primitives))).toBe("split_view");
    expect(kindOf(judgeKept(head, { note: log.noteAt(12), proof: null }, primitives))).toBe("outside_unreachable");
    const short = get(judgeHead({ ...published, checkpoint: log.noteAt(30) }, primitives));
    expect(kindOf(judgeKept(short, { note: log.noteAt(40), proof: [] }, primitives))).toBe("outside_unreachable");
    const foreign = changed(log.noteAt(12), sampleOrigin, "other.example/ledger");
    expect(kindOf(judgeKept(head, { note: foreign, proof: [] }, primitives))).toBe("foreign_origin");
  });
});

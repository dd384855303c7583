import { describe, expect, it } from "vitest";
import { createTestSigner, primitives } from "../testing/primitives.ts";
import { createSampleLog, sampleLeaves, sampleOrigin, sampleRotation, sampleSigner } from "../testing/sample-log.ts";
import { tamperingKinds, tamperings } from "../testing/tamper.ts";
import { createLogAudit, type AuditOptions } from "./audit-log.ts";

const second = createTestSigner(sampleOrigin, 2);
const thief = createTestSigner(sampleOrigin, 8);
const rotated = [...sampleLeaves(20), sampleRotation(20, second), ...sampleLeaves(40).slice(21)];

/** What the audit says of some leaves: the kind of fault, or the size below which nothing was changed. */
function audit(leaves: readonly Uint8Array[], options: Partial<AuditOptions> & Pick<AuditOptions, "checkpoint">) {
  const judging = createLogAudit({ ...primitives, firstKey: sampleSigner.key, ...options });
  for (const leaf of leaves) {
    const fault = judging.push(leaf);
    if (fault !== null) return fault.kind;
  }
  const judged = judging.finish();
  return judged.ok ? judged.value.fixedBelow : judged.fault.kind;
}

const heldOf = (bytes: Uint8Array) => ({ outside: [{ name: "held", bytes }] });

describe("createLogAudit()", () => {
  const honest = sampleLeaves(60);
  const log = createSampleLog(honest);
  const checkpoint = log.noteAt(60);

  it("takes an honest log, and says down to where outside checkpoints fix it", () => {
    expect(audit(honest, { checkpoint })).toBe(0);
    expect(audit(honest, { checkpoint, trustedKeys: [sampleSigner.key], ...heldOf(log.noteAt(40)) })).toBe(40);
    expect(audit(honest, { checkpoint, ...heldOf(checkpoint) })).toBe(60);
    expect(audit([], { checkpoint: createSampleLog([]).noteAt(0) })).toBe(0);
  });

  it.each(tamperingKinds)("finds out whoever has no key: %s", (kind) => {
    for (const at of [0, 17, 59]) expect(typeof audit(tamperings[kind](honest, at), { checkpoint })).toBe("string");
  });

  it.each(tamperingKinds)("finds out whoever has the key, below the outside checkpoint and never above: %s", (kind) => {
    for (const at of [1, 17, 39, 40, 50]) {
      const leaves = tamperings[kind](honest, at);
      const said = audit(leaves, {
        checkpoint: createSampleLog(leaves).noteAt(leaves.length),
        ...heldOf(log.noteAt(40)),
      });
      // These two leave times that run backwards, which a more careful operator would mend.
      const isCareless = kind === "swap" || kind === "insert";
      if (isCareless) expect([at, said]).toEqual([at, "malformed_entry"]);
      else expect([at, said]).toEqual([at, at >= 40 ? 40 : kind === "truncate" ? "outside_unreachable" : "split_view"]);
    }
  });

  it.each<[string, readonly Uint8Array[], Partial<AuditOptions>, string]>([
    ["a leaf that is none", honest.with(5, new Uint8Array([1])), {}, "malformed_entry"],
    ["leaves in another order", honest.with(5, honest[6]), {}, "malformed_entry"],
    ["too few leaves", honest.slice(0, 59), {}, "outside_unreachable"],
    ["too many leaves", [...honest, ...sampleLeaves(61).slice(60)], {}, "wrong_files"],
    ["a checkpoint of a stranger", honest, { firstKey: thief.key }, "bad_signature"],
    ["another key than the reader's", honest, { trustedKeys: [thief.key] }, "untrusted_key"],
    ["no checkpoint", honest, { checkpoint: new Uint8Array([1]) }, "malformed_checkpoint"],
    [
      "an outside checkpoint past the end",
      honest,
      heldOf(createSampleLog(sampleLeaves(70)).noteAt(70)),
      "outside_unreachable",
    ],
    [
      "an outside checkpoint of a stranger",
      honest,
      heldOf(createSampleLog(honest, [thief]).noteAt(9)),
      "bad_signature",
    ],
  ])("refuses %s", (_, leaves, more, kind) => {
    expect(audit(leaves, { checkpoint, ...more })).toBe(kind);
  });

  it("follows a rotation that both keys signed, and outside checkpoints of either time", () => {
    const handed = createSampleLog(rotated, [sampleSigner, second]);
    const rotations = new Map([[20, handed.noteAt(21)]]);
    const options = { checkpoint: handed.noteAt(40), rotations };
    for (const size of [10, 21, 30]) expect(audit(rotated, { ...options, ...heldOf(handed.noteAt(size)) })).toBe(size);
    for (const { key } of [sampleSigner, second]) expect(audit(rotated, { ...options, trustedKeys: [key] })).toBe(0);
  });

  it("does not follow one that only an entry says, or that the old key did not sign", () => {
    const stolen = [...sampleLeaves(20), sampleRotation(20, thief), ...sampleLeaves(40).slice(21)];
    const checkpointOfThief = createSampleLog(stolen, [thief, thief]).noteAt(40);
    const options = { checkpoint: checkpointOfThief, trustedKeys: [sampleSigner.key] };
    expect(audit(stolen, options)).toBe("broken_rotation");
    const alone = createSampleLog(stolen, [thief, thief]).noteAt(21);
    expect(audit(stolen, { ...options, rotations: new Map([[20, alone]]) })).toBe("broken_rotation");
    const elsewhere = createSampleLog(rotated, [sampleSigner, second]).noteAt(21);
    expect(audit(stolen, { ...options, rotations: new Map([[20, elsewhere]]) })).toBe("broken_rotation");
  });
});

import { isEqualBytes } from "../bytes/bytes.ts";
import { parseEntry, type Entry } from "../entry/entry.ts";
import { ownTypes } from "../entry/facts.ts";
import { openCheckpoint, parseCheckpoint, type Checkpoint } from "../note/checkpoint.ts";
import { isSameKey, parseVerifierKey, type VerifierKey } from "../note/verifier-key.ts";
import type { VerifierPrimitives } from "../primitives.ts";
import { appendLeaf, emptyFrontier, rootOf, type Frontier } from "../tree/frontier.ts";
import { hashLeaf } from "../tree/hashing.ts";
import { checkCheckpoint, type KeyPeriod } from "./check-keys.ts";
import { fail, pass, type BundleFault, type Checked } from "./checked.ts";

export type AuditOptions = VerifierPrimitives & {
  /** The log's newest checkpoint. */
  readonly checkpoint: Uint8Array;
  /** The key that the log began with. */
  readonly firstKey: VerifierKey;
  /** By the sequence of each entry that rotated the key, the checkpoint that the old key and the new one signed. */
  readonly rotations?: ReadonlyMap<number, Uint8Array>;
  /** Keys that the reader has from elsewhere, of which one must be the log's. With none, `firstKey` is taken. */
  readonly trustedKeys?: readonly VerifierKey[];
  /** Checkpoints that were kept outside. `name` is for messages. */
  readonly outside?: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** Hears of each entry, in order, before the log as a whole is proven: what it does with them counts only if `finish` agrees. */
  readonly onEntry?: (entry: Entry) => void;
};

/** What a whole log proves. */
export type AuditReport = {
  readonly checkpoint: Checkpoint;
  readonly keys: readonly KeyPeriod[];
  readonly isKeyTrusted: boolean;
  /** Below this size nothing can have been rewritten since the outside checkpoints were given out; 0 without any. */
  readonly fixedBelow: number;
};

export interface LogAudit {
  /** Takes the next leaf, from the first on. What is wrong with it ends the audit; null where nothing is. */
  push(leaf: Uint8Array): BundleFault | null;
  /** To be called once the leaves of `checkpoint` were pushed. */
  finish(): Checked<AuditReport>;
}

/**
 * Judges a whole log, leaf by leaf, against checkpoints of it. Whoever has all leaves needs no proofs: the root of as many as a
 * checkpoint counts is its root, or it is not. Cost: two hashes a leaf; memory: a hash per level.
 */
export function createLogAudit(options: AuditOptions): LogAudit {
  const { checkpoint, firstKey, trustedKeys = [], outside = [] } = options;
  const head = { name: "checkpoint", bytes: checkpoint };
  const rootAt = new Map<number, Uint8Array | null>();
  for (const { bytes } of [head, ...outside]) rootAt.set(parseCheckpoint(bytes)?.size ?? 0, null);
  const periods: KeyPeriod[] = [{ key: firstKey, from: 0 }];
  let frontier: Frontier = emptyFrontier;
  let [size, lastAt] = [0, 0];

  const checkKept = (
    { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
    origin: string,
  ): Checked<Checkpoint> => {
    const opened = checkCheckpoint(bytes, name, { origin, periods, primitives: options });
    if (!opened.ok) return opened;
    const kept = opened.value.checkpoint;
    const root = kept.size === 0 ? rootOf(emptyFrontier, options.sha256) : (rootAt.get(kept.size) ?? null);
    if (root === null) return fail("outside_unreachable", name);
    return isEqualBytes(root, kept.root) ? pass(kept) : fail(name === head.name ? "inconsistent" : "split_view", name);
  };

  return {
    push(leaf) {
      const where = `entry ${size}`;
      const entry = parseEntry(leaf);
      if (entry === null || entry.sequence !== size || entry.at < lastAt) return { kind: "malformed_entry", where };
      frontier = appendLeaf(frontier, hashLeaf(leaf, options.sha256), options);
      [size, lastAt] = [size + 1, entry.at];
      if (rootAt.has(size)) rootAt.set(size, rootOf(frontier, options.sha256));
      options.onEntry?.(entry);
      if (entry.type !== ownTypes.keyRotated) return null;
      const key = nextKey(entry, {
        held: periods.at(-1)?.key ?? firstKey,
        root: rootOf(frontier, options.sha256),
        options,
      });
      if (key === null) return { kind: "broken_rotation", where };
      periods.push({ key, from: size });
      return null;
    },
    finish() {
      const origin = parseCheckpoint(checkpoint)?.origin ?? "";
      const checked = checkKept(head, origin);
      if (!checked.ok) return checked;
      if (checked.value.size !== size) return fail("wrong_files", head.name);
      const isTrusted = periods.some(({ key }) => trustedKeys.some((known) => isSameKey(known, key)));
      if (trustedKeys.length > 0 && !isTrusted) return fail("untrusted_key", "keys");
      let fixedBelow = 0;
      for (const kept of outside) {
        const judged = checkKept(kept, origin);
        if (!judged.ok) return judged;
        fixedBelow = Math.max(fixedBelow, judged.value.size);
      }
      return pass({ checkpoint: checked.value, keys: periods, isKeyTrusted: trustedKeys.length > 0, fixedBelow });
    },
  };
}

type Rotation = { readonly held: VerifierKey; readonly root: Uint8Array; readonly options: AuditOptions };

/** The key that the entry names, where the old one and it signed the log up to here: an entry alone could name any thief's. */
function nextKey({ sequence, key }: Entry, { held, root, options }: Rotation): VerifierKey | null {
  const next = parseVerifierKey(key ?? "", options.sha256);
  const note = options.rotations?.get(sequence);
  const origin = parseCheckpoint(options.checkpoint)?.origin ?? "";
  if (next === null || note === undefined || isSameKey(held, next)) return null;
  const opened = openCheckpoint(note, { ...options, origin, keys: [held, next] });
  if (typeof opened === "string" || opened.signers.length !== 2) return null;
  const { checkpoint } = opened;
  return checkpoint.size === sequence + 1 && isEqualBytes(checkpoint.root, root) ? next : null;
}

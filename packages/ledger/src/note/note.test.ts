import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { toBase64 } from "../bytes/base64.ts";
import { toUtf8 } from "../bytes/utf8.ts";
import { createTestSigner, sha256, verifyEd25519 } from "../testing/primitives.ts";
import { openCheckpoint, parseCheckpoint, parseDecimal, signCheckpoint } from "./checkpoint.ts";
import { formatLogProof, parseLogProof } from "./log-proof.ts";
import { listNoteSigners, parseNote, signNote } from "./signed-note.ts";
import { formatVerifierKey, isSameKey, parseVerifierKey } from "./verifier-key.ts";

const origin = "forum.example/ledger";
const signer = createTestSigner(origin, 1);
const other = createTestSigner(origin, 2);
const root = sha256(toUtf8("root"));
const trust = { origin, keys: [signer.key], verifyEd25519 };

describe("verifier keys", () => {
  it("are read back from their text", () => {
    for (let seed = 0; seed < 20; seed++) {
      const { key } = createTestSigner("a.example/log", seed);
      expect(parseVerifierKey(formatVerifierKey(key), sha256)).toEqual(key);
    }
  });

  it("have the id of the specification: the hash of name, newline, type and key, cut to four bytes", () => {
    const typed = Buffer.concat([Buffer.from(`${origin}\n\u0001`), signer.key.publicKey]);
    expect(Buffer.from(signer.key.id)).toEqual(createHash("sha256").update(typed).digest().subarray(0, 4));
  });

  const [, id = "", encoded = ""] = formatVerifierKey(signer.key).split("+");
  it.each([
    ["another id", `${origin}+00000000+${encoded}`],
    ["the id in capitals", `${origin}+${id.toUpperCase()}A+${encoded}`],
    ["another name", `b.example+${id}+${encoded}`],
    ["an empty name", `+${id}+${encoded}`],
    ["a name with a space", `a b+${id}+${encoded}`],
    ["another type of signature", `${origin}+${id}+${toBase64(new Uint8Array(33).fill(2))}`],
    ["a short key", `${origin}+${id}+${toBase64(new Uint8Array(32).fill(1))}`],
    ["nothing", ""],
  ])("%s is refused", (_, text) => {
    expect(parseVerifierKey(text, sha256)).toBeNull();
  });

  it("isSameKey() looks at name and key", () => {
    expect([isSameKey(signer.key, signer.key), isSameKey(signer.key, other.key)]).toEqual([true, false]);
  });
});

describe("signed notes", () => {
  const text = "a text\n\nwith an empty line\n";
  const note = signNote(text, [signer, other]);

  it("keep their text, and every known key that signed them is named", () => {
    const parsed = parseNote(note);
    expect(parsed?.text).toBe(text);
    const sign = (keys: Parameters<typeof listNoteSigners>[1]) =>
      parsed === null ? null : listNoteSigners(parsed, keys, verifyEd25519);
    expect(sign([other.key, signer.key])).toEqual([other.key, signer.key]);
    expect(sign([createTestSigner(origin, 3).key])).toEqual([]);
  });

  it("a flipped bit anywhere is not signed by anybody, or is no note", () => {
    const single = signNote(text, [signer]);
    for (let at = 0; at < single.length; at++) {
      const parsed = parseNote(single.with(at, (single[at] ?? 0) ^ 1));
      const signers = parsed === null ? [] : listNoteSigners(parsed, [signer.key], verifyEd25519);
      expect(signers).toEqual([]);
    }
  });

  it("a failing signature of a known key spoils the note even beside a good one", () => {
    const forged = { ...signer, sign: () => new Uint8Array(64) };
    const parsed = parseNote(signNote(text, [signer, forged]));
    expect(parsed && listNoteSigners(parsed, [signer.key, other.key], verifyEd25519)).toEqual([]);
  });

  const line = new TextDecoder().decode(signNote("x\n", [signer])).slice(3);
  it.each([
    ["no signature", "x\n\n"],
    ["no empty line", `x\n${line}`],
    ["no last newline", `x\n\n${line.slice(0, -1)}`],
    ["a hyphen for the dash", `x\n\n${line.replace("\u2014", "-")}`],
    ["two spaces", `x\n\n${line.replace(" ", "  ")}`],
    ["a carriage return", `x\r\n\n${line}`],
    ["a tab", `x\t\n\n${line}`],
    ["a signature of four bytes", `x\n\n\u2014 ${origin} AAAAAA==\n`],
    ["65 signatures", `x\n\n${line.repeat(65)}`],
    ["past its size", `${"x".repeat(70_000)}\n\n${line}`],
  ])("%s: refused", (_, whole) => {
    expect(parseNote(toUtf8(whole))).toBeNull();
  });

  it("bytes that are no text are refused", () => {
    expect(parseNote(new Uint8Array([0xff, 0x0a, 0x0a]))).toBeNull();
  });
});

describe("checkpoints", () => {
  const checkpoint = { origin, size: 1234, root };

  it("open with a key that signed them", () => {
    expect(openCheckpoint(signCheckpoint(checkpoint, [signer]), trust)).toEqual({ checkpoint, signers: [signer.key] });
  });

  it("are refused for another log, and without a known signature", () => {
    const foreign = signCheckpoint({ ...checkpoint, origin: "b.example" }, [signer]);
    expect(openCheckpoint(foreign, trust)).toBe("foreign_origin");
    expect(openCheckpoint(signCheckpoint(checkpoint, [other]), trust)).toBe("not_signed_by_a_known_key");
    expect(openCheckpoint(toUtf8("x"), trust)).toBe("malformed_checkpoint");
  });

  const encoded = toBase64(root);
  it.each([
    ["an empty origin", `\n1\n${encoded}\n`],
    ["a leading zero", `${origin}\n01\n${encoded}\n`],
    ["a sign", `${origin}\n+1\n${encoded}\n`],
    ["a size past exact numbers", `${origin}\n9007199254740993\n${encoded}\n`],
    ["a short root", `${origin}\n1\nAAAA\n`],
    ["an empty extension line", `${origin}\n1\n${encoded}\n\n`],
    ["two lines", `${origin}\n1\n`],
  ])("%s: refused", (_, text) => {
    expect(parseCheckpoint(signNote(text, [signer]))).toBeNull();
  });

  it("extension lines are passed over", () => {
    const text = `${origin}\n1\n${encoded}\nmore\n`;
    expect(parseCheckpoint(signNote(text, [signer]))).toEqual({ origin, size: 1, root });
  });

  it.each([
    ["0", 0],
    ["9007199254740991", Number.MAX_SAFE_INTEGER],
    ["00", null],
    ["1e3", null],
    ["", null],
  ])("parseDecimal(%j) is %s", (digits, value) => {
    expect(parseDecimal(digits)).toBe(value);
  });
});

describe("proofs as text", () => {
  const proof = {
    index: 7,
    proof: [root, sha256(root)],
    checkpoint: signCheckpoint({ origin, size: 9, root }, [signer]),
  };

  it("are read back", () => {
    expect(parseLogProof(formatLogProof(proof))).toEqual(proof);
  });

  it("have one form: no changed byte yields the same proof", () => {
    const bytes = formatLogProof(proof);
    for (let at = 0; at < bytes.length; at++) {
      expect(parseLogProof(bytes.with(at, (bytes[at] ?? 0) ^ 1))).not.toEqual(proof);
    }
  });

  it("more hashes than any tree has levels are refused", () => {
    const long = formatLogProof({ ...proof, proof: Array.from({ length: 65 }, () => root) });
    expect(parseLogProof(long)).toBeNull();
  });
});

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const fileBytesMax = 65_536;
const needleBytesMin = 16;

/**
 * Byte strings that must not stand in any backup: what the small files under `keys` hold. The payload keys are a database of
 * their own, which no backup looks at.
 */
export function listKeyNeedles(keys: string): readonly Buffer[] {
  return readdirSync(keys, { recursive: true, encoding: "utf8" }).flatMap((name) => {
    const path = join(keys, name);
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.isFile() !== true || found.size > fileBytesMax || /\.(?:sqlite|ndjson)/.test(name)) return [];
    return toNeedles(readFileSync(path));
  });
}

/** Of a key in PEM its lines of base64, which stand alike wherever it is copied to. */
function toNeedles(bytes: Buffer): readonly Buffer[] {
  const text = bytes.toString("latin1");
  const parts = text.includes("-----BEGIN")
    ? text.split(/\r?\n/).filter((line) => !line.startsWith("-----"))
    : [text.trim() === "" ? text : text.replace(/\r?\n$/, "")];
  return parts.map((part) => Buffer.from(part, "latin1")).filter((part) => part.length >= needleBytesMin);
}

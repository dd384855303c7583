import { toHex } from "../bytes/hex.ts";
import { toUtf8 } from "../bytes/utf8.ts";
import type { Sha256 } from "../primitives.ts";
import { bundlePaths } from "./layout.ts";
import type { Files } from "./zip.ts";

/** The lines that `sha256sum *` would print, sorted by path. */
export function formatManifest(files: Files, sha256: Sha256): Uint8Array {
  const lines = [...files]
    .filter(([path]) => path !== bundlePaths.manifest)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, bytes]) => `${toHex(sha256(bytes))}  ${path}\n`);
  return toUtf8(lines.join(""));
}

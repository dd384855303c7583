import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { LifecycleFailure, toLifecycleFailure } from "../lifecycle-failure.ts";
import { checkCopy } from "./check-copy.ts";
import { dataFolder, formatSums, manifestFile, parseManifest, sumsFile, type Manifest } from "./manifest.ts";
import { scanFile } from "./scan-file.ts";

const manifestBytesMax = 64 << 20;

/**
 * Holds a backup against its manifest: every file is there, as long as it was, with the bytes that it had, and nothing beside; every
 * database is whole. Writes nothing. Throws a `LifecycleFailure` at the first thing wrong. Cost: a reading of all of it.
 */
export async function verifyBackup(
  folder: string,
  onFile?: (path: string, done: number, all: number) => void,
): Promise<Manifest> {
  try {
    const manifest = await readManifest(folder);
    refuseForeign(folder, manifest);
    for (const [i, file] of manifest.files.entries()) {
      const path = join(folder, dataFolder, file.path);
      const { bytes, sha256 } = await scanFile(path);
      if (bytes !== file.bytes || sha256 !== file.sha256)
        throw new LifecycleFailure("file_damaged", { path: file.path });
      if (file.kind === "sqlite") checkCopy(path, file.path);
      onFile?.(file.path, i + 1, manifest.files.length);
    }
    return manifest;
  } catch (error) {
    throw toLifecycleFailure(error, folder);
  }
}

/** Reads the manifest of a backup, which has to be the one that the sums are of. */
export async function readManifest(folder: string): Promise<Manifest> {
  const path = join(folder, manifestFile);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile() !== true || found.size > manifestBytesMax || !existsSync(join(folder, sumsFile))) {
    throw new LifecycleFailure("manifest_damaged", { path: folder });
  }
  const manifest = parseManifest(readFileSync(path, "utf8"));
  const own = { path: manifestFile, sha256: (await scanFile(path)).sha256 };
  const sums = formatSums([own, ...manifest.files.map((file) => ({ ...file, path: `${dataFolder}/${file.path}` }))]);
  if (readFileSync(join(folder, sumsFile), "utf8") !== sums) {
    throw new LifecycleFailure("manifest_damaged", { path: sumsFile });
  }
  return manifest;
}

function refuseForeign(folder: string, manifest: Manifest): void {
  const known = new Set([manifestFile, sumsFile, ...manifest.files.map((file) => `${dataFolder}/${file.path}`)]);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) continue;
    const path = join(entry.parentPath, entry.name).slice(join(folder, "/").length).replaceAll("\\", "/");
    // A link would be followed to whatever it names when the backup is restored.
    if (!known.has(path) || !entry.isFile()) throw new LifecycleFailure("file_foreign", { path });
    known.delete(path);
  }
  const [missing] = known;
  if (missing !== undefined) throw new LifecycleFailure("file_damaged", { path: missing });
}

import { bundlePaths } from "../bundle/layout.ts";
import { formatManifest } from "../bundle/manifest.ts";
import { parseZip, writeZip, type Files } from "../bundle/zip.ts";
import { verifyBundle } from "../verifier/verify-bundle.ts";
import { primitives, sha256 } from "./primitives.ts";
import { createSampleLog, sampleLeaves, sampleSigner } from "./sample-log.ts";

/** What somebody who knows the format can do: change files, and mend manifest and zip. */
export function repack(files: Files): Uint8Array {
  const mended = new Map(files);
  return writeZip(mended.set(bundlePaths.manifest, formatManifest(mended, sha256)));
}

/** The files of a small bundle of which a byte can be changed, manifest and zip being mended, without being refused. */
export function listUnseenFiles({ step }: { readonly step: number }): readonly string[] {
  const log = createSampleLog(sampleLeaves(9));
  const files = parseZip(log.bundle([2, 8], { older: [log.noteAt(4)] })) ?? new Map<string, Uint8Array>();
  const unseen = new Set<string>();
  for (const [path, bytes] of files) {
    if (path === bundlePaths.manifest) continue;
    for (let at = 0; at < bytes.length && !unseen.has(path); at += step) {
      const zip = repack(new Map(files).set(path, bytes.with(at, (bytes[at] ?? 0) ^ 1)));
      if (verifyBundle(zip, { ...primitives, trustedKeys: [sampleSigner.key] }).ok) unseen.add(path);
    }
  }
  return [...unseen].sort();
}

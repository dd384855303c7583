import { isEqualBytes } from "../bytes/bytes.ts";
import { listBundlePaths, parseDescription } from "../bundle/description.ts";
import { bundlePaths, type BundleDescription } from "../bundle/layout.ts";
import { formatManifest } from "../bundle/manifest.ts";
import { parseZip, type Files } from "../bundle/zip.ts";
import type { Sha256 } from "../primitives.ts";
import { fail, pass, type Checked } from "./checked.ts";

export type OpenedBundle = { readonly files: Files; readonly description: BundleDescription };

/** The files of a bundle: exactly those that its description names, with the hashes of its manifest. */
export function checkFiles(zip: Uint8Array, sha256: Sha256): Checked<OpenedBundle> {
  const files = parseZip(zip);
  if (files === null) return fail("malformed_zip", "bundle");
  const described = files.get(bundlePaths.description);
  const description = described === undefined ? null : parseDescription(described);
  if (description === null) return fail("wrong_files", bundlePaths.description);
  const expected = listBundlePaths(description);
  const missing = expected.find((path) => !files.has(path));
  if (missing !== undefined) return fail("wrong_files", missing);
  const known = new Set(expected);
  const unknown = [...files.keys()].find((path) => !known.has(path));
  if (unknown !== undefined) return fail("wrong_files", unknown);
  if (!isEqualBytes(fileAt(files, bundlePaths.manifest), formatManifest(files, sha256))) {
    return fail("wrong_manifest", bundlePaths.manifest);
  }
  return pass({ files, description });
}

/** A file that `checkFiles` has found to be there. */
export function fileAt(files: Files, path: string): Uint8Array {
  const bytes = files.get(path);
  if (bytes === undefined) throw new Error(`The bundle was not checked for ${path}.`);
  return bytes;
}

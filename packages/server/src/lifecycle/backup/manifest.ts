import { z } from "zod";
import { LifecycleFailure } from "../lifecycle-failure.ts";

export const manifestFile = "manifest.json";
/** Hashes of all files, the manifest's among them, as `sha256sum -c` reads them. */
export const sumsFile = "SHA256SUMS";
/** Where in a backup the data stands. */
export const dataFolder = "data";

const formatVersion = 1;
const path = z.string().min(1).max(1024).refine(isPlainPath, "no path inside the backup");
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const manifest = z.strictObject({
  format: z.literal("breakwater-backup"),
  formatVersion: z.int().min(1),
  /** Of Breakwater. */
  version: z.string().max(64),
  /** Everything that was acknowledged before `startedAt` is in it: milliseconds since 1970 UTC. */
  startedAt: z.int().min(0),
  finishedAt: z.int().min(0),
  files: z.array(z.strictObject({ path, kind: z.enum(["sqlite", "plain"]), bytes: z.int().min(0), sha256 })),
  /** The newest checkpoint of the ledger in the backup, as the signed note; null where there is no ledger yet. */
  checkpoint: z.string().max(65_536).nullable(),
});

export type Manifest = z.output<typeof manifest>;
export type ManifestFile = Manifest["files"][number];

export function createManifest(facts: Omit<Manifest, "format" | "formatVersion">): Manifest {
  return parseManifest(JSON.stringify({ format: "breakwater-backup", formatVersion, ...facts }));
}

export function formatManifest(value: Manifest): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Throws a `LifecycleFailure` on what is no manifest, or one of a later format. */
export function parseManifest(text: string): Manifest {
  const value = parseJson(text);
  const written: unknown =
    typeof value === "object" && value !== null && "formatVersion" in value ? value.formatVersion : 0;
  if (typeof written === "number" && written > formatVersion) {
    throw new LifecycleFailure("format_unknown", { path: manifestFile, detail: String(written) });
  }
  const parsed = manifest.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new LifecycleFailure("manifest_damaged", { path: manifestFile, detail: issue?.path.join(".") ?? "" });
  }
  if (new Set(parsed.data.files.map((file) => file.path)).size !== parsed.data.files.length) {
    throw new LifecycleFailure("manifest_damaged", { path: manifestFile, detail: "files" });
  }
  return parsed.data;
}

export function formatSums(files: readonly { readonly path: string; readonly sha256: string }[]): string {
  return files.map((file) => `${file.sha256}  ${file.path}\n`).join("");
}

/** Without `..`, roots, and what one system or another reads otherwise. */
function isPlainPath(text: string): boolean {
  return text.split("/").every((part) => /^[^\p{Cc}\\/:*?"<>|]{1,255}$/u.test(part) && !/^\.+$/.test(part));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new LifecycleFailure("manifest_damaged", { path: manifestFile });
  }
}

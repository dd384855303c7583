import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, relative } from "node:path";

export type Packing = "br" | "gzip";

export type ConsoleFile = {
  readonly type: string;
  readonly bytes: Buffer;
  readonly packed: Readonly<Partial<Record<Packing, Buffer>>>;
  readonly etag: string;
  /** Its name changes with what is in it, so that it may be kept for ever. */
  readonly isImmutable: boolean;
};

/** The built console, in memory: a few hundred kilobytes, and nothing that a path could lead out of. */
export type ConsoleFiles = ReadonlyMap<string, ConsoleFile>;

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".woff2": "font/woff2",
};

/** By their paths below the folder, with `/` between. Null where the console has not been built. */
export function readConsoleFiles(folder: string): ConsoleFiles | null {
  if (!existsSync(join(folder, "index.html"))) return null;
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = new Map<string, ConsoleFile>();
  for (const path of paths) {
    const type = types[extname(path)];
    if (type === undefined) continue;
    const name = relative(folder, path).replaceAll("\\", "/");
    const bytes = readFileSync(path);
    const [br, gzip] = [`${path}.br`, `${path}.gz`].map((packed) => (existsSync(packed) ? readFileSync(packed) : null));
    files.set(name, {
      type,
      bytes,
      packed: { ...(br ? { br } : {}), ...(gzip ? { gzip } : {}) },
      etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`,
      isImmutable: name.startsWith("assets/"),
    });
  }
  return files;
}

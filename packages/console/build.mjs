// Builds the console into dist/, unless what is there was made of these very sources. Plain JavaScript for Node 20.19 and later: it runs
// at set-up, when Node 24 may not be there yet.
//   node packages/console/build.mjs
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { env, stderr } from "node:process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "../..");
const dist = join(here, "dist");
const stamp = join(dist, ".sources");

const hash = hashSources();
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== hash) {
  stderr.write("Setting up: building the console (once per change)\n");
  env.NODE_ENV = "production";
  const { build } = await import("vite");
  await build({ configFile: join(here, "vite.config.ts"), logLevel: "warn" });
  await Promise.all(listFiles(dist).map(compress));
  writeFileSync(stamp, hash);
}

/** Of all that the build reads: the console, the rooms it may import, and the versions of everything else. */
function hashSources() {
  const rooms = ["contract", "casework", "ledger"].map((room) => join(root, "packages", room, "src"));
  const files = [join(here, "src"), ...rooms].flatMap(listFiles).filter((path) => !isOfTests(path));
  const single = ["index.html", "vite.config.ts", "package.json", "build.mjs"].map((name) => join(here, name));
  const sum = createHash("sha256");
  for (const path of [...files, ...single, join(root, "package-lock.json")].sort()) {
    sum
      .update(`${relative(root, path)}\0`)
      .update(readFileSync(path))
      .update("\0");
  }
  return sum.digest("hex");
}

function listFiles(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

function isOfTests(path) {
  return /\.test\.tsx?$|[\\/]testing[\\/]/.test(path);
}

/** Beside each file of text its packed forms, so that nobody packs it while somebody waits. */
async function compress(path) {
  if (!/\.(?:js|css|html|svg|json)$/.test(path)) return;
  const bytes = readFileSync(path);
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  writeFileSync(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
  writeFileSync(`${path}.br`, await promisify(brotliCompress)(bytes, quality));
}

// Writes the character tables of packages/engine/src/text/tables from the npm packages that carry them.
// Run it by hand (`node scripts/tables/main.ts`) when a source moves to a new version, and commit what it writes.
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildEmojiWords } from "./emoji-words.ts";
import { buildParts } from "./parts.ts";
import { buildReadings } from "./readings.ts";
import { buildSimplified } from "./simplified.ts";

const folder = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), "packages/engine/src/text/tables");

const tables: Readonly<Record<string, string>> = {
  "simplified.ts": buildSimplified(),
  "readings.ts": buildReadings(),
  "parts.ts": buildParts(),
  "emoji-words.ts": buildEmojiWords(),
};

for (const [file, source] of Object.entries(tables)) {
  writeFileSync(join(folder, file), source);
  console.log(`${file}: ${Buffer.byteLength(source)} bytes`);
}

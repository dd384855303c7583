import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { execPath } from "node:process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Where the built console lies; built anew where its sources have changed. */
export function ensureBuilt(): string {
  execFileSync(execPath, [join(root, "build.mjs")], { stdio: "inherit" });
  return join(root, "dist");
}

/** What a browser loads before the first page is drawn: the document's own files, and what the first screen asks for. Bytes, as gzip sends them. */
export function measureFirstLoad(dist: string): { readonly bytes: number; readonly files: readonly string[] } {
  const document = readFileSync(join(dist, "index.html"), "utf8");
  const named = [...document.matchAll(/(?:src|href)="\/console\/(assets\/[^"]+\.(?:js|css))"/g)].map(
    (match) => match[1] ?? "",
  );
  const entry = readFileSync(join(dist, named.find((name) => name.endsWith(".js")) ?? ""), "utf8");
  const first = /assets\/NowPage-[\w-]+\.js/.exec(entry)?.[0];
  if (first === undefined) throw new Error("The first screen is not among the built files.");
  const files = new Set([...named, first, ...listImports(dist, first)]);
  const bytes = [...files].reduce((sum, name) => sum + readFileSync(join(dist, `${name}.gz`)).length, 0);
  return { bytes, files: [...files] };
}

/** What a chunk imports before it runs, and what those do. */
function listImports(dist: string, name: string, seen = new Set<string>()): readonly string[] {
  const source = readFileSync(join(dist, name), "utf8");
  for (const [, target = ""] of source.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) {
    if (seen.has(`assets/${target}`)) continue;
    seen.add(`assets/${target}`);
    listImports(dist, `assets/${target}`, seen);
  }
  return [...seen];
}

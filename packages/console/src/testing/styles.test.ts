import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const source = fileURLToPath(new URL("../", import.meta.url));

/** The classes that the selectors of a file begin with: of `.toast .button` that is `toast`, whose business the buttons in it are. */
function listOwned(file: string): ReadonlySet<string> {
  const css = readFileSync(join(source, file), "utf8").replaceAll(/\/\*[^]*?\*\//g, "");
  const selectors = [...css.matchAll(/([^{};]+)\{/g)]
    .map(([, selector = ""]) => selector.replaceAll(/\([^()]*\)/g, ""))
    .filter((selector) => !selector.trim().startsWith("@"))
    .flatMap((selector) => selector.split(","));
  const firsts = selectors.map((selector) => selector.trim().split(/[\s>+~]/)[0] ?? "");
  return new Set(firsts.flatMap((first) => [...first.matchAll(/\.([\w-]+)/g)].map(([, name = ""]) => name)));
}

it("styles each class in one file: what a screen loads stays, so that two would fight once both were visited", () => {
  const files = globSync("**/*.css", { cwd: source }).toSorted();
  const owners = new Map<string, readonly string[]>();
  for (const file of files) {
    for (const name of listOwned(file)) owners.set(name, [...(owners.get(name) ?? []), file]);
  }
  expect(owners.get("row")).toEqual(["ui/rows.css"]);
  expect([...owners].filter(([, within]) => within.length > 1)).toEqual([]);
});

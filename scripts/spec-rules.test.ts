import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const read = (file: string): string => readFileSync(join(root, file), "utf8");

/** Rules are list items that begin with their number in bold: `- **CW-12** …`. */
const rules = globSync("docs/spec/*.md", { cwd: root }).flatMap((file) =>
  [...read(file).matchAll(/^- \*\*([A-Z]+-\d+)\*\* /gm)].map(([, rule]) => rule ?? ""),
);
const prefixes = new Set(rules.map((rule) => rule.replace(/\d+$/, "")));

/** Numbers in what tests say of themselves: in quotes, so that a comment does not count. */
const tests = globSync(["packages/*/src/**/*.test.ts", "packages/*/src/testing/*.ts"], { cwd: root });
const quoted = tests.flatMap((file) => [...read(file).matchAll(/"[^"\n]*"|`[^`]*`/g)].map(([text]) => text));
const named = new Set(
  quoted
    .flatMap((text) => [...text.matchAll(/\b[A-Z]+-\d+\b/g)].map(([rule]) => rule))
    .filter((rule) => prefixes.has(rule.replace(/\d+$/, ""))),
);

it("every numbered rule of docs/spec is named by a test", () => {
  expect(rules.length).toBeGreaterThan(100);
  expect(rules.filter((rule) => !named.has(rule))).toEqual([]);
});

it("no number stands for two rules, and no test names a rule that does not exist", () => {
  expect(rules.filter((rule, index) => rules.indexOf(rule) !== index)).toEqual([]);
  expect([...named].filter((rule) => !rules.includes(rule))).toEqual([]);
});

import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { listBreaches } from "./walls.ts";

it("no import crosses a wall", () => {
  expect(listBreaches()).toEqual([]);
});

it("ARCHITECTURE.md prints the table that the machine checks", () => {
  const page = readFileSync(new URL("../ARCHITECTURE.md", import.meta.url), "utf8");
  const table = JSON.parse(readFileSync(new URL("walls.json", import.meta.url), "utf8")) as Record<string, string[]>;
  for (const [room, allowed] of Object.entries(table)) {
    expect(page).toContain(`| \`${room}\` | ${allowed.map((name) => `\`${name}\``).join(", ") || "nothing"} |`);
  }
});

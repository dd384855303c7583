import type { Page } from "playwright-core";

/**
 * What a page is made of, as lines that people can compare: where its great parts stand, then every role and name in them, as a screen
 * reader meets them. Times and ids are masked, for they differ with each run; fonts play no part: heights are left out, and widths come from
 * the grid.
 */
export async function readStructure(page: Page, part: "body" | "main"): Promise<string> {
  await page.evaluate(maskVarying);
  const boxes = (await page.evaluate(listBoxes)) as readonly string[];
  const tree = await page.locator(part).ariaSnapshot();
  const masked = masks.reduce((text, [varying, mask]) => text.replaceAll(varying, mask), tree);
  return `${boxes.join("\n")}\n\n${masked}\n`;
}

const masks = [
  [/\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/g, "ID"],
  [/\b(?:[\da-f]{8}|[\da-f]{16,64})\b/g, "ID"],
  [/\bhttp:\/\/127\.0\.0\.1:\d+/g, "SERVICE"],
  // Where the words around a time belong to it: a clock that has run for as long as the test.
  [/\bin \d+ (?:second|minute|hour|day)s?\b|\b\d+ (?:second|minute|hour|day)s? ago\b/g, "TIME"],
  [/\b\d+ (?:second|minute)s?\b/g, "TIME"],
] as const;

const maskVarying = `for (const [selector, mask] of [["time", "TIME"], [".id", "ID"], [".live", "LIVE"]]) {
  for (const element of document.querySelectorAll(selector)) element.textContent = mask;
}`;

const listBoxes = `[...document.querySelectorAll("header.bar, nav.rail, main, main .columns > *, main .sheet")].map((part) => {
  const { left, right } = part.getBoundingClientRect();
  const name = part.querySelector("h2")?.textContent ?? part.className;
  return part.localName + " " + name + ": " + Math.round(left) + " to " + Math.round(right);
})`;

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ensureBuilt, measureFirstLoad } from "./build.ts";

const firstLoadBytesMax = 200 * 1024;

it("loads at most 200 KiB before the first screen is drawn, and runs nothing that stands in the document", () => {
  const dist = ensureBuilt();
  const { bytes, files } = measureFirstLoad(dist);
  expect(bytes, files.join(" ")).toBeLessThanOrEqual(firstLoadBytesMax);
  const document = readFileSync(join(dist, "index.html"), "utf8");
  expect(document).not.toMatch(/<style|<script(?![^>]*\ssrc=)|\son\w+=|javascript:|https?:\/\//);
}, 120_000);

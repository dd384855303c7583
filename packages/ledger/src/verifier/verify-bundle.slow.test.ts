import { expect, it } from "vitest";
import { bundlePaths } from "../bundle/layout.ts";
import { listUnseenFiles } from "../testing/repack.ts";

it("every changed byte of every file is refused though manifest and zip were mended, but for the two read-me pages", () => {
  expect(listUnseenFiles({ step: 1 })).toEqual([bundlePaths.readme, bundlePaths.readmeChinese]);
});

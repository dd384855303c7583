import { readCsv } from "./csv.ts";
import { coordinationPath } from "./folder.ts";

/** Distinct texts of reposts and comments on events of 2013 that were no rumours. */
export function loadOrdinaryWeibo(): readonly string[] {
  const { label, text } = readCsv(coordinationPath("weibo_reposts"), ["label", "text"]);
  return [...new Set(text.filter((_, row) => label[row] === "0"))];
}

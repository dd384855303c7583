import { readCsv } from "./csv.ts";
import { coordinationPath } from "./folder.ts";

/** Distinct texts of reposts and comments on events of 2013, by whether the event was a rumour. */
export function loadWeiboByEvent(): { readonly ordinary: readonly string[]; readonly rumours: readonly string[] } {
  const { label, text } = readCsv(coordinationPath("weibo_reposts"), ["label", "text"]);
  const textsOf = (wanted: string): readonly string[] => [...new Set(text.filter((_, row) => label[row] === wanted))];
  return { ordinary: textsOf("0"), rumours: textsOf("1") };
}

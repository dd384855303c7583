import type { TextColumns } from "./columns.ts";
import { readCsv } from "./csv.ts";
import { coordinationPath } from "./folder.ts";

/** debate_mix: object = the post's own id. The label is for scoring alone; language and type of post are never read. */
export type Debate = TextColumns & {
  /** Troll accounts; the 9,829 others are presumed organic. */
  readonly trolls: ReadonlySet<string>;
};

export function loadDebate(): Debate {
  const file = readCsv(coordinationPath("debate_mix"), ["post_id", "account", "label", "ts", "text"]);
  return {
    account: file.account,
    object: file.post_id,
    at: Float64Array.from(file.ts, (seconds) => Number(seconds) * 1000),
    text: file.text,
    trolls: new Set(file.account.filter((_, row) => file.label[row] === "1")),
  };
}

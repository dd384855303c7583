import type { TextColumns } from "../data/columns.ts";

const tokensMin = 4;
const minuteMs = 60_000;

/**
 * What a user would write in one line: an account's number of distinct texts (of four tokens or more) that another
 * account also posted in the same minute. Text in lower case, without links and @names, spaces folded.
 */
export function countSharedTexts(posts: TextColumns): ReadonlyMap<string, number> {
  const keys = posts.text.map((text, row) => {
    const plain = foldText(text);
    return plain.split(" ").length < tokensMin ? null : `${Math.floor(posts.at[row] / minuteMs)} ${plain}`;
  });
  const accountsOf = new Map<string, Set<string>>();
  keys.forEach((key, row) => {
    if (key === null) return;
    const accounts = accountsOf.get(key) ?? new Set();
    accountsOf.set(key, accounts.add(posts.account[row]));
  });
  const texts = new Map<string, Set<string>>();
  for (const [key, accounts] of accountsOf) {
    if (accounts.size < 2) continue;
    const text = key.slice(key.indexOf(" ") + 1);
    for (const account of accounts) texts.set(account, (texts.get(account) ?? new Set()).add(text));
  }
  return new Map([...texts].map(([account, shared]) => [account, shared.size]));
}

export function foldText(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/https?:\/\/\S+/g, " ")
    .replaceAll(/@\w+/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}

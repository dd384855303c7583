/**
 * How the input was chosen. A hashtag or keyword fakes co-action on itself, a followed list fakes activity;
 * `not_stated` and any selection but `none` mean that no population is declared.
 */
export type Selection =
  | { readonly kind: "not_stated" }
  | { readonly kind: "none" }
  | { readonly kind: "accounts" }
  | { readonly kind: "hashtag"; readonly value: string }
  | { readonly kind: "keyword"; readonly value: string };

export function parseSelection(word: string): Selection | null {
  if (word === "none" || word === "accounts") return { kind: word };
  const colon = word.indexOf(":");
  const kind = word.slice(0, colon);
  const value = word.slice(colon + 1).trim();
  if ((kind === "hashtag" || kind === "keyword") && value !== "") return { kind, value };
  return null;
}

export function toSelectionWords(selection: Selection): string {
  switch (selection.kind) {
    case "not_stated":
      return "not stated";
    case "hashtag":
    case "keyword":
      return `${selection.kind}:${selection.value}`;
    default:
      return selection.kind;
  }
}

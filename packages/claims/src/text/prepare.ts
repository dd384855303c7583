import { normaliseText } from "@breakwater/engine/text";

/**
 * The text that is compared: addresses out, hashtags and mentions taken apart ("#StopTheSteal" is "stop the steal" and "stopthesteal"),
 * the signature under an embedded post reduced to the author's shown name, then the key form of `normaliseText`.
 */
export function prepareText(text: string): string {
  if (!/[#@:./]/.test(text)) return normaliseText(text);
  return normaliseText(
    text
      .replace(links, " ")
      .replace(signature, (_, name: string) => ` ${name} `)
      .replace(tag, (_, name: string) => ` ${takeApart(name)} `),
  );
}

const links = /\b(?:https?:\/\/|www\.|pic\.twitter\.com\/)[^\s，。！？、）】》"'<>]+/giu;
/** As platforms write it under an embedded post: "— Name (@handle) January 28, 2021". */
const signature = /[—–]\s*([^—–()]{1,80}?)\s*\(@\w{1,30}\)(?:\s+\p{L}+\.? \d{1,2}, \d{4})?\s*$/u;
const tag = /(?<![\w&])[#@]([A-Za-z][A-Za-z0-9_]{1,60})/g;

/** Words of the hashtags and mentions of a text, lower case, together and taken apart. */
export function listTagWords(text: string): readonly string[] {
  if (!/[#@]/.test(text)) return [];
  return [...text.matchAll(tag)].flatMap(([, name = ""]) => takeApart(name).toLowerCase().split(/\s+/));
}

function takeApart(name: string): string {
  const parts = name
    .replace(/_/g, " ")
    .replace(/(\p{Ll}|\d)(?=\p{Lu})|(\p{Lu})(?=\p{Lu}\p{Ll})|(\p{L})(?=\d)/gu, "$& ");
  return parts.includes(" ") ? `${parts} ${name.replace(/_/g, "")}` : name;
}

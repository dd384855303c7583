import { isBankCard } from "./bank-card.ts";
import { isResidentId } from "./resident-id.ts";

export const maskKinds = ["resident_id", "bank_card", "phone"] as const;
export type MaskKind = (typeof maskKinds)[number];

/** A mark that stands in a text for what was masked. `start` is its index in the masked text. */
export type Mark = { readonly kind: MaskKind; readonly start: number };

export type MaskedText = { readonly text: string; readonly marks: readonly Mark[] };

const marks: Readonly<Record<MaskKind, string>> = {
  resident_id: "[masked:resident_id]",
  bank_card: "[masked:bank_card]",
  phone: "[masked:phone]",
};

/** No phone, card or resident number is shorter. */
const digitsMin = 7;
const none: readonly Mark[] = [];

/**
 * Puts a mark in the place of each Chinese resident number (18 digits with a right checksum, 15 with a right date), bank card
 * (an issuer's prefix and length, and Luhn) and phone number (Chinese mobile and landline, anything behind `+` or `00`,
 * 3-3-4 groups). Numbers inside web addresses, words and decimals, dates and plain counts stay. A text with none is returned
 * as the same string. Cost: one pass; texts with fewer than 7 digits end there.
 */
export function maskIdentifiers(text: string): MaskedText {
  if (!hasDigits(text, digitsMin)) return { text, marks: none };
  candidate.lastIndex = 0;
  let masked = "";
  let kept = 0;
  const found: Mark[] = [];
  for (let match = candidate.exec(text); match; match = candidate.exec(text)) {
    const kind = classify(match);
    if (!kind || isInsideUrl(text, match.index)) continue;
    masked += text.slice(kept, match.index);
    found.push({ kind, start: masked.length });
    masked += marks[kind];
    kept = match.index + match[0].length;
  }
  return found.length === 0 ? { text, marks: none } : { text: masked + text.slice(kept), marks: found };
}

function hasDigits(text: string, least: number): boolean {
  let digits = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57 && ++digits >= least) return true;
  }
  return false;
}

/** Tried in this order at each place; a group that needs arithmetic to be believed is checked by `classify`. */
const candidate = new RegExp(
  [
    String.raw`(?<![\dA-Za-z_@.+-])(?:`,
    String.raw`(?<resident>\d{6}[ -]?\d{8}[ -]?\d{3}[\dXx]|\d{6}[ -]?\d{6}[ -]?\d{3})`,
    String.raw`|(?<card>\d{4}([ -])\d{4}\3\d{4}\3\d{1,7}|\d{4}([ -])\d{6}\4\d{5}|\d{13,19})`,
    String.raw`|(?<phone>(?:(?:\+|00)?86[ -]?)?1[3-9]\d([ -]?)\d{4}\6\d{4}`,
    String.raw`|(?:\(0\d{2,3}\) ?|0(?:10|2\d|[3-9]\d{2})[ -]?)\d{7,8}`,
    String.raw`|(?:\+|00)[1-9](?:[ .()-]{0,2}\d){7,13}`,
    String.raw`|(?:1[ .-])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[ .-])\d{3}[ .-]\d{4})`,
    String.raw`)(?!\d|[.-]\d|[A-Za-z_])`,
  ].join(""),
  "g",
);

function classify(match: RegExpExecArray): MaskKind | null {
  const { resident, card, phone } = match.groups ?? {};
  if (phone !== undefined) return "phone";
  const digits = (resident ?? card ?? "").replaceAll(/[ -]/g, "");
  if (isResidentId(digits)) return "resident_id";
  if (isBankCard(digits)) return "bank_card";
  return longPhone.test(digits) ? "phone" : null;
}

/** Phone numbers with an exit or country code, which are as long as cards and are therefore met as such first. */
const longPhone = /^(?:00[1-9]\d{9,13}|86 ?1[3-9]\d{9})$/;

const urlReach = 300;

/** Ids in web addresses are not identifiers of people, and links must stay comparable. */
function isInsideUrl(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - urlReach), at);
  const word = /[!-~]*$/.exec(before)?.[0] ?? "";
  return word.includes("://") || word.startsWith("www.");
}

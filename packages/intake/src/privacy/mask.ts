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
const nothing: readonly FoundIdentifier[] = [];

/** A number of a person in a text: its index in code units, and the one behind it. */
export type FoundIdentifier = { readonly kind: MaskKind; readonly start: number; readonly end: number };

/**
 * Puts a mark in the place of each number that `findIdentifiers` finds. A text with none is returned as the same string.
 */
export function maskIdentifiers(text: string): MaskedText {
  const found = findIdentifiers(text);
  if (found.length === 0) return { text, marks: none };
  let masked = "";
  let kept = 0;
  const placed = found.map(({ kind, start, end }) => {
    masked += text.slice(kept, start);
    kept = end;
    const mark = { kind, start: masked.length };
    masked += marks[kind];
    return mark;
  });
  return { text: masked + text.slice(kept), marks: placed };
}

/**
 * Finds each Chinese resident number (18 digits with a right checksum, 15 with a right date), bank card
 * (an issuer's prefix and length, and Luhn) and phone number (Chinese mobile and landline, anything behind `+` or `00`,
 * 3-3-4 groups). Numbers inside web addresses, words and decimals, dates and plain counts are passed over. In the order of the
 * text, apart from each other. Cost: one pass; texts with fewer than 7 digits end there.
 */
export function findIdentifiers(text: string): readonly FoundIdentifier[] {
  if (!hasDigits(text, digitsMin)) return nothing;
  candidate.lastIndex = 0;
  const found: FoundIdentifier[] = [];
  for (let match = candidate.exec(text); match; match = candidate.exec(text)) {
    const kind = classify(match);
    if (!kind || isInsideUrl(text, match.index)) continue;
    found.push({ kind, start: match.index, end: match.index + match[0].length });
  }
  return found;
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

export const personalDataKinds = ["email", "url", "handle", "address", "long_number"] as const;
export type PersonalDataKind = (typeof personalDataKinds)[number];

/**
 * Patterns that are refused wherever something is published. They are meant to catch too much: a person then writes the sentence
 * without it. Digits count in any script and through spaces, dots and dashes, because that is how numbers are hidden.
 */
const patterns: Readonly<Record<PersonalDataKind, RegExp>> = {
  email: /[^\s@<>()]{1,64}\s?[@＠]\s?[^\s@<>()]{1,64}\.[^\s@<>()]{2,}/u,
  url: /[a-z][a-z0-9+.-]{1,20}:\/\/\S|\bwww\.\S|[a-z0-9-]{2,63}\.(?:com|net|org|cn|io|eu|info|top|xyz|cc|me)(?![a-z0-9])/iu,
  handle: /[@＠][\p{L}\p{N}_.-]{2,}/u,
  address: /\b\d{1,3}(?:\.\d{1,3}){3}\b|(?:\b[0-9a-f]{1,4}:){3,}|\b[0-9a-f]{0,4}::[0-9a-f]{1,4}\b/iu,
  long_number: /\p{Nd}(?:[\s.\-()–/·]{0,2}[\p{Nd}xX]){6,}/u,
};
/** Numbers that a statement needs: dates, and laws cited by year and number. */
const needed = /(?<!\p{Nd})(?:\p{Nd}{4}-\p{Nd}{2}-\p{Nd}{2}|(?:19|20)\d{2}\/\d{1,4})(?!\p{Nd})/gu;

/** The kinds of personal data that a text seems to hold; the values themselves are not returned, nor kept. Linear in the text. */
export function listPersonalData(text: string): readonly PersonalDataKind[] {
  const plain = text.normalize("NFKC").replace(needed, "#");
  return personalDataKinds.filter((kind) => patterns[kind].test(plain));
}

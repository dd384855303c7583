/** Whether a folded code unit is a-z or 0-9. */
export function isAlphanumeric(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

/** Whether a folded code unit is kept: after folding, whatever is not ASCII is a letter, a digit or a vowel sign. */
export function isLetterLike(code: number): boolean {
  return code >= 0x80 || isAlphanumeric(code);
}

/**
 * Whether a code unit belongs to a script written without spaces, in which one unit says as much as a syllable or more: Han,
 * kana, Hangul, the halves of rare ideographs, and the private-use units that stand for syllables in a sound key.
 */
export function isCompact(code: number): boolean {
  return code >= 0x2e80 && code <= 0xfaff;
}

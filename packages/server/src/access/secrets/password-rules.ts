import { commonPasswords } from "./common-passwords.ts";

/** Code points, after normalising. Beside a second factor NIST SP 800-63B-4 asks for 8. */
export const passwordLengthMin = 12;
/** Long enough for any sentence, short enough that nobody keeps us busy with one. */
export const passwordLengthMax = 256;

export type PasswordFault = "too_short" | "too_long" | "too_common" | "too_obvious";

/**
 * Why this will not do as a password, or null. There are no rules of composition: length, and not being what everybody tries first. `names`: what
 * stands for its owner, such as login and name.
 */
export function findPasswordFault(password: string, names: readonly string[]): PasswordFault | null {
  const form = password.normalize("NFKC");
  const length = Array.from(form).length;
  if (length < passwordLengthMin) return "too_short";
  if (length > passwordLengthMax) return "too_long";
  const folded = fold(form);
  if (toGuesses(folded).some((guess) => commonPasswords.has(guess) || isWoven(guess))) return "too_common";
  const plain = takeBackSubstitutes(folded);
  const own = [...names, "breakwater"].flatMap((name) => [name, ...name.split(/[\s.@_-]/)].map(fold));
  const rest = own
    .filter(({ length }) => length >= 3)
    .reduce((left, name) => left.replaceAll(takeBackSubstitutes(name), ""), plain);
  return rest !== plain && rest.length < passwordLengthMin / 2 ? "too_obvious" : null;
}

/** What is left of a text once case and separators are taken for nothing. */
function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\s.@_-]/g, "");
}

/** What somebody started from before they filled it up: `P4ssw0rd!2024` is `password`. */
function toGuesses(folded: string): readonly string[] {
  const core = folded.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  const bases = core.length * 2 >= folded.length || core.length > 4 ? [folded, core] : [folded];
  return bases.flatMap((base) => [base, takeBackSubstitutes(base)]);
}

const substitutes: Readonly<Record<string, string>> = { 0: "o", 1: "i", 3: "e", 4: "a", 5: "s", $: "s" };

function takeBackSubstitutes(text: string): string {
  return text.replaceAll(/[01345$]/g, (sign) => substitutes[sign] ?? sign);
}

const keyboard = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890123456789",
  "qwertyuiopasdfghjklzxcvbnm",
  "qwertzuiopasdfghjklyxcvbnm",
  "azertyuiopqsdfghjklmwxcvbn",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
];
const rows = [...keyboard, ...keyboard.map((row) => Array.from(row).reverse().join(""))];

/** One short piece over and over, or a walk along the keys. */
function isWoven(plain: string): boolean {
  for (let period = 1; period <= 4; period += 1) {
    const piece = plain.slice(0, period);
    if (plain === piece.repeat(Math.ceil(plain.length / period)).slice(0, plain.length)) return true;
  }
  return rows.some((row) => row.includes(plain));
}

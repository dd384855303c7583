import { toCivilMs } from "../times/civil.ts";

/** First two digits: the province-level codes of GB/T 2260, with Hong Kong, Macao, Taiwan and residence permits. */
const provinces: ReadonlySet<string> = new Set(
  "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83".split(" "),
);
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkDigits = "10X98765432";

/** True for a resident number of GB 11643: 18 digits with place, date and checksum right, or the older 15 with place and date. */
export function isResidentId(digits: string): boolean {
  if (!provinces.has(digits.slice(0, 2))) return false;
  if (digits.length === 15) return isDate(1900 + Number(digits.slice(6, 8)), digits.slice(8, 12));
  if (digits.length !== 18) return false;
  const year = Number(digits.slice(6, 10));
  if (year < 1880 || year > 2100 || !isDate(year, digits.slice(10, 14))) return false;
  const sum = weights.reduce<number>((total, weight, i) => total + weight * Number(digits[i]), 0);
  return digits[17]?.toUpperCase() === checkDigits[sum % 11];
}

function isDate(year: number, monthAndDay: string): boolean {
  return !Number.isNaN(toCivilMs(year, Number(monthAndDay.slice(0, 2)), Number(monthAndDay.slice(2)), 0));
}

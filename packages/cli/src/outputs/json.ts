/** JSON for people and machines: two blanks deep, numbers to six digits, what is no number as null, no lone surrogates. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value, shorten, 2)}\n`;
}

function shorten(_key: string, value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll(/\p{Cs}/gu, "\uFFFD");
  if (typeof value !== "number" || Number.isInteger(value)) return value;
  return Number.isFinite(value) ? Number(value.toPrecision(6)) : null;
}

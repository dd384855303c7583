/** A bare number of sixteen digits or more: an id that a double would round into its neighbours. */
const longNumber = /[:,[]\s*-?\d{16}/;

/** The value, or undefined where there is none. Whole numbers that a double cannot hold come as strings of their digits. */
export function parseJson(text: string): unknown {
  try {
    return longNumber.test(text) ? JSON.parse(text, keepDigits as Reviver) : JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Reviver = (this: unknown, key: string, value: unknown) => unknown;

function keepDigits(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (typeof value !== "number" || Number.isSafeInteger(value)) return value;
  const digits = context?.source;
  return digits !== undefined && /^-?\d+$/.test(digits) ? digits : value;
}

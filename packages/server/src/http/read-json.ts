import { isUtf8 } from "node:buffer";
import { HttpError } from "./http-error.ts";

/** Objects and lists inside one another. Nothing that the API describes goes deeper than ten. */
export const jsonDepthMax = 32;

/** A letter of ASCII written as an escape: how a key can hide what it says. */
const escapedLetter = /\\u00[0-7][0-9a-f]/i;

/**
 * JSON of a body. Throws `malformed_body` on what is not UTF-8, no JSON, deeper than `jsonDepthMax`, or names `__proto__` or a
 * `constructor` with a `prototype`. Cost: two passes.
 */
export function readJson(bytes: Uint8Array): unknown {
  if (!isUtf8(bytes)) throw new HttpError("malformed_body", "The body is not UTF-8.");
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  if (isTooDeep(text)) throw new HttpError("malformed_body", `The body is nested deeper than ${jsonDepthMax}.`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new HttpError("malformed_body", "The body is no JSON.");
  }
  if (mayBePoisoned(text) && isPoisoned(value)) {
    throw new HttpError("malformed_body", "The body names __proto__ or a constructor's prototype as a key.");
  }
  return value;
}

/** Counts brackets outside of strings. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) isInString = !isInString;
    else if (isInString) at += unit === 0x5c ? 1 : 0;
    else if (unit === 0x7b || unit === 0x5b) {
      depth += 1;
      if (depth > jsonDepthMax) return true;
    } else if (unit === 0x7d || unit === 0x5d) depth -= 1;
  }
  return false;
}

/** A quick look that lets no poisoned text pass. */
function mayBePoisoned(text: string): boolean {
  return text.includes("__proto__") || text.includes("constructor") || escapedLetter.test(text);
}

function isPoisoned(value: unknown): boolean {
  if (value === null || typeof value !== "object") return false;
  if (Object.hasOwn(value, "__proto__")) return true;
  if (Object.hasOwn(value, "constructor")) {
    const { constructor } = value;
    if (typeof constructor === "object" && constructor !== null && Object.hasOwn(constructor, "prototype")) return true;
  }
  return Object.values(value).some(isPoisoned);
}

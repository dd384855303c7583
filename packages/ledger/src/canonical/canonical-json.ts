import { isWellFormed, parseUtf8 } from "../bytes/utf8.ts";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Nothing that we write is deeper; what is deeper was written to exhaust a stack. */
const depthMax = 32;

/**
 * The one form of a JSON value (RFC 8785): no white space, names in order of their UTF-16 code units, numbers as ECMAScript
 * prints them. What has no such form (NaN, an infinity, a lone surrogate, more than 32 levels) is a bug of the caller.
 */
export function toCanonicalJson(value: Json): string {
  return encode(value, 0);
}

/** The value, or undefined where the bytes are not exactly the canonical form of one: duplicate names and spaces included. */
export function parseCanonicalJson(bytes: Uint8Array): Json | undefined {
  const text = parseUtf8(bytes);
  if (text === null) return undefined;
  const value = parseJson(text);
  if (value === undefined || !isEncodable(value, 0)) return undefined;
  // Texts of well-formed UTF-8 are equal where their bytes are.
  return encode(value, 0) === text ? value : undefined;
}

function encode(value: Json, depth: number): string {
  if (depth > depthMax) throw new RangeError(`A value deeper than ${depthMax} levels has no place in the ledger.`);
  if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError(`JSON has no number ${value}.`);
  if (typeof value === "string" && !isWellFormed(value))
    throw new RangeError("A lone surrogate has no canonical form.");
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (isArray(value)) return `[${value.map((item) => encode(item, depth + 1)).join(",")}]`;
  const members = Object.keys(value)
    .sort()
    .map((name) => `${encode(name, depth)}:${encode(value[name] ?? null, depth + 1)}`);
  return `{${members.join(",")}}`;
}

function isEncodable(value: Json, depth: number): boolean {
  if (depth > depthMax) return false;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value === "string") return isWellFormed(value);
  if (value === null || typeof value !== "object") return true;
  if (isArray(value)) return value.every((item) => isEncodable(item, depth + 1));
  return Object.keys(value).every((name) => isWellFormed(name) && isEncodable(value[name] ?? null, depth + 1));
}

function isArray(value: object): value is readonly Json[] {
  return Array.isArray(value);
}

function parseJson(text: string): Json | undefined {
  // The only exception that hostile input can raise in this package; it becomes a refusal here.
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

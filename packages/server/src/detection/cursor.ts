import { HttpError } from "../http/http-error.ts";

type Kinds = { readonly string: string; readonly number: number };
type Values<K extends readonly (keyof Kinds)[]> = { -readonly [I in keyof K]: Kinds[K[I]] };

/** Where a page ended, as one opaque word. */
export function encodeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString("base64url");
}

/** Null where there is none. Throws `invalid_request` on what is no cursor of ours. */
export function decodeCursor<const K extends readonly (keyof Kinds)[]>(
  cursor: string | undefined,
  kinds: K,
): Values<K> | null {
  if (cursor === undefined) return null;
  const values = parse(cursor);
  const isOurs =
    Array.isArray(values) && values.length === kinds.length && kinds.every((kind, i) => typeof values[i] === kind);
  if (!isOurs) throw new HttpError("invalid_request", "The cursor is none that was given.");
  return values as Values<K>;
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString()) as unknown;
  } catch {
    return null;
  }
}

import type { z } from "zod";
import { HttpError } from "./http-error.ts";

/**
 * Where the next page begins, as an opaque text. It is not signed: it may only hold what the caller could as well have asked for, and
 * access is checked again with every page.
 */
export function toCursor(position: unknown): string {
  return Buffer.from(JSON.stringify(position), "utf8").toString("base64url");
}

/** The position of a cursor, or undefined for none. Throws `invalid_request` on what no page of this list answered. */
export function parseCursor<T extends z.ZodType>(cursor: string | undefined, schema: T): z.output<T> | undefined {
  if (cursor === undefined) return undefined;
  const result = schema.safeParse(parseText(cursor));
  if (result.success) return result.data;
  const faults = [{ pointer: "/query/cursor", message: "This cursor is not one of this list." }];
  throw new HttpError("invalid_request", "", { faults });
}

function parseText(cursor: string): unknown {
  if (!/^[\w-]{1,512}$/.test(cursor)) return undefined;
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
}

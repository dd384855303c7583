import { HttpError } from "../../http/http-error.ts";

/** Where a page ends, as clients send it back: opaque, and only of the list that gave it. */
export function toCursor(list: string, place: number): string {
  return Buffer.from(`${list} ${place}`).toString("base64url");
}

/** Throws `invalid_request` for what `toCursor` of this list did not make. */
export function readCursor(list: string, cursor: string | undefined, pointer: string): number | undefined {
  if (cursor === undefined) return undefined;
  const [name, place = ""] = Buffer.from(cursor, "base64url").toString().split(" ");
  if (name === list && /^\d{1,15}$/.test(place)) return Number(place);
  throw new HttpError("invalid_request", "", { faults: [{ pointer, message: "no cursor of this list" }] });
}

import { HttpError } from "../../http/http-error.ts";
import type { Caller } from "../../http/route.ts";
import type { Actor } from "../ports/audit-store.ts";

/** An answer that carries something shown once: nobody on the way keeps it. */
export const unkept: Readonly<Record<string, string>> = { "cache-control": "no-store" };

export function toActor(caller: Caller): Actor {
  return caller.kind === "anonymous" ? { kind: "nobody", id: null } : { kind: caller.kind, id: caller.id };
}

/** The person who asks; programs and nobody are refused. */
export function requirePerson(caller: Caller): Extract<Caller, { readonly kind: "person" }> {
  if (caller.kind === "anonymous") throw new HttpError("not_signed_in");
  if (caller.kind === "token") throw new HttpError("not_allowed", { code: "person_only" });
  return caller;
}

/** A page out of one item more than it holds. */
export function toPage<T>(
  found: readonly T[],
  limit: number,
  toCursor: (item: T) => string,
): { readonly items: readonly T[]; readonly nextCursor: string | null } {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: found.length > limit && last !== undefined ? toCursor(last) : null };
}

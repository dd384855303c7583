import {
  getRefusalWords,
  roles,
  type Actor,
  type Availability,
  type Refusal,
  type RefusalLanguage,
  type Role,
} from "@breakwater/casework";
import { z } from "zod";
import { parseCursor, toCursor as toText } from "../http/cursor.ts";
import { requireVersion, toEtag as toTag } from "../http/etag.ts";
import { HttpError } from "../http/http-error.ts";
import { chooseLanguage } from "../http/problem.ts";
import type { Caller, RouteRequest } from "../http/route.ts";
import type { Route } from "@breakwater/contract";
import type { DeskAnswer, Done } from "./desk/desk-answer.ts";

type Headers = RouteRequest<Route>["headers"];

const known: ReadonlySet<string> = new Set(roles);
/** Roles that nobody holds by signing in: they belong to the service and to those whom it deals with. */
const notHeld: ReadonlySet<string> = new Set([
  "system",
  "detector",
  "reporter",
  "trusted_flagger",
  "subject",
  "victim",
]);

/** Who acts in casework. A token acts for a machine and holds no role: nothing that people decide can be decided by it. */
export function toActor(caller: Caller): Actor {
  if (caller.kind === "anonymous") return { id: "anonymous", roles: [] };
  if (caller.kind === "token") return { id: `token:${caller.id}`, roles: [] };
  const held = caller.roles.filter((role): role is Role => known.has(role) && !notHeld.has(role));
  return { id: caller.id, roles: held };
}

/** The language of words that people read. */
export function languageOf(headers: Headers): RefusalLanguage {
  const header = headers["accept-language"];
  return chooseLanguage(typeof header === "string" ? header : undefined);
}

/** The version of `If-Match: "7"`. Throws where it is missing, and where it can be no version. */
export const readVersion = requireVersion;

export function toEtag(version: number): { readonly etag: string } {
  return { etag: toTag(version) };
}

const place = z.tuple([z.number(), z.string().max(300)]);

export function toCursor(next: readonly [number, string] | null): string | null {
  return next === null ? null : toText(next);
}

/** Where the page before ended. Throws where no page ended so. */
export function readCursor(cursor: string | undefined): readonly [number, string] | undefined {
  return parseCursor(cursor, place);
}

/** A "no" of casework, with its words. */
export function toRefused({ code, about = [] }: Refusal, language: RefusalLanguage): HttpError {
  const { why, next } = getRefusalWords(code, language);
  const gap = language === "en" ? " " : "";
  return new HttpError("refused", `${why}${gap}${next}`, { refusal: { code, about } });
}

/** What a command came to; throws whatever it did not come to. */
export function requireDone(answer: DeskAnswer, language: RefusalLanguage): Done {
  switch (answer.kind) {
    case "done":
      return answer;
    case "refused":
      throw answer.refusal.code === "not_there" ? new HttpError("not_found") : toRefused(answer.refusal, language);
    case "stale":
      throw new HttpError(answer.version === 0 ? "not_found" : "precondition_failed");
    case "key_taken":
      throw new HttpError("idempotency_key_reused");
  }
}

/** A button as a console shows it. */
export function toButton(
  availability: Availability,
  language: RefusalLanguage,
): {
  readonly enabled: boolean;
  readonly code?: string;
  readonly about?: readonly string[];
  readonly why?: string;
  readonly next?: string;
} {
  if (availability.enabled) return { enabled: true };
  const { code, about = [] } = availability.refusal;
  return { enabled: false, code, about, ...getRefusalWords(code, language) };
}

import { HttpError } from "../../http/http-error.ts";
import type { RouteAnswer, RouteRequest } from "../../http/route.ts";
import type { Route } from "@breakwater/contract";
import { languageOf, toActor, toEtag, toRefused } from "../http-parts.ts";
import type { Asker, Shown } from "./object-book.ts";

type Asking = Pick<RouteRequest<Route>, "caller" | "at" | "headers">;

/** Who asks, by which route. */
export function toAsker({ caller, at, headers }: Asking, route: string): Asker {
  return { actor: toActor(caller), at, language: languageOf(headers), route };
}

/** What may be shown, or why not. Throws the latter. */
export function requireShown<T>(shown: Shown<T>, { language }: Pick<Asker, "language">): { body: T; version: number } {
  if (shown.kind === "shown") return shown;
  throw shown.kind === "not_found" ? new HttpError("not_found") : toRefused(shown.refusal, language);
}

/** An object with its version. */
export function toObjectAnswer<T>(shown: Shown<T>, by: Pick<Asker, "language">): RouteAnswer {
  const { body, version } = requireShown(shown, by);
  return { body, headers: toEtag(version) };
}

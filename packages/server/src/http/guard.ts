import type { Route } from "@breakwater/contract";
import type { FastifyRequest } from "fastify";
import type { FrontOptions } from "./front-options.ts";
import { HttpError } from "./http-error.ts";
import type { Knock } from "./knock.ts";
import type { Caller } from "./route.ts";
import { isSameSite } from "./same-site.ts";

const safeMethods: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Who sends a request; kept with it and counted. Whoever comes with credentials that `authenticate` refuses is counted by address, so that
 * nobody can try tokens without end.
 */
export async function identify(
  request: FastifyRequest,
  { authenticate }: Pick<FrontOptions, "authenticate">,
  count: (request: FastifyRequest) => Promise<void> = async () => undefined,
): Promise<Caller> {
  try {
    const answered = authenticate(request);
    request.caller = answered instanceof Promise ? await answered : answered;
  } catch (error) {
    await count(request);
    throw error;
  }
  await count(request);
  return request.caller;
}

/** Throws unless the contract lets `caller` use `route`. */
export function assertAllowed(route: Route, caller: Caller): void {
  if (route.access === "public") return;
  if (caller.kind === "anonymous") throw new HttpError("not_signed_in");
  if (!caller.scopes.includes(route.access)) {
    throw new HttpError("not_allowed", `This takes the scope ${route.access}.`);
  }
}

/** Throws where a browser may have been made to send this with somebody's session. A token is never sent by itself. */
export function assertWanted(
  knock: Knock,
  caller: Caller,
  options: Pick<FrontOptions, "isSameSite" | "origins">,
): void {
  if (caller.kind !== "person" || safeMethods.has(knock.method)) return;
  const isWanted = options.isSameSite?.(knock) ?? isSameSite(knock, options.origins);
  if (!isWanted) throw new HttpError("csrf_refused");
}

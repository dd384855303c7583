import { errorCodesOf } from "@breakwater/contract";
import { isDeepStrictEqual } from "node:util";
import { HttpError } from "./http-error.ts";
import type { BoundRoute, RouteAnswer } from "./route.ts";

/** Throws where a handler answered what its contract does not describe: another shape, or members that nobody was told of. */
export function assertAnswer({ route }: BoundRoute, { body, status = route.status }: RouteAnswer): void {
  if (route.response === undefined || status !== route.status) return;
  const written: unknown = body === undefined ? undefined : JSON.parse(JSON.stringify(body));
  const result = route.response.safeParse(written);
  if (!result.success) throw new Error(`The answer of ${route.id} is not the contract's: ${result.error.message}`);
  if (!isDeepStrictEqual(result.data, written)) {
    throw new Error(`The answer of ${route.id} says more than the contract: ${JSON.stringify(written)}`);
  }
}

/** Throws where a handler answered with an error that its contract does not name. */
export function assertError({ route }: BoundRoute, error: unknown): void {
  if (!(error instanceof HttpError) || errorCodesOf(route).includes(error.code)) return;
  throw new Error(`${route.id} answers ${error.code}, which its contract does not name.`, { cause: error });
}

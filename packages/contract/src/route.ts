import type { z } from "zod";
import type { Scope } from "./access.ts";
import type { ErrorCode } from "./errors.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** One route of the API: all that clients, documentation and server have to agree on. */
export type Route = {
  /** Names it in the OpenAPI file: `listClaims`. Unique. */
  readonly id: string;
  readonly method: Method;
  /** `/v1/claims/{id}`. */
  readonly path: string;
  /** Who may: everybody, or whoever holds this scope by token or role. */
  readonly access: "public" | Scope;
  readonly summary: string;
  readonly tag: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Content types of the body beside `application/json`. */
  readonly bodyTypes?: readonly string[];
  readonly status: number;
  /** The answer's JSON; left out where it has none or is no JSON. */
  readonly response?: z.ZodType;
  /** Content type of an answer that is no JSON. */
  readonly responseType?: string;
  /** Beyond those that any route may answer with. */
  readonly errors?: readonly ErrorCode[];
  /** Takes an Idempotency-Key: the same key with the same request has one effect and the same answer for 24 h. */
  readonly idempotent?: boolean;
  /** Most bytes of the body; 64 KiB unless stated. */
  readonly bodyBytesMax?: number;
};

export function defineRoute<const R extends Route>(route: R): R {
  return route;
}

import type * as Door from "@breakwater/contract";
import type { Route } from "@breakwater/contract";
import type { z } from "zod";

type Params<R> = R extends { readonly params: infer P extends z.ZodType } ? { readonly params: z.input<P> } : object;
type Query<R> = R extends { readonly query: infer Q extends z.ZodType } ? { readonly query?: z.input<Q> } : object;
type Body<R> = R extends { readonly body: infer B extends z.ZodType } ? { readonly body: z.input<B> } : object;

/** What a caller of a route has to say, as its schemas take it. */
export type RequestOf<R extends Route> = Params<R> & Query<R> & Body<R>;

/** What a route answers with; undefined where it has no JSON. */
export type AnswerOf<R extends Route> = R extends { readonly response: infer S extends z.ZodType }
  ? z.output<S>
  : undefined;

type IdOf<T> = T extends { readonly id: infer I extends string; readonly method: string; readonly path: string }
  ? I
  : never;
/** The id of any route of the contract, known to the compiler alone: naming one loads nothing. */
export type RouteId = { readonly [Name in keyof typeof Door]: IdOf<(typeof Door)[Name]> }[keyof typeof Door];

/** A route that answers page by page. */
export type PagedRoute = Route & {
  readonly response: z.ZodType<{ readonly items: readonly unknown[]; readonly nextCursor: string | null }>;
};

export type ItemOf<R extends PagedRoute> =
  AnswerOf<R> extends { readonly items: readonly (infer Item)[] } ? Item : never;

import { confirmEffect, failEffect, getEffect, listEffects } from "@breakwater/contract";
import { HttpError } from "../../http/http-error.ts";
import { bindRoute, type BoundRoute, type RouteAnswer } from "../../http/route.ts";
import { languageOf, readCursor, requireDone, toCursor } from "../http-parts.ts";
import type { EffectAnswer, EffectBook } from "./effect-book.ts";

/** `/v1/effects`. */
export function createEffectRoutes({ book }: { readonly book: EffectBook }): readonly BoundRoute[] {
  const toAnswer = (answer: EffectAnswer, language: ReturnType<typeof languageOf>): RouteAnswer => {
    if (answer.kind === "effect") return { body: answer.effect };
    if (answer.kind === "not_done") requireDone(answer.answer, language);
    throw new HttpError("not_found");
  };
  return [
    bindRoute(listEffects, async ({ query: { state, decision, cursor, limit } }) => {
      const after = readCursor(cursor);
      const { items, next } = await book.list({
        limit,
        ...(state === undefined ? {} : { state }),
        ...(decision === undefined ? {} : { decision }),
        ...(after === undefined ? {} : { after }),
      });
      return { body: { items, nextCursor: toCursor(next) } };
    }),
    bindRoute(getEffect, async ({ params }) => {
      const effect = await book.read(params.id);
      if (effect === null) throw new HttpError("not_found");
      return { body: effect };
    }),
    bindRoute(confirmEffect, async ({ params, body, at, headers }) =>
      toAnswer(await book.confirm(params.id, body.registerKey, at), languageOf(headers)),
    ),
    bindRoute(failEffect, async ({ params, body, at, headers }) =>
      toAnswer(await book.fail(params.id, body.reason, at), languageOf(headers)),
    ),
  ];
}

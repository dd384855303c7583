import { getFigures } from "@breakwater/contract";
import { HttpError } from "../http/http-error.ts";
import { bindRoute, type BoundRoute } from "../http/route.ts";
import type { FigureKeeper } from "./figure-keeper.ts";

export function createFiguresRoutes({ figures }: { readonly figures: FigureKeeper }): readonly BoundRoute[] {
  return [
    bindRoute(getFigures, async ({ query: { from = null, to = null } }) => {
      if (from !== null && to !== null && from > to) {
        const faults = [{ pointer: "/query/to", message: "The last month is before the first." }];
        throw new HttpError("invalid_request", "", { faults });
      }
      return { body: await figures.figures({ from, to }) };
    }),
  ];
}

import { listAccessLog } from "@breakwater/contract";
import { bindRoute, type BoundRoute } from "../http/route.ts";
import type { Access } from "./access.ts";
import { createOwnRoutes, type Breaks } from "./routes/own-routes.ts";
import { createPeopleRoutes } from "./routes/people-routes.ts";
import { createResetRoutes } from "./routes/reset-routes.ts";
import { toPage } from "./routes/route-parts.ts";
import { createTokenRoutes } from "./routes/token-routes.ts";

export type AccessRoutesDeps = {
  readonly access: Access;
  /** Where people reach the service: `https://breakwater.example`. */
  readonly publicUrl: string;
  /** After how much reading people are proposed a break, unless they choose otherwise for themselves. */
  readonly breaks: Breaks;
};

export function createAccessRoutes(deps: AccessRoutesDeps): readonly BoundRoute[] {
  const { access } = deps;
  return [
    ...createOwnRoutes(deps),
    ...createPeopleRoutes(access),
    ...createResetRoutes(access),
    ...createTokenRoutes(access),
    bindRoute(listAccessLog, async ({ query: { cursor, limit } }) => {
      const before = /^\d{1,15}$/.test(cursor ?? "") ? Number(cursor) : Number.MAX_SAFE_INTEGER;
      const found = await access.listAccessLog({ before, limit: limit + 1 });
      return { body: toPage(found, limit, ({ sequence }) => String(sequence)) };
    }),
  ];
}

import { createToken, listTokens, revokeToken } from "@breakwater/contract";
import { bindRoute, type BoundRoute } from "../../http/route.ts";
import type { Access } from "../access.ts";
import { unwrap } from "../outcome.ts";
import { toActor, toPage, unkept } from "./route-parts.ts";

export function createTokenRoutes(access: Access): readonly BoundRoute[] {
  return [
    bindRoute(listTokens, async ({ query: { cursor = "", limit } }) => {
      const found = await access.listTokens({ after: cursor, limit: limit + 1 });
      return { body: toPage(found, limit, ({ id }) => id) };
    }),
    bindRoute(createToken, async ({ body, caller, at }) => {
      const made = await access.createToken({ ...body, actor: toActor(caller), at });
      return { body: unwrap(made), headers: unkept };
    }),
    bindRoute(revokeToken, async ({ params: { id }, caller, at }) => {
      unwrap(await access.revokeToken({ id, actor: toActor(caller), at }));
      return {};
    }),
  ];
}

import { checkPost } from "@breakwater/contract";
import { HttpError } from "../../http/http-error.ts";
import { bindRoute, type BoundRoute } from "../../http/route.ts";
import type { PostChecker } from "../check/check-post.ts";

/** `POST /v1/check`. It tells, and never says that a post must not be published. */
export function createCheckRoutes({ checker }: { readonly checker: PostChecker }): readonly BoundRoute[] {
  return [
    bindRoute(checkPost, async ({ body, caller, at }) => {
      const scopes = caller.kind === "anonymous" ? [] : caller.scopes;
      if (body.insert !== undefined && !scopes.includes("actions:write")) {
        throw new HttpError("not_allowed", "To insert an action, the scope actions:write is needed too.");
      }
      return { body: await checker.check(body, { caller, at }) };
    }),
  ];
}

import { askCorrection } from "@breakwater/contract";
import { HttpError } from "../../http/http-error.ts";
import { bindRoute, type BoundRoute } from "../../http/route.ts";
import type { Remote } from "../../threads/remote.ts";
import { languageOf, toRefused } from "../http-parts.ts";
import type { LinkDesk } from "../notices/link-desk.ts";

/** The way in of readers; what the desk does with it are routes of objects. */
export function createCorrectionRoutes(desk: Pick<Remote<LinkDesk>, "askCorrection">): readonly BoundRoute[] {
  return [
    bindRoute(askCorrection, async ({ params, body, headers }) => {
      const answer = await desk.askCorrection(params.id, body.text);
      if (answer.kind === "unknown") throw new HttpError("not_found");
      if (answer.kind === "refused") throw toRefused(answer.refusal, languageOf(headers));
      const { request, dueAt, link } = answer;
      return { body: { request, dueAt, link }, headers: { "cache-control": "no-store" } };
    }),
  ];
}

import { standingObstacles } from "@breakwater/claims";
import { readField } from "../access/pages/kit.ts";
import type { CheckAnswer } from "../claims/check/check-answer.ts";
import type { PostChecker } from "../claims/check/check-post.ts";
import { limits } from "./limits.ts";
import type { Pages } from "./public-pages.ts";
import { showCheck } from "./views/check-view.ts";

const nobody = { kind: "anonymous" } as const;

/** `/check`: whether a text repeats something that has been checked. It goes through memory and is gone. */
export function addCheckPages({ app, visits, checker, now }: Pages & { readonly checker: PostChecker }): void {
  app.get("/check", async (request, reply) =>
    visits.send(reply, showCheck(visits.view(request), { text: "", error: null, found: null })),
  );
  app.post("/check", async (request, reply) => {
    const view = visits.view(request);
    const { words: w } = view;
    const text = readField(request.body, "text").replaceAll("\r\n", "\n");
    const error = text.trim() === "" ? w.textMissing : text.length > limits.checkMax ? w.tooLong : null;
    if (error !== null) return visits.send(reply.code(422), showCheck(view, { text, error, found: null }));
    const answer = await checker.check({ text, onLate: "publish" }, { caller: nobody, at: now() });
    const found = { matches: answer.matches.filter(isStanding), isExposing: answer.exposed.length > 0 };
    return visits.send(reply, showCheck(view, { text, error: null, found }));
  });
}

const obstacles: ReadonlySet<string> = new Set(standingObstacles);

/** Whether the entry is a determination that stands: what nobody here has adopted is shown to nobody. */
function isStanding({ entry, holds }: CheckAnswer["matches"][number]): boolean {
  return entry.url !== null && !holds.some((hold) => obstacles.has(hold));
}

import { readField, readParameter } from "../access/pages/kit.ts";
import { readCursor, toCursor } from "../casework/http-parts.ts";
import type { PublishedStatements } from "../casework/notices/published-statements.ts";
import { HttpError } from "../http/http-error.ts";
import type { Remote } from "../threads/remote.ts";
import { limits } from "./limits.ts";
import type { Pages } from "./public-pages.ts";
import { showStatement, showStatements } from "./views/statement-views.ts";

/** `/statements`: what was decided, for everybody, beside what became of it. */
export function addStatementPages({
  app,
  visits,
  statements,
}: Pages & { readonly statements: Remote<PublishedStatements> }): void {
  app.get("/statements", async (request, reply) => {
    const named = readParameter(request, "after");
    const after = named === "" ? undefined : readCursor(named);
    const { items, next } = await statements.list({
      limit: limits.statementsShown,
      ...(after === undefined ? {} : { after }),
    });
    return visits.send(reply, showStatements(visits.view(request), { items, next: toCursor(next) }));
  });
  app.get("/statements/:id", async (request, reply) => {
    const item = await statements.read(readField(request.params, "id"));
    if (item === null) throw new HttpError("not_found");
    return visits.send(reply, showStatement(visits.view(request), item));
  });
  app.get("/statements/:id/checkpoint", async (request, reply) => {
    const item = await statements.read(readField(request.params, "id"));
    if (item?.receipt == null) throw new HttpError("not_found");
    return visits.sendCheckpoint(reply, item.receipt.checkpoint);
  });
}

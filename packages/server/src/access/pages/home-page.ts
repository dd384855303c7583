import type { FastifyInstance } from "fastify";
import { readParameter, sendPage, type AccessPagesDeps, type PageKit } from "./kit.ts";
import { showHome } from "./views/home-view.ts";

export function addHomePage(app: FastifyInstance, deps: AccessPagesDeps, kit: PageKit): void {
  const { access, version, apiDescriptionPath, consolePath } = deps;
  app.get("/", async (request, reply) => {
    const { view, caller } = await kit.visit(request, reply);
    const account = caller.kind === "person" ? await access.getAccount({ personId: caller.id }) : null;
    if (caller.kind !== "person" || account === null) return reply.redirect("/login", 303);
    const isRecovered = readParameter(request, "recovered") === "1";
    if (consolePath !== null && !isRecovered) return reply.redirect(consolePath, 303);
    const home = {
      name: account.name,
      roles: caller.roles,
      version,
      apiDescriptionPath,
      consolePath,
      maySeeTokens: caller.scopes.includes("access:manage"),
      notice: isRecovered ? view.words.recoveryUsed(account.recoveryCodesLeft) : null,
    };
    return sendPage(reply, showHome(view, home));
  });
}

import type { RuleLanguage } from "@breakwater/casework";
import type { FastifyPluginAsync } from "fastify";
import { chooseLanguage, readLanguage } from "../../access/pages/words/words.ts";
import type { PolicyBook } from "../policy-book.ts";
import { rulesPath, showRules } from "./show-rules.ts";

const headers: Readonly<Record<string, string>> = {
  "content-security-policy":
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "cache-control": "public, max-age=60",
  "referrer-policy": "no-referrer",
  vary: "accept-language",
};

/** `/rules`: what holds here, for everybody, without signing in and without script. */
export function createRulesPage({ book }: { readonly book: Pick<PolicyBook, "listPublic"> }): FastifyPluginAsync {
  return async (app) => {
    app.get(rulesPath, async (request, reply) => {
      const { lang } = request.query as { readonly lang?: unknown };
      const language: RuleLanguage = readLanguage(lang) ?? chooseLanguage(request.headers["accept-language"]);
      const page = showRules(await book.listPublic({ ended: false }), language);
      return reply.headers(headers).type("text/html; charset=utf-8").send(page);
    });
  };
}

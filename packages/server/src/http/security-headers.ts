import helmet, { type FastifyHelmetOptions } from "@fastify/helmet";
import { fastify } from "fastify";

export type SecurityHeaders = Readonly<Record<string, string>>;

/** For answers that are data: a browser that is made to show one as a page runs and loads nothing. */
const dataPolicy = { defaultSrc: ["'none'"], frameAncestors: ["'none'"] };

/** For pages: what they load is ours and comes as a file. No script and no style stands in the page itself. */
const pagePolicy = {
  ...dataPolicy,
  baseUri: ["'none'"],
  connectSrc: ["'self'"],
  fontSrc: ["'self'"],
  formAction: ["'self'"],
  imgSrc: ["'self'", "data:"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
};

/**
 * What helmet says for data and for pages. It works its headers out anew with each request; ours are always the same, and it is asked
 * once.
 */
export async function listSecurityHeaders(
  isHttpsOnly: boolean,
): Promise<{ readonly data: SecurityHeaders; readonly page: SecurityHeaders }> {
  const common = {
    ...(isHttpsOnly ? {} : { strictTransportSecurity: false as const }),
    referrerPolicy: { policy: "no-referrer" as const },
    frameguard: { action: "deny" as const },
  };
  const [data, page] = await Promise.all([
    ask({
      ...common,
      contentSecurityPolicy: { useDefaults: false, directives: dataPolicy },
      // These are of pages.
      crossOriginOpenerPolicy: false,
      originAgentCluster: false,
      dnsPrefetchControl: false,
      ieNoOpen: false,
      permittedCrossDomainPolicies: false,
      xssFilter: false,
    }),
    ask({ ...common, contentSecurityPolicy: { useDefaults: false, directives: pagePolicy } }),
  ]);
  return { data, page };
}

async function ask(options: FastifyHelmetOptions): Promise<SecurityHeaders> {
  const app = fastify();
  await app.register(helmet, options);
  app.get("/", async (_request, reply) => reply.code(204).send());
  const { headers } = await app.inject("/");
  await app.close();
  const others = new Set(["date", "connection", "content-length", "content-type"]);
  const entries = Object.entries(headers).filter(([name]) => !others.has(name));
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

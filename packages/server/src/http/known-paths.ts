import type { FastifyInstance } from "fastify";

/**
 * Which methods a path takes, for answers to those that it does not take. Has to be created before any route. Cost of a question: one
 * regular expression without backtracking for each path, paid by requests that nothing answers.
 */
export function createKnownPaths(app: FastifyInstance): (path: string) => readonly string[] {
  const methods = new Map<string, Set<string>>();
  const patterns = new Map<string, RegExp>();
  app.addHook("onRoute", ({ url, method }) => {
    const known = methods.get(url) ?? new Set();
    for (const one of [method].flat()) known.add(one);
    methods.set(url, known);
    patterns.set(url, toPattern(url));
  });
  return (path) => {
    const matches = [...patterns].filter(([, pattern]) => pattern.test(path));
    return [...new Set(matches.flatMap(([url]) => [...(methods.get(url) ?? [])]))].sort();
  };
}

/** A path as fastify's router writes it. */
function toPattern(url: string): RegExp {
  const source = url
    .replaceAll(/[.+?^${}|[\]\\]/g, "\\$&")
    .replaceAll(/:(\w+)(\([^)]*\))?/g, "[^/]+")
    .replaceAll("::", ":")
    .replaceAll("*", ".*");
  return new RegExp(`^${source}$`);
}

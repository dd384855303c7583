import { z } from "zod";
import { errors } from "../errors.ts";
import type { Route } from "../route.ts";
import { errorCodesOf } from "./error-codes.ts";
import type { OpenApiDocument } from "./to-openapi.ts";

/** What a table of routes and its document do not keep to: one line each. None: it is clean. */
export function listFaults(routes: readonly Route[], document: OpenApiDocument): readonly string[] {
  return [
    ...listTwins(routes.map(({ id }) => id)).map((id) => `${id}: two routes have this id`),
    ...listTwins(routes.map(({ method, path }) => `${method} ${path}`)).map((place) => `${place}: bound by two routes`),
    ...routes.flatMap((route) => listRouteFaults(route, document).map((fault) => `${route.id}: ${fault}`)),
  ];
}

function listTwins(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

function listRouteFaults(route: Route, document: OpenApiDocument): readonly string[] {
  const { id, method, path, summary, tag, status, params, query, body, response, responseType } = route;
  const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
  const told = Object.keys(params?.shape ?? {}).sort();
  const rules: readonly (readonly [boolean, string])[] = [
    [/^[a-z][A-Za-z0-9]*$/.test(id), "an id is camelCase"],
    [
      path === "/healthz" || path === "/readyz" || path === "/metrics" || path.startsWith("/v1/"),
      "a path is below /v1",
    ],
    [summary.trim().length > 0, "it has no summary"],
    [tag.trim().length > 0, "it has no tag"],
    [named.join() === told.join(), `the path names [${named.join()}], params [${told.join()}]`],
    [query === undefined || listLoose(query).length === 0, "unknown names in the query are not refused"],
    [method !== "GET" && method !== "DELETE" ? true : body === undefined, `${method} takes no body`],
    [route.idempotent !== true || method !== "GET", "what only reads takes no Idempotency-Key"],
    [status !== 204 || response === undefined, "204 has no body"],
    [status === 204 || response !== undefined || responseType !== undefined, "it does not say what it answers"],
    [status >= 200 && status < 300, "its status is no success"],
  ];
  return [
    ...rules.filter(([holds]) => !holds).map(([, fault]) => fault),
    ...(body === undefined ? [] : listLoose(body).map((pointer) => `unknown members are not refused at ${pointer}`)),
    ...listUndocumented(route, document),
  ];
}

/** Where in a schema of requests an object takes members that it does not describe, and does not say so (`z.looseObject`). */
function listLoose(schema: z.ZodType): readonly string[] {
  const walk = (value: unknown, pointer: string): readonly string[] => {
    if (value === null || typeof value !== "object") return [];
    const isLoose = "properties" in value && !("additionalProperties" in value);
    const inner = Object.entries(value).flatMap(([key, part]) => walk(part, `${pointer}/${key}`));
    return isLoose ? [pointer === "" ? "/" : pointer, ...inner] : inner;
  };
  return walk(z.toJSONSchema(schema, { io: "input" }), "");
}

function listUndocumented(route: Route, document: OpenApiDocument): readonly string[] {
  const operation = document.paths[route.path]?.[route.method.toLowerCase()];
  const responses = (operation as { responses?: Readonly<Record<string, unknown>> } | undefined)?.responses ?? {};
  const statuses = [route.status, ...errorCodesOf(route).map((code) => errors[code].status)];
  return [...new Set(statuses)]
    .filter((status) => !(status in responses))
    .map((status) => `${status} is not documented`);
}

import type { z } from "zod";
import { errors, problem, type ErrorCode } from "../errors.ts";
import type { Route } from "../route.ts";
import { collectComponents, type Components, type JsonSchema, type Use } from "./components.ts";
import { errorCodesOf } from "./error-codes.ts";

type Json = Readonly<Record<string, unknown>>;
export type OpenApiDocument = {
  readonly openapi: "3.1.0";
  readonly info: Json;
  readonly tags: readonly Json[];
  readonly paths: Readonly<Record<string, Json>>;
  readonly components: Readonly<Record<string, Json>>;
};

const description =
  `Breakwater's API. Errors are \`application/problem+json\` (RFC 9457) with a \`code\` of one table; titles come in the
language of \`Accept-Language\` (English, Simplified Chinese). Lists come in pages: send \`nextCursor\` as \`cursor\`. Single objects that
change carry an \`ETag\`; whoever changes them says by \`If-Match\` which version they mean.`.replaceAll("\n", " ");

/** The OpenAPI 3.1 document of a table of routes: the same routes, the same document, to the byte. */
export function toOpenApi(routes: readonly Route[]): OpenApiDocument {
  const components = collectComponents([{ schema: problem, io: "output" }, ...routes.flatMap(listUses)]);
  const failures = new Map<string, Json>();
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    (paths[route.path] ??= {})[route.method.toLowerCase()] = toOperation(route, components, failures);
  }
  return {
    openapi: "3.1.0",
    info: { title: "Breakwater", version: "1", license: { name: "Apache-2.0", identifier: "Apache-2.0" }, description },
    tags: [...new Set(routes.map(({ tag }) => tag))].sort().map((name) => ({ name })),
    paths,
    components: {
      schemas: components.schemas,
      responses: Object.fromEntries([...failures].sort(([a], [b]) => (a < b ? -1 : 1))),
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "An API token with the scope that the route names." },
        session: { type: "apiKey", in: "cookie", name: "session", description: "A person who has signed in." },
      },
    },
  };
}

function listUses({ params, query, body, response }: Route): readonly Use[] {
  const inputs = [params, query, body].filter((schema) => schema !== undefined);
  const uses: readonly Use[] = inputs.map((schema: z.ZodType) => ({ schema, io: "input" }));
  return response === undefined ? uses : [...uses, { schema: response, io: "output" }];
}

function toOperation(route: Route, components: Components, failures: Map<string, Json>): Json {
  const parameters = listParameters(route, components);
  const requestBody = toRequestBody(route, components);
  return {
    operationId: route.id,
    summary: route.summary,
    tags: [route.tag],
    ...(route.access === "public" ? { security: [] } : { security: [{ token: [route.access] }, { session: [] }] }),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(requestBody === undefined ? {} : { requestBody }),
    responses: { [route.status]: toSuccess(route, components), ...toFailures(route, failures) },
  };
}

function listParameters({ params, query, idempotent, errors = [] }: Route, components: Components): readonly Json[] {
  const listed = (schema: z.ZodType | undefined, place: "path" | "query"): readonly Json[] => {
    if (schema === undefined) return [];
    const { properties = {}, required = [] } = components.describe({ schema, io: "input" });
    return Object.entries(properties as Readonly<Record<string, JsonSchema>>).map(([name, one]) => ({
      name,
      in: place,
      required: place === "path" || (required as readonly string[]).includes(name),
      schema: one,
    }));
  };
  const header = (name: string, required: boolean, text: string): Json => ({
    name,
    in: "header",
    required,
    description: text,
    schema: { type: "string", maxLength: 255 },
  });
  const key = "The same key with the same request has one effect and gets the same answer, for 24 hours.";
  return [
    ...listed(params, "path"),
    ...listed(query, "query"),
    ...(idempotent === true ? [header("Idempotency-Key", false, key)] : []),
    ...(errors.includes("precondition_required") ? [header("If-Match", true, "The version that is changed.")] : []),
  ];
}

function toRequestBody(route: Route, components: Components): Json | undefined {
  const { body, bodyTypes = [] } = route;
  if (body === undefined) {
    if (route.method !== "POST" || bodyTypes.length === 0) return undefined;
    const types = ["application/json", ...bodyTypes];
    return { required: true, content: Object.fromEntries(types.map((type) => [type, { schema: {} }])) };
  }
  const schema = components.describe({ schema: body, io: "input" });
  const content = Object.fromEntries(["application/json", ...bodyTypes].map((type) => [type, { schema }]));
  return { required: !body.safeParse(undefined).success, content };
}

function toSuccess({ status, response, responseType }: Route, components: Components): Json {
  const type = responseType ?? "application/json";
  if (response === undefined && responseType === undefined)
    return { description: status === 204 ? "Done." : "Answered." };
  const schema = response === undefined ? {} : components.describe({ schema: response, io: "output" });
  return { description: "Answered.", content: { [type]: { schema } } };
}

/** One response for each status, naming the codes that come with it; equal ones are shared. */
function toFailures(route: Route, failures: Map<string, Json>): Json {
  const codes = errorCodesOf(route);
  const statuses = [...new Set(codes.map((code) => errors[code].status))].sort((a, b) => a - b);
  return Object.fromEntries(
    statuses.map((status) => {
      const sorted = codes.filter((code) => errors[code].status === status).sort(byCodeUnits);
      const name = sorted.join("_or_");
      if (!failures.has(name)) failures.set(name, toFailure(sorted));
      return [status, { $ref: `#/components/responses/${name}` }];
    }),
  );
}

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function toFailure(codes: readonly ErrorCode[]): Json {
  const waits = codes.some((code) => errors[code].status === 429 || errors[code].status === 503);
  const retryAfter = { description: "Seconds to wait.", schema: { type: "integer" } };
  return {
    description: codes.map((code) => `\`${code}\`: ${errors[code].en}`).join(" "),
    ...(waits ? { headers: { "Retry-After": retryAfter } } : {}),
    content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
  };
}

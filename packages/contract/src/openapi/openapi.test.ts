import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { pageOf, pageQuery } from "../common.ts";
import { errors } from "../errors.ts";
import { defineRoute, type Route } from "../route.ts";
import { routes } from "../routes.ts";
import { listFaults } from "./list-faults.ts";
import { toOpenApi } from "./to-openapi.ts";

const toSpec = (document: unknown): Record<string, unknown> => structuredClone(document) as Record<string, unknown>;

const tree = z.strictObject({
  name: z.string().max(9),
  depth: z.int().default(0),
  get parts() {
    return z.array(tree);
  },
});
tree.register(z.globalRegistry, { id: "TestTree" });
const leaf = z.strictObject({ a: z.string() }).meta({ id: "TestLeaf" });

const list = defineRoute({
  id: "listThings",
  method: "GET",
  path: "/v1/things",
  access: "leads:read",
  summary: "Things",
  tag: "things",
  query: pageQuery.extend({ kind: z.enum(["a", "b"]).optional() }),
  status: 200,
  response: pageOf(leaf),
});
const add = defineRoute({
  id: "addThing",
  method: "POST",
  path: "/v1/things/{id}:grow",
  access: "leads:write",
  summary: "Grows a thing",
  tag: "things",
  params: z.strictObject({ id: z.string() }),
  body: z.strictObject({ tree, leaf }),
  status: 201,
  response: z.object({ tree, leaf }),
  errors: ["gone", "precondition_required"],
  idempotent: true,
});

describe("toOpenApi()", () => {
  const document = toOpenApi([list, add]);

  it("is a valid document, and the same for the same routes", async () => {
    expect(await new Validator().validate(toSpec(document))).toMatchObject({ valid: true });
    expect(JSON.stringify(toOpenApi([list, add]))).toBe(JSON.stringify(document));
  });

  it("names a schema once, and twice where requests read otherwise than answers", () => {
    const { schemas } = document.components;
    expect(Object.keys(schemas ?? {})).toEqual(["Problem", "TestLeaf", "TestTree", "TestTreeInput"]);
    const { TestTreeInput } = schemas as Record<string, { required: string[]; properties: object }>;
    expect(TestTreeInput).toMatchObject({
      required: ["name", "parts"],
      properties: { parts: { items: { $ref: "#/components/schemas/TestTreeInput" } } },
    });
  });

  it("documents parameters, conditions and every error", () => {
    const operation = document.paths["/v1/things/{id}:grow"]?.["post"] as {
      parameters: { name: string; required: boolean }[];
      responses: Record<string, unknown>;
    };
    expect(operation.parameters.map(({ name, required }) => [name, required])).toEqual([
      ["id", true],
      ["Idempotency-Key", false],
      ["If-Match", true],
    ]);
    expect(Object.keys(operation.responses).map(Number)).toEqual([
      201, 400, 401, 403, 404, 408, 409, 410, 413, 414, 415, 428, 429, 431, 500, 503,
    ]);
    expect(operation.responses["409"]).toEqual({ $ref: "#/components/responses/conflict_or_idempotency_key_reused" });
  });

  it("refuses one name for two schemas, and what contains itself without a name", () => {
    const twins = [z.string(), z.int()].map((part) => z.strictObject({ part }).meta({ id: "TestTwin" }));
    const routes = twins.map((response, index): Route => ({ ...list, id: `list${index}`, response }));
    expect(() => toOpenApi(routes)).toThrow("Two schemas are called TestTwin");
    const nameless = z.strictObject({
      get parts() {
        return z.array(nameless);
      },
    });
    expect(() => toOpenApi([{ ...add, body: z.strictObject({ nameless }) }])).toThrow("needs an id");
  });
});

describe("listFaults()", () => {
  const faultsOf = (...changed: readonly Route[]): readonly string[] => listFaults(changed, toOpenApi(changed));

  it("finds nothing in the routes of the API", async () => {
    const document = toOpenApi(routes);
    expect(listFaults(routes, document)).toEqual([]);
    expect(await new Validator().validate(toSpec(document))).toMatchObject({ valid: true });
  });

  it.each<readonly [string, Route, string]>([
    ["an id of another shape", { ...list, id: "list-things" }, "camelCase"],
    ["no summary", { ...list, summary: " " }, "no summary"],
    ["no tag", { ...list, tag: "" }, "no tag"],
    ["a path of its own", { ...list, path: "/things" }, "below /v1"],
    ["params that the path does not name", { ...add, path: "/v1/things/{name}" }, "the path names [name], params [id]"],
    ["a loose query", { ...list, query: z.object({ a: z.string().optional() }) }, "in the query are not refused"],
    ["a loose body", { ...add, body: z.object({}) }, "not refused at /"],
    ["a loose part", { ...add, body: z.strictObject({ a: z.object({}) }) }, "not refused at /properties/a"],
    ["a body to read with", { ...list, body: z.strictObject({}) }, "GET takes no body"],
    ["no answer", { ...list, response: undefined } as unknown as Route, "what it answers"],
    ["a body without content", { ...add, status: 204 }, "204 has no body"],
    ["an error as its status", { ...add, status: 404 }, "no success"],
    ["a key on reading", { ...list, idempotent: true }, "Idempotency-Key"],
  ])("finds %s", (_name, route, fault) => {
    expect(faultsOf(route).join("\n")).toContain(fault);
  });

  it("finds twins, and errors that the document leaves out", () => {
    expect(faultsOf(list, list)).toEqual(
      expect.arrayContaining(["listThings: two routes have this id", "GET /v1/things: bound by two routes"]),
    );
    expect(listFaults([{ ...list, errors: ["gone"] }], toOpenApi([list]))).toEqual([
      "listThings: 410 is not documented",
    ]);
  });
});

describe("errors", () => {
  it.each(Object.entries(errors))("%s says what it means in two languages", (_code, { status, en, zh }) => {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(en).toMatch(/^[A-Z].*\.$/);
    expect(zh).toMatch(/。$/);
  });
});

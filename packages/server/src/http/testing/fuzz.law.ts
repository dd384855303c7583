import { toOpenApi, type Route } from "@breakwater/contract";
import { Validator } from "@seriousme/openapi-schema-validator";
import fc, { type Arbitrary } from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isStreamed } from "../content-type.ts";
import { arbitraryOf } from "./arbitrary-json.ts";

type Operation = {
  readonly parameters?: readonly { name: string; in: string; required: boolean; schema: Record<string, unknown> }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { schema: Record<string, unknown> }>> };
  readonly responses: Readonly<Record<string, unknown>>;
};
type Sent = {
  readonly path: string;
  readonly body: Uint8Array<ArrayBuffer> | null;
  readonly headers: Readonly<Record<string, string>>;
  /** Whether it carries the target's headers. */
  readonly isKnown: boolean;
};

export type FuzzTarget = {
  readonly url: string;
  /** Of a caller who may do everything. */
  readonly headers: Readonly<Record<string, string>>;
  readonly close: () => Promise<unknown>;
};

export type FuzzOptions = {
  readonly routes: readonly Route[];
  /** Something that may be thrown away afterwards. */
  readonly open: () => Promise<FuzzTarget>;
  /** Requests for each route; 60 unless stated. */
  readonly runs?: number;
  readonly seed?: number;
  /** Longest wait for an answer; 5 s unless stated. */
  readonly waitMs?: number;
};

/**
 * Whatever is sent, made from the routes' own OpenAPI document and then broken in every way that comes to mind: an answer comes in time, its
 * status is documented, it is none of our fault (500), and an error is problem+json. One request in ten comes from nobody.
 */
export function fuzzLaw(
  name: string,
  { routes, open, runs = 60, seed = 20_261_125, waitMs = 5000 }: FuzzOptions,
): void {
  describe(`fuzz: ${name}`, () => {
    const document = JSON.parse(JSON.stringify(toOpenApi(routes))) as {
      readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
      readonly components: { readonly schemas: Readonly<Record<string, Record<string, unknown>>> };
    };
    const lookup = (reference: string): Record<string, unknown> =>
      document.components.schemas[reference.split("/").at(-1) ?? ""] ?? {};
    let target: FuzzTarget;
    beforeAll(async () => {
      target = await open();
    });
    afterAll(async () => target.close());

    it("is described by a valid document", async () => {
      expect(await new Validator().validate(structuredClone(document) as never)).toMatchObject({ valid: true });
    });

    it.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))("%s", async (_, route) => {
      const operation = document.paths[route.path]?.[route.method.toLowerCase()];
      if (operation === undefined) throw new Error(`${route.id} is not in the document.`);
      await fc.assert(
        fc.asyncProperty(arbitraryRequest(route, operation, lookup), async ({ path, body, headers, isKnown }) => {
          const leave = new AbortController();
          const response = await fetch(target.url + path, {
            method: route.method,
            body,
            headers: isKnown ? { ...headers, ...target.headers } : headers,
            signal: AbortSignal.any([AbortSignal.timeout(waitMs), leave.signal]),
          });
          const isStream = response.headers.get("content-type")?.startsWith("text/event-stream") === true;
          if (isStream) return leave.abort();
          const text = await response.text();
          expect(response.status, text).not.toBe(500);
          expect(Object.keys(operation.responses).map(Number), text).toContain(response.status);
          if (response.status < 400) return;
          expect(response.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
          expect(JSON.parse(text)).toMatchObject({ status: response.status, requestId: expect.any(String) });
        }),
        { numRuns: runs, seed },
      );
    });
  });
}

function arbitraryRequest(
  route: Route,
  operation: Operation,
  lookup: (reference: string) => Record<string, unknown>,
): Arbitrary<Sent> {
  const parameters = operation.parameters ?? [];
  const pick = (place: string): Arbitrary<Record<string, unknown>> =>
    fc.record(
      Object.fromEntries(
        parameters
          .filter((one) => one.in === place)
          .map(({ name, schema }) => [name, fc.oneof({ weight: 5, arbitrary: arbitraryOf(schema, lookup) }, odd)]),
      ),
      { requiredKeys: place === "path" ? parameters.filter((one) => one.in === place).map(({ name }) => name) : [] },
    );
  const schema = operation.requestBody?.content["application/json"]?.schema;
  const bodies = schema === undefined ? fc.constant(null) : arbitraryBody(arbitraryOf(schema, lookup));
  return fc
    .record({
      path: pick("path"),
      query: fc.oneof({ weight: 4, arbitrary: pick("query") }, fc.dictionary(fc.string(), fc.string(), { maxKeys: 2 })),
      headers: pick("header"),
      body: isStreamed(route) && schema !== undefined ? fc.oneof(bodies, fc.uint8Array({ maxLength: 200 })) : bodies,
      type: fc.constantFrom(
        "application/json",
        "application/json",
        "application/json; charset=UTF-8",
        "text/plain",
        "/",
      ),
      encoding: fc.constantFrom(undefined, undefined, undefined, undefined, "gzip", "br", "deflate", "zstd", "x"),
      isKnown: fc.nat(9).map((number) => number > 0),
    })
    .map(({ path, query, headers, body, type, encoding, isKnown }) => ({
      path: toPath(route, path, query),
      isKnown,
      body: body === null ? null : new Uint8Array(body),
      headers: {
        ...toHeaders(headers),
        ...(body === null ? {} : { "content-type": type }),
        ...(encoding === undefined || body === null ? {} : { "content-encoding": encoding }),
      },
    }));
}

const odd = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.constantFrom("%", "..", "a/b", "-1", "1e999", " "),
);

/** Bodies that keep to the schema, and what becomes of them in the wrong hands. */
function arbitraryBody(valid: Arbitrary<unknown>): Arbitrary<Uint8Array> {
  const text = valid.map((value) => JSON.stringify(value) ?? "null");
  const encoded = (arbitrary: Arbitrary<string>): Arbitrary<Uint8Array> =>
    arbitrary.map((value) => new TextEncoder().encode(value));
  const cut = fc.tuple(text, fc.nat(400)).map(([value, at]) => value.slice(0, at % (value.length + 1)));
  const swapped = fc
    .tuple(valid, fc.nat(20), fc.jsonValue({ maxDepth: 3 }))
    .map(([value, at, other]) => JSON.stringify(replaceLeaf(value, at, other)));
  const added = fc
    .tuple(valid, fc.constantFrom("extra", "__proto__", "constructor", "toString", ""), fc.jsonValue({ maxDepth: 1 }))
    .map(([value, key, other]) => addMember(value, key, other));
  const flipped = fc.tuple(encoded(text), fc.nat(), fc.integer({ min: 1, max: 255 })).map(([bytes, at, by]) => {
    const copy = Uint8Array.from(bytes);
    if (copy.length > 0) copy[at % copy.length] ^= by;
    return copy;
  });
  const deep = fc.nat(200).map((depth) => "[".repeat(depth) + "]".repeat(depth));
  const long = fc.nat(100_000).map((length) => JSON.stringify("谣".repeat(length)));
  return fc.oneof(
    { weight: 4, arbitrary: encoded(text) },
    { weight: 2, arbitrary: encoded(swapped) },
    encoded(cut),
    encoded(added),
    flipped,
    encoded(fc.json({ maxDepth: 4 })),
    encoded(fc.oneof(deep, long)),
    fc.uint8Array({ maxLength: 60 }),
  );
}

/** The `at`-th part of a value, counted in any order, is another. */
function replaceLeaf(value: unknown, at: number, other: unknown): unknown {
  if (at <= 0 || value === null || typeof value !== "object") return other;
  const entries = Object.entries(value);
  if (entries.length === 0) return other;
  const chosen = at % entries.length;
  const changed = entries.map(([key, inner], index): [string, unknown] =>
    index === chosen ? [key, replaceLeaf(inner, Math.floor(at / entries.length), other)] : [key, inner],
  );
  return Array.isArray(value) ? changed.map(([, inner]) => inner) : Object.fromEntries(changed);
}

function addMember(value: unknown, key: string, other: unknown): string {
  const text = JSON.stringify(value) ?? "null";
  if (!text.startsWith("{")) return text;
  const member = `${JSON.stringify(key)}:${JSON.stringify(other)}`;
  return text === "{}" ? `{${member}}` : `{${member},${text.slice(1)}`;
}

function toPath(
  route: Route,
  path: Readonly<Record<string, unknown>>,
  query: Readonly<Record<string, unknown>>,
): string {
  const encode = (value: unknown): string => encodeURIComponent(toText(value).replaceAll(/\p{Surrogate}/gu, "?"));
  const filled = route.path.replaceAll(/\{(\w+)\}/g, (_match, name: string) => encode(path[name]) || "x");
  const pairs = Object.entries(query).map(([name, value]) => `${encode(name)}=${encode(value)}`);
  // A URL's parser takes these for steps up the path.
  const safe = filled.replaceAll(/(^|\/)(?:\.|%2e){1,2}(?=\/|$)/gi, "$1dot");
  return pairs.length === 0 ? safe : `${safe}?${pairs.join("&")}`;
}

function toHeaders(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  const visible = (value: unknown): string => toText(value).replaceAll(/[^\x21-\x7e]/g, "?");
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), visible(value)]));
}

function toText(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

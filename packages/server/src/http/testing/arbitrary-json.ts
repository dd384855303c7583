import fc, { type Arbitrary } from "fast-check";

type Schema = Readonly<Record<string, unknown>>;
type Lookup = (reference: string) => Schema;

/** How deep schemas that contain themselves are followed. */
const depthMax = 4;

/**
 * Values that a JSON Schema of the API's document lets pass, as near as its keywords say: what it cannot follow (patterns, formats) comes as
 * texts of the right length.
 */
export function arbitraryOf(schema: Schema, lookup: Lookup, depth = 0): Arbitrary<unknown> {
  const next = (inner: unknown): Arbitrary<unknown> => arbitraryOf((inner ?? {}) as Schema, lookup, depth + 1);
  if (typeof schema["$ref"] === "string") return arbitraryOf(lookup(schema["$ref"]), lookup, depth + 1);
  if ("const" in schema) return fc.constant(schema["const"]);
  if (Array.isArray(schema["enum"])) return fc.constantFrom(...(schema["enum"] as unknown[]));
  const branches = schema["anyOf"] ?? schema["oneOf"];
  if (Array.isArray(branches)) return fc.oneof(...branches.map(next));
  const { type } = schema;
  if (Array.isArray(type)) return fc.oneof(...type.map((one: unknown) => next({ ...schema, type: one })));
  switch (type) {
    case "object":
      return objectOf(schema, next, depth);
    case "array": {
      const [minLength, most] = [Number(schema["minItems"] ?? 0), Number(schema["maxItems"] ?? 4)];
      return fc.array(next(schema["items"]), { minLength, maxLength: Math.max(minLength, Math.min(most, 4)) });
    }
    case "string":
      return stringOf(schema);
    case "integer":
    case "number":
      return numberOf(schema);
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function numberOf(schema: Schema): Arbitrary<number> {
  const min = Number(schema["minimum"] ?? schema["exclusiveMinimum"] ?? -1e9);
  const max = Number(schema["maximum"] ?? schema["exclusiveMaximum"] ?? 1e9);
  if (schema["type"] === "integer") return fc.integer({ min: Math.ceil(min), max: Math.floor(max) });
  const minExcluded = schema["minimum"] === undefined && "exclusiveMinimum" in schema;
  const maxExcluded = schema["maximum"] === undefined && "exclusiveMaximum" in schema;
  return fc.double({ min, max, minExcluded, maxExcluded, noNaN: true });
}

function objectOf(schema: Schema, next: (inner: unknown) => Arbitrary<unknown>, depth: number): Arbitrary<unknown> {
  const properties = Object.entries((schema["properties"] ?? {}) as Readonly<Record<string, unknown>>);
  const required = (schema["required"] ?? []) as readonly string[];
  const followed = properties.filter(([name]) => depth < depthMax || required.includes(name));
  const model = Object.fromEntries(followed.map(([name, inner]) => [name, next(inner)]));
  const requiredKeys = required.filter((name) => name in model);
  if (properties.length > 0 || schema["additionalProperties"] === false) return fc.record(model, { requiredKeys });
  return fc.dictionary(fc.string({ maxLength: 8 }), next(schema["additionalProperties"]), { maxKeys: 3 });
}

function stringOf(schema: Schema): Arbitrary<string> {
  if (typeof schema["pattern"] === "string" && schema["pattern"].length < 200) {
    try {
      return fc.stringMatching(new RegExp(schema["pattern"], "u"));
    } catch {
      // What fast-check cannot generate is not worth more: it comes as any text.
    }
  }
  const minLength = Number(schema["minLength"] ?? 0);
  const maxLength = Math.max(minLength, Math.min(Number(schema["maxLength"] ?? 40), 60));
  return fc.oneof(
    fc.string({ minLength, maxLength }),
    fc.string({ unit: "binary", minLength, maxLength }),
    fc
      .constantFrom("谣言", "null", "true", "0", "\u0000", "‮", "'; --", "${x}", "../../etc")
      .filter(({ length }) => length >= minLength && length <= maxLength),
  );
}

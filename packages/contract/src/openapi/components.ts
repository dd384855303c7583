import { z } from "zod";

export type JsonSchema = { readonly [key: string]: unknown };
/** Whether a schema is of what clients send, before defaults are filled in, or of what they get. */
export type Direction = "input" | "output";
export type Use = { readonly schema: z.ZodType; readonly io: Direction };

export type Components = {
  /** JSON Schema in which parts with an id are references. */
  readonly describe: (use: Use) => JsonSchema;
  readonly schemas: Readonly<Record<string, JsonSchema>>;
};

type Defs = Map<string, JsonSchema>;

/**
 * The parts with `.meta({ id })` of all schemas in use, each once. One that reads differently in requests than in answers stands there twice,
 * for requests as `<id>Input`. Throws where one id names two schemas, where a schema that contains itself has no id, and on what
 * JSON Schema cannot say.
 */
export function collectComponents(uses: readonly Use[]): Components {
  const defs: Readonly<Record<Direction, Defs>> = { input: new Map(), output: new Map() };
  for (const { schema, io } of uses) {
    for (const [id, def] of Object.entries(toRaw({ schema, io }).defs)) keep(defs[io], id, def);
  }
  const twofold = findTwofold(defs);
  const nameOf = (id: string, io: Direction): string => (io === "input" && twofold.has(id) ? `${id}Input` : id);
  const entries = (["input", "output"] as const).flatMap((io) =>
    [...defs[io]].map(([id, def]) => [nameOf(id, io), rename(def, (id) => nameOf(id, io))] as const),
  );
  const schemas: Defs = new Map();
  for (const [name, def] of entries) keep(schemas, name, def);
  return {
    describe: (use) => rename(toRaw(use).root, (id) => nameOf(id, use.io)),
    schemas: Object.fromEntries([...schemas].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function toRaw({ schema, io }: Use): {
  readonly root: JsonSchema;
  readonly defs: Readonly<Record<string, JsonSchema>>;
} {
  const { $schema: _dialect, $defs = {}, ...root } = z.toJSONSchema(schema, { io }) as Record<string, unknown>;
  return { root, defs: $defs as Readonly<Record<string, JsonSchema>> };
}

function keep(table: Defs, id: string, def: JsonSchema): void {
  if (id.startsWith("__")) throw new Error("A schema that contains itself needs an id.");
  const known = table.get(id);
  if (known !== undefined && JSON.stringify(known) !== JSON.stringify(def)) {
    throw new Error(`Two schemas are called ${id}.`);
  }
  table.set(id, def);
}

/** Ids whose two readings differ, by themselves or by something that they refer to. */
function findTwofold({ input, output }: Readonly<Record<Direction, Defs>>): ReadonlySet<string> {
  const both = [...input].filter(([id]) => output.has(id));
  const twofold = new Set<string>();
  for (let before = -1; before !== twofold.size;) {
    before = twofold.size;
    for (const [id, def] of both) {
      const isSame = JSON.stringify(def) === JSON.stringify(output.get(id));
      if (!isSame || listReferences(def).some((other) => twofold.has(other))) twofold.add(id);
    }
  }
  return twofold;
}

const local = "#/$defs/";

function listReferences(value: unknown): readonly string[] {
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "$ref" && typeof inner === "string" ? [inner.slice(local.length)] : listReferences(inner),
  );
}

function rename<T>(value: T, nameOf: (id: string) => string): T {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map((inner: unknown) => rename(inner, nameOf)) as T;
  const entries = Object.entries(value).map(([key, inner]: [string, unknown]) => {
    const isReference = key === "$ref" && typeof inner === "string" && inner.startsWith(local);
    const target = isReference ? `#/components/schemas/${nameOf(inner.slice(local.length))}` : rename(inner, nameOf);
    return [key, target] as const;
  });
  return Object.fromEntries(entries) as T;
}

import type { setting } from "@breakwater/contract";
import { z } from "zod";
import { toOutsideUrl } from "./outside-url.ts";
import { configSchema, type Config } from "./schema.ts";

export type Setting = z.infer<typeof setting>;

/** Every option of the file with what holds for it, in the file's order. Where things lie on the machine is nobody's business over the network. */
export function listSettings(config: Config): readonly Setting[] {
  const defaults: Tables = configSchema.parse({});
  const ranges = listRanges();
  return Object.entries(config as Tables).flatMap(([table, options = {}]) =>
    table === "storage"
      ? []
      : Object.entries(options)
          .filter(([name]) => !/_(?:file|folder)$/.test(name))
          .map(([name, given]) => {
            const value = toValue(given);
            const usual = toValue(defaults[table]?.[name]);
            const isDefault = JSON.stringify(value) === JSON.stringify(usual);
            const option = `${table}.${name}`;
            return { option, value, isDefault, range: ranges.get(option) ?? null };
          }),
  );
}

type Tables = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

function toValue(given: unknown): Setting["value"] {
  switch (typeof given) {
    case "string":
      return toShown(given);
    case "number":
    case "boolean":
      return given;
    case "undefined":
      return null;
    default:
      if (Array.isArray(given)) return given.map((one) => toShown(String(one)));
      return Object.entries(given ?? {}).map(([name, value]) => `${name} = ${String(value)}`);
  }
}

/** An address outside without what only its owner and the service should know. */
function toShown(text: string): string {
  return /^https?:.*\?/i.test(text) ? toOutsideUrl(text) : text;
}

/** What the schema itself holds numbers to, so that nobody writes it down twice. */
function listRanges(): ReadonlyMap<string, { readonly least: number; readonly most: number }> {
  const told = z.toJSONSchema(configSchema, { unrepresentable: "any" }) as JsonSchema;
  const found = new Map<string, { readonly least: number; readonly most: number }>();
  for (const [table, { properties = {} }] of Object.entries(told.properties ?? {})) {
    for (const [name, { minimum: least, maximum: most }] of Object.entries(properties)) {
      if (least !== undefined && most !== undefined) found.set(`${table}.${name}`, { least, most });
    }
  }
  return found;
}

type JsonSchema = {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
};

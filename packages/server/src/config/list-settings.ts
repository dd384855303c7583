import type { setting } from "@breakwater/contract";
import type { z } from "zod";
import { configSchema, type Config } from "./schema.ts";

export type Setting = z.infer<typeof setting>;

/** Every option of the file with what holds for it, in the file's order. Where things lie on the machine is nobody's business over the network. */
export function listSettings(config: Config): readonly Setting[] {
  const defaults: Tables = configSchema.parse({});
  return Object.entries(config as Tables).flatMap(([table, options = {}]) =>
    table === "storage"
      ? []
      : Object.entries(options)
          .filter(([name]) => !name.endsWith("_file"))
          .map(([name, given]) => {
            const value = toValue(given);
            const usual = toValue(defaults[table]?.[name]);
            return { option: `${table}.${name}`, value, isDefault: JSON.stringify(value) === JSON.stringify(usual) };
          }),
  );
}

type Tables = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

function toValue(given: unknown): Setting["value"] {
  switch (typeof given) {
    case "string":
    case "number":
    case "boolean":
      return given;
    case "undefined":
      return null;
    default:
      if (Array.isArray(given)) return given.map(String);
      return Object.entries(given ?? {}).map(([name, value]) => `${name} = ${String(value)}`);
  }
}

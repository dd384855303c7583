import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { parse, TomlError } from "smol-toml";
import { configSchema, type Config } from "./schema.ts";

/** What is wrong with a configuration file, in sentences that say where. */
export class ConfigError extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join("\n"));
    this.name = "ConfigError";
    this.faults = faults;
  }
}

/** Reads a configuration file. Folders in it are meant from where the file stands. Throws a `ConfigError` that names every fault. */
export function readConfig(path: string): Config {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unreadable";
    throw new ConfigError([`${path}: cannot be read (${code}).`]);
  }
  return parseConfig(text, path);
}

export function parseConfig(text: string, path: string): Config {
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [reason = "not TOML"] = error.message.replace(/^Invalid TOML document: /, "").split("\n");
    throw new ConfigError([`${path}:${error.line}:${error.column}: ${reason}.`]);
  }
  const parsed = configSchema.safeParse(value);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map(
        (issue) => `${path}: ${["", ...issue.path].slice(1).join(".") || "file"}: ${issue.message}.`,
      ),
    );
  }
  const base = dirname(resolve(path));
  const { storage, statements, ledger } = parsed.data;
  const { publish_folder: published, timestamp_roots_file: roots } = ledger;
  return {
    ...parsed.data,
    storage: { data: resolve(base, storage.data), keys: resolve(base, storage.keys) },
    ledger: {
      ...ledger,
      ...(published !== undefined && { publish_folder: resolve(base, published) }),
      ...(roots !== undefined && { timestamp_roots_file: resolve(base, roots) }),
    },
    statements: {
      ...statements,
      ...(statements.token_file !== undefined && { token_file: resolve(base, statements.token_file) }),
    },
    ...(parsed.data.oidc && {
      oidc: { ...parsed.data.oidc, client_secret_file: resolve(base, parsed.data.oidc.client_secret_file) },
    }),
    ...(parsed.data.mail?.password_file !== undefined && {
      mail: { ...parsed.data.mail, password_file: resolve(base, parsed.data.mail.password_file) },
    }),
  };
}

/** Everything at its default, with data and keys under one folder. */
export function defaultConfig(folder: string): Config {
  return { ...configSchema.parse({}), storage: { data: resolve(folder, "data"), keys: resolve(folder, "keys") } };
}

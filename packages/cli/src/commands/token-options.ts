import { parseArgs } from "node:util";
import { newAccessToken, tokenScopes, type Scope } from "@breakwater/contract";
import type { Config } from "@breakwater/server/lifecycle";
import { CliError } from "../cli-error.ts";
import { say } from "../words/catalogue.ts";
import type { Lang } from "../words/phrase.ts";
import { parseLang } from "./lang.ts";
import { configFlags, readServiceConfig } from "./service-config.ts";

export type TokenVerb =
  | {
      readonly kind: "create";
      readonly name: string;
      readonly scopes: readonly Scope[];
      /** Null: until it is revoked. */
      readonly expiresInDays: number | null;
    }
  | { readonly kind: "list" }
  | { readonly kind: "revoke"; readonly id: string };

export type TokenOptions = {
  readonly verb: TokenVerb;
  readonly config: Config;
  readonly lang: Lang;
  readonly isJson: boolean;
  readonly isQuiet: boolean;
};

const common = {
  ...configFlags,
  lang: { type: "string" },
  json: { type: "boolean" },
  quiet: { type: "boolean" },
} as const;
const creating = {
  ...common,
  name: { type: "string" },
  scopes: { type: "string" },
  expires: { type: "string" },
} as const;

type Env = Readonly<Record<string, string | undefined>>;

export function parseTokenOptions([word = "", ...rest]: readonly string[], env: Env): TokenOptions {
  switch (word) {
    case "create": {
      const { values } = parseArgs({ args: rest, options: creating });
      return { verb: readCreate(values), ...toOptions(values, env) };
    }
    case "list": {
      const { values } = parseArgs({ args: rest, options: common });
      return { verb: { kind: "list" }, ...toOptions(values, env) };
    }
    case "revoke": {
      const { values, positionals } = parseArgs({ args: rest, options: common, allowPositionals: true });
      const [id, ...others] = positionals;
      if (id === undefined || others.length > 0) throw new CliError(say("error_token_id"));
      return { verb: { kind: "revoke", id }, ...toOptions(values, env) };
    }
    default:
      throw new CliError(say("error_token_verb", { word }));
  }
}

type Values = { readonly [K in keyof typeof common]?: (typeof common)[K]["type"] extends "boolean" ? boolean : string };

function toOptions(values: Values, env: Env): Omit<TokenOptions, "verb"> {
  return {
    config: readServiceConfig(values),
    lang: parseLang(values.lang, env),
    isJson: values.json ?? false,
    isQuiet: values.quiet ?? false,
  };
}

function readCreate(values: {
  readonly name?: string;
  readonly scopes?: string;
  readonly expires?: string;
}): Extract<TokenVerb, { kind: "create" }> {
  const { name = "", expires } = values;
  const { shape } = newAccessToken;
  if (!shape.name.safeParse(name).success) throw new CliError(say("error_token_name", { word: name }));
  const expiresInDays = expires === undefined ? null : Number(/^(\d{1,5})d?$/.exec(expires)?.[1]);
  if (!shape.expiresInDays.safeParse(expiresInDays).success) {
    throw new CliError(say("error_token_expires", { word: expires ?? "" }));
  }
  return { kind: "create", name, scopes: readScopes(values.scopes ?? ""), expiresInDays };
}

function readScopes(text: string): readonly Scope[] {
  const words = text.split(/[\s,]+/).filter((word) => word !== "");
  const scopes = words.flatMap((word) => tokenScopes.find((scope) => scope === word) ?? []);
  const unknown = words.find((word) => !scopes.some((scope) => scope === word));
  if (scopes.length > 0 && unknown === undefined) return scopes;
  throw new CliError(say("error_token_scopes", { word: unknown ?? "", names: tokenScopes.join(", ") }));
}

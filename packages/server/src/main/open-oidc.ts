import { readFileSync } from "node:fs";
import { createOidcDoor, type OidcDoor } from "../access/oidc/oidc-door.ts";
import { ConfigError } from "../config/read-config.ts";
import type { Config } from "../config/schema.ts";

/** The identity provider of the configuration; null where there is none. Throws a `ConfigError` where its secret cannot be read. */
export function openOidc({ oidc }: Config, publicUrl: string): OidcDoor | null {
  if (oidc === undefined) return null;
  const { issuer, client_id: clientId, client_secret_file: file, roles_claim: roleClaim, roles: roleOf } = oidc;
  return createOidcDoor(
    { issuer, clientId, clientSecret: readSecret(file), scopes: ["profile"], roleClaim, roleOf },
    publicUrl,
  );
}

function readSecret(file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    throw new ConfigError([`oidc.client_secret_file: ${file} cannot be read.`]);
  }
}

import { createOidcDoor, type OidcDoor } from "../access/oidc/oidc-door.ts";
import type { Config } from "../config/schema.ts";
import { readSecretFile } from "./read-secret-file.ts";

/** The identity provider of the configuration; null where there is none. Throws a `ConfigError` where its secret cannot be read. */
export function openOidc({ oidc }: Config, publicUrl: string): OidcDoor | null {
  if (oidc === undefined) return null;
  const { issuer, client_id: clientId, client_secret_file: file, roles_claim: roleClaim, roles: roleOf } = oidc;
  return createOidcDoor(
    {
      issuer,
      clientId,
      clientSecret: readSecretFile(file, "oidc.client_secret_file"),
      scopes: ["profile"],
      roleClaim,
      roleOf,
    },
    publicUrl,
  );
}

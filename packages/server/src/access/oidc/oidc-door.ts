import { staffRoles, type StaffRole } from "@breakwater/contract";
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  discovery,
  enableNonRepudiationChecks,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from "openid-client";
import { createSite } from "../site.ts";

const waitSeconds = 10;
const claimsMax = 200;

export type OidcOptions = {
  /** As the provider names itself: `https://id.example`. */
  readonly issuer: string;
  readonly clientId: string;
  /** Null for a public client, which PKCE protects by itself. */
  readonly clientSecret: string | null;
  /** Beside `openid`. */
  readonly scopes: readonly string[];
  /** Which claim of the ID token tells roles: a text, or a list of texts. */
  readonly roleClaim: string;
  /** What its values mean here. `admin` cannot be given. */
  readonly roleOf: Readonly<Record<string, StaffRole>>;
  /** For a provider on this very machine, over plain HTTP. */
  readonly allowsPlainHttp?: boolean;
};

/** What a browser has to bring back: kept sealed in its cookie. */
export type OidcErrand = { readonly state: string; readonly nonce: string; readonly verifier: string };

export type OidcIdentity = {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly roles: readonly StaffRole[];
};

export interface OidcDoor {
  /** Where to send the browser. Throws where the provider does not answer. */
  begin(): Promise<{ readonly url: string; readonly errand: OidcErrand }>;
  /** Takes the browser back; throws unless state, nonce, PKCE, issuer and signature are all as they should be. */
  finish(query: URLSearchParams, errand: OidcErrand): Promise<OidcIdentity>;
}

export const oidcCallbackPath = "/login/provider/callback";

/** Authorisation code with PKCE, state and nonce (OpenID Connect Core 3.1, RFC 9700). The provider is asked about itself at first use. */
export function createOidcDoor(options: OidcOptions, publicUrl: string): OidcDoor {
  if (Object.values(options.roleOf).includes("admin")) {
    throw new Error("The identity provider cannot make administrators: another administrator does.");
  }
  const { origin } = createSite(publicUrl);
  const redirectUri = `${origin}${oidcCallbackPath}`;
  let asked: Promise<Configuration> | null = null;
  const configure = (): Promise<Configuration> => {
    asked ??= discover(options).catch((error: unknown) => {
      asked = null;
      throw error;
    });
    return asked;
  };
  return {
    async begin() {
      const errand = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      const url = buildAuthorizationUrl(await configure(), {
        redirect_uri: redirectUri,
        scope: ["openid", ...options.scopes].join(" "),
        code_challenge: await calculatePKCECodeChallenge(errand.verifier),
        code_challenge_method: "S256",
        state: errand.state,
        nonce: errand.nonce,
      });
      return { url: url.href, errand };
    },
    async finish(query, { state, nonce, verifier }) {
      const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true };
      const current = new URL(`${redirectUri}?${query.toString()}`);
      const claims = (await authorizationCodeGrant(await configure(), current, checks)).claims();
      if (claims === undefined) throw new Error("The provider sent no ID token.");
      const name = typeof claims["name"] === "string" ? claims["name"].trim().slice(0, 100) : "";
      return {
        issuer: claims.iss,
        subject: claims.sub,
        name: name === "" ? "?" : name,
        roles: toRoles(claims[options.roleClaim], options.roleOf),
      };
    },
  };
}

async function discover({ issuer, clientId, clientSecret, allowsPlainHttp }: OidcOptions): Promise<Configuration> {
  const proof = clientSecret === null ? None() : ClientSecretBasic(clientSecret);
  const configuration = await discovery(new URL(issuer), clientId, undefined, proof, {
    timeout: waitSeconds,
    execute: allowsPlainHttp === true ? [allowInsecureRequests] : [],
  });
  // The ID token comes over TLS from the provider itself; its signature is checked all the same.
  enableNonRepudiationChecks(configuration);
  return configuration;
}

function toRoles(claim: unknown, roleOf: OidcOptions["roleOf"]): readonly StaffRole[] {
  const values: readonly unknown[] = Array.isArray(claim) ? claim.slice(0, claimsMax) : [claim];
  const given = values
    .filter((value) => typeof value === "string")
    .map((value) => (Object.hasOwn(roleOf, value) ? roleOf[value] : undefined));
  return staffRoles.filter((role) => role !== "admin" && given.includes(role));
}

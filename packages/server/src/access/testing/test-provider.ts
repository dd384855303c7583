import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** What a dishonest or broken provider would do. */
export type Mischief =
  | "none"
  | "other_nonce"
  | "other_key"
  | "other_issuer"
  | "other_audience"
  | "expired"
  | "unsigned"
  | "other_response_issuer";

export type TestProvider = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who signs in next, without being asked. */
  user: { readonly sub: string; readonly name?: string; readonly groups?: unknown };
  mischief: Mischief;
  /** Token requests that were refused, by reason. */
  readonly refusals: string[];
  readonly close: () => Promise<void>;
};

type Grant = { readonly challenge: string; readonly nonce: string; readonly redirectUri: string };

const [clientId, clientSecret] = ["breakwater", "a secret & a half"];

/**
 * A small OpenID provider over HTTP with real signatures: discovery, keys, authorisation code with PKCE (S256 alone), ID tokens by RS256,
 * `client_secret_basic`, the issuer in its answers (RFC 9207). A code works once, for one redirect address.
 */
export async function openTestProvider({ now }: { readonly now: () => number }): Promise<TestProvider> {
  const [own, other] = [makeKey(), makeKey()];
  const grants = new Map<string, Grant>();
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: TestProvider = {
    issuer,
    clientId,
    clientSecret,
    user: { sub: "user-1" },
    mischief: "none",
    refusals: [],
    close: () => close(server),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? "/", issuer);
    if (pathname === "/.well-known/openid-configuration") return send(response, 200, describe(issuer));
    if (pathname === "/keys") {
      const jwk = createPublicKey(own).export({ format: "jwk" });
      return send(response, 200, { keys: [{ ...jwk, kid: "k1", alg: "RS256", use: "sig" }] });
    }
    if (pathname === "/authorize") return authorize(searchParams, response);
    if (pathname === "/token") return issue(request, response);
    return send(response, 404, {});
  }

  function authorize(query: URLSearchParams, response: ServerResponse): void {
    const redirect = new URL(query.get("redirect_uri") ?? "");
    const isSound =
      query.get("client_id") === clientId &&
      query.get("response_type") === "code" &&
      query.get("code_challenge_method") === "S256" &&
      query.get("scope")?.split(" ").includes("openid");
    if (isSound !== true) return send(response, 400, { error: "invalid_request" });
    const code = createHash("sha256").update(`${grants.size}`).digest("base64url");
    const grant = { challenge: query.get("code_challenge") ?? "", nonce: query.get("nonce") ?? "" };
    grants.set(code, { ...grant, redirectUri: redirect.href });
    const said = provider.mischief === "other_response_issuer" ? "https://evil.example" : issuer;
    for (const [name, value] of Object.entries({ code, state: query.get("state") ?? "", iss: said })) {
      redirect.searchParams.set(name, value);
    }
    response.writeHead(302, { location: redirect.href }).end();
  }

  async function issue(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(await text(request));
    const code = form.get("code") ?? "";
    const grant = grants.get(code);
    grants.delete(code);
    const proof = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    const encoded = [clientId, clientSecret].map((part) => new URLSearchParams({ a: part }).toString().slice(2));
    const basic = `Basic ${Buffer.from(encoded.join(":")).toString("base64")}`;
    const fault =
      (request.headers.authorization !== basic && "client") ||
      (grant === undefined && "code") ||
      (grant?.challenge !== proof && "pkce") ||
      (grant?.redirectUri !== form.get("redirect_uri") && "redirect");
    if (fault !== false) {
      provider.refusals.push(fault);
      return send(response, 400, { error: "invalid_grant" });
    }
    const idToken = toIdToken(grant?.nonce ?? "");
    return send(response, 200, { access_token: "none", token_type: "Bearer", expires_in: 60, id_token: idToken });
  }

  function toIdToken(nonce: string): string {
    const { mischief, user } = provider;
    const seconds = Math.floor(now() / 1000);
    const claims = {
      ...user,
      iss: mischief === "other_issuer" ? "https://evil.example" : issuer,
      aud: mischief === "other_audience" ? "somebody else" : clientId,
      iat: seconds - (mischief === "expired" ? 7200 : 0),
      exp: seconds + (mischief === "expired" ? -3600 : 60),
      nonce: mischief === "other_nonce" ? "another" : nonce,
    };
    const header = { alg: mischief === "unsigned" ? "none" : "RS256", kid: "k1", typ: "JWT" };
    const body = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
    const key = mischief === "other_key" ? other : own;
    const signature = mischief === "unsigned" ? "" : sign("sha256", Buffer.from(body), key).toString("base64url");
    return `${body}.${signature}`;
  }

  return provider;
}

function describe(issuer: string): Readonly<Record<string, unknown>> {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
    code_challenge_methods_supported: ["S256"],
    token_endpoint_auth_methods_supported: ["client_secret_basic"],
    authorization_response_iss_parameter_supported: true,
  };
}

function makeKey(): KeyObject {
  const { privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  return createPrivateKey(privateKey);
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

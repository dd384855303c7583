import { HttpError } from "../http/http-error.ts";

export type RequestHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What of the service's address matters to cookies and to forms. */
export type Site = {
  /** `https://breakwater.example`: the only origin that forms and cookies are taken from. */
  readonly origin: string;
  /** False for plain HTTP on the loopback alone. */
  readonly isSecure: boolean;
  readonly cookies: {
    readonly session: string;
    readonly form: string;
    readonly oidc: string;
    readonly language: string;
    readonly device: string;
  };
};

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Cookies are `__Host-` and Secure, but for plain HTTP on the loopback, where browsers take neither from everybody. */
export function createSite(publicUrl: string): Site {
  const { origin, protocol, hostname } = new URL(publicUrl);
  const isSecure = protocol === "https:" || !loopback.has(hostname);
  const name = (part: string): string => `${isSecure ? "__Host-" : ""}breakwater-${part}`;
  return {
    origin,
    isSecure,
    cookies: {
      session: name("session"),
      form: name("form"),
      oidc: name("oidc"),
      language: name("language"),
      device: name("device"),
    },
  };
}

/** A cookie of the request; null where there is none, or more than one of that name. */
export function readCookie(headers: RequestHeaders, name: string): string | null {
  const header = headers["cookie"];
  if (typeof header !== "string") return null;
  const values = header
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  return values.length === 1 ? (values[0] ?? null) : null;
}

/**
 * Refuses a changing request that a page of another site may have made with this browser's cookies. Browsers send `Origin` with every
 * such request; where one is missing, nothing vouches for it.
 */
export function assertOwnOrigin(site: Site, headers: RequestHeaders): void {
  const fetchSite = headers["sec-fetch-site"];
  const isOwn = headers["origin"] === site.origin && (fetchSite === undefined || fetchSite === "same-origin");
  if (!isOwn) throw new HttpError("csrf_refused");
}

import type { FastifyPluginAsync } from "fastify";
import type { Logger } from "pino";
import type { Registry } from "prom-client";
import type { Idempotency } from "./idempotency/idempotency.ts";
import type { Knock } from "./knock.ts";
import type { Caller } from "./route.ts";

/** Whether the service can do its work; `reasons` are sentences for an operator and name nothing personal. */
export type Readiness = { readonly ready: true } | { readonly ready: false; readonly reasons: readonly string[] };

export type FrontLimits = {
  /** Open at once; more are closed as they come. */
  readonly connectionsMax: number;
  /** Until the last header must be there. */
  readonly headersMs: number;
  /** Until a body that is read whole must be there; for a streamed one, the longest silence. */
  readonly bodyMs: number;
  /** Until the last byte of any request must be there. */
  readonly requestMs: number;
  /** Until an idle connection is closed; also one whose client does not read. Event streams have to say something more often. */
  readonly idleMs: number;
  /** How long answers that are under way may take once the front is told to close. Event streams end at once. */
  readonly closeMs: number;
  readonly headersBytesMax: number;
  /** Unpacked bytes for each packed one, looked at beyond the first mebibyte. */
  readonly unpackingRatioMax: number;
  /** Requests in a minute for each token, person, address. */
  readonly perMinute: { readonly token: number; readonly person: number; readonly anonymous: number };
};

export const defaultLimits: FrontLimits = {
  connectionsMax: 4096,
  headersMs: 10_000,
  bodyMs: 15_000,
  requestMs: 600_000,
  idleMs: 60_000,
  closeMs: 5000,
  headersBytesMax: 16_384,
  unpackingRatioMax: 200,
  perMinute: { token: 1_200_000, person: 1200, anonymous: 600 },
};

export type FrontOptions = {
  /** Who sends this. Bad credentials are nobody: `anonymous`. May throw `HttpError`. */
  readonly authenticate: (request: Knock) => Caller | Promise<Caller>;
  /** CSRF guard of unsafe requests by session cookie; `isSameSite()` with `origins` unless given. */
  readonly isSameSite?: (request: Knock) => boolean;
  /** Under which addresses people reach the service: `https://breakwater.example`. Left out: the host that was asked. */
  readonly origins?: readonly string[];
  readonly readiness: () => Readiness;
  /** Of `createIdempotency()`. */
  readonly idempotency: Idempotency;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** Ids of requests. */
  readonly newId: () => string;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly logger: Logger;
  /** Where figures are kept; the front adds its own. A new one unless given. */
  readonly registry?: Registry;
  readonly limits?: Partial<FrontLimits>;
  /**
   * Pages and the like: plain fastify plugins, each in a context of its own, behind the same limits and the same CSRF guard.
   * `request.caller` is known there. They bring their own body parsers, and their own page for errors if they want one.
   */
  readonly plugins?: readonly FastifyPluginAsync[];
  /** Addresses or networks of proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies?: readonly string[];
  /** `/metrics` for whoever asks from this machine itself, not through a proxy. */
  readonly metricsOpenToLoopback?: boolean;
  /** Sends Strict-Transport-Security. */
  readonly isHttpsOnly?: boolean;
  /** For tests: an answer or error that the contract does not describe becomes `internal`. */
  readonly checksAnswers?: boolean;
};

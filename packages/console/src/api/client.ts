import { problem, type Route } from "@breakwater/contract";
import type { Language } from "../words/languages.ts";
import { ApiError } from "./api-error.ts";
import type { AnswerOf, RequestOf } from "./route-types.ts";

/** What a changing call says beside its request. */
export type CallOptions = {
  readonly signal?: AbortSignal;
  /** The version that is changed: refused where somebody changed it meanwhile. */
  readonly version?: number;
  /** The same key with the same request has one effect, however often it is sent. */
  readonly idempotencyKey?: string;
  /** Sent as it is, in the place of a body, by routes that read a stream. */
  readonly file?: Blob;
};

export type Answered<R extends Route> = {
  readonly data: AnswerOf<R>;
  /** As the service wrote it; null where the route has none. */
  readonly etag: string | null;
};

/** The service's API, typed by the contract's own routes. */
export interface Api {
  /** Throws an `ApiError` whatever goes wrong, and the signal's reason where it aborts. */
  call<R extends Route>(route: R, request: RequestOf<R>, options?: CallOptions): Promise<Answered<R>>;
  /** The bytes of an answer that is no JSON: a note, a zip, lines to be kept as a file. Fails as `call` does. */
  read<R extends Route>(route: R, request: RequestOf<R>, options?: CallOptions): Promise<Uint8Array<ArrayBuffer>>;
}

export type ApiOptions = {
  readonly fetch: typeof globalThis.fetch;
  /** In which words refusals are to come. */
  readonly language: () => Language;
  /** The session has ended. */
  readonly onSignedOut: () => void;
};

const timeoutMs = 30_000;
/** A large file takes minutes to be sent, and to be read. */
const fileTimeoutMs = 15 * 60_000;

export function createApi({ fetch, language, onSignedOut }: ApiOptions): Api {
  const send = async <R extends Route>(route: R, request: RequestOf<R>, options: CallOptions): Promise<Response> => {
    const { params, query, body } = request as Parts;
    const { file } = options;
    const own = AbortSignal.timeout(file === undefined ? timeoutMs : fileTimeoutMs);
    const signal = options.signal === undefined ? own : AbortSignal.any([options.signal, own]);
    const response = await fetch(toUrl(route.path, params, query), {
      method: route.method,
      signal,
      credentials: "same-origin",
      cache: "no-store",
      headers: toHeaders(language(), body, options),
      ...(file === undefined ? (body === undefined ? {} : { body: JSON.stringify(body) }) : { body: file }),
    }).catch((error: unknown) => {
      options.signal?.throwIfAborted();
      throw own.aborted ? new ApiError({ kind: "timeout" }) : toFailure(error);
    });
    if (response.ok) return response;
    const failed = await toProblem(response, route.id);
    if (failed.code === "not_signed_in") onSignedOut();
    throw failed;
  };
  return {
    async call<R extends Route>(route: R, request: RequestOf<R>, options: CallOptions = {}): Promise<Answered<R>> {
      const response = await send(route, request, options);
      return { data: await readAnswer(route, response), etag: response.headers.get("etag") };
    },
    async read(route, request, options = {}) {
      const response = await send(route, request, options);
      const buffer = await response.arrayBuffer().catch((error: unknown) => {
        throw toFailure(error);
      });
      return new Uint8Array(buffer);
    },
  };
}

type Parts = {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
};

/** Every part escaped, so that no id can lead to another route. */
export function toUrl(path: string, params: Parts["params"] = {}, query: Parts["query"] = {}): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(toText(params[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, toText(value));
  return search.size === 0 ? filled : `${filled}?${search.toString()}`;
}

function toText(value: unknown): string {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return String(value);
  throw new TypeError("A part of an address is missing or is no plain value.");
}

function toHeaders(language: Language, body: unknown, options: CallOptions): Record<string, string> {
  return {
    accept: "application/json, application/problem+json",
    "accept-language": language,
    ...(options.file === undefined ? {} : { "content-type": "application/octet-stream" }),
    ...(body === undefined ? {} : { "content-type": "application/json" }),
    ...(options.version === undefined ? {} : { "if-match": `"${options.version}"` }),
    ...(options.idempotencyKey === undefined ? {} : { "idempotency-key": options.idempotencyKey }),
  };
}

function toFailure(error: unknown): unknown {
  return error instanceof TypeError ? new ApiError({ kind: "offline" }) : error;
}

async function toProblem(response: Response, routeId: string): Promise<ApiError> {
  const parsed = problem.safeParse(await response.json().catch(() => null));
  if (!parsed.success) {
    // Something between us and the service answered in its stead.
    return new ApiError(response.status >= 500 ? { kind: "offline" } : { kind: "mismatch", routeId });
  }
  const retryAfter = Number(response.headers.get("retry-after") ?? Number.NaN);
  return new ApiError({
    kind: "problem",
    problem: parsed.data,
    retryAfterS: Number.isFinite(retryAfter) ? retryAfter : null,
  });
}

async function readAnswer<R extends Route>(route: R, response: Response): Promise<AnswerOf<R>> {
  if (route.response === undefined) return undefined as AnswerOf<R>;
  const parsed = route.response.safeParse(await response.json().catch(() => undefined));
  if (!parsed.success) throw new ApiError({ kind: "mismatch", routeId: route.id });
  return parsed.data as AnswerOf<R>;
}

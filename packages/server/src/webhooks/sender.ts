import { request as requestHttp, type ClientRequest, type IncomingMessage, type RequestOptions } from "node:http";
import { request as requestHttps } from "node:https";
import { isIPv6, type LookupFunction, type TcpSocketConnectOpts } from "node:net";
import type { AllowList } from "./addresses.ts";
import { checkAddresses, findUrlFault } from "./destination.ts";
import type { ResolveHost } from "./resolve-host.ts";

/** Why an attempt failed, by a word for logs and tests. */
export type SendFault =
  /** The URL itself is one that is not called (any more). */
  | "url_refused"
  /** No name server knows the host, or none answered. */
  | "host_not_found"
  /** The host, or one of its addresses, is not on the internet and on no allow-list. */
  | "address_refused"
  | "connect_timeout"
  | "connection_refused"
  | "connection_reset"
  | "tls_failed"
  /** No answer within the time for the whole attempt. */
  | "timeout"
  /** What came is not HTTP, or its headers are too large. */
  | "not_http"
  /** Redirects are not followed: whoever answers could lead the service anywhere. */
  | "redirected"
  /** A status that is not 2xx. */
  | "answered_no"
  /** None of the webhook's secrets opens under the service's key. */
  | "secret_unreadable"
  /** Stopped with the service. */
  | "stopped"
  | "network_failed";

export type SendRequest = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
};

export type SendResult = {
  /** Null: it arrived, and was answered 2xx. */
  readonly fault: SendFault | null;
  readonly status: number | null;
  /** How the body of the answer began, at most 1,024 characters. */
  readonly excerpt: string;
  /** Seconds that the answer asks to wait; null where it does not say. */
  readonly retryAfter: number | null;
};

export const sendLimits = {
  /** From the first packet to the end of the TLS handshake, ms; the look-up of the name has as long before. */
  connectMs: 10_000,
  /** For the whole attempt until the answer's headers, ms. */
  totalMs: 30_000,
  /** For the answer's body, once its headers have decided the outcome, ms. */
  bodyMs: 5_000,
  bodyBytesMax: 16_384,
  excerptCharsMax: 1_024,
  headerBytesMax: 16_384,
} as const;
export type SendLimits = { readonly [name in keyof typeof sendLimits]: number };

export type SenderOptions = {
  readonly allow: AllowList;
  readonly resolve: ResolveHost;
  readonly limits?: Partial<SendLimits>;
};

export type Send = (request: SendRequest, signal?: AbortSignal) => Promise<SendResult>;

/** `body`: how the answer's began, at most `bodyBytesMax`. */
export type PostResult = Omit<SendResult, "excerpt"> & { readonly body: Uint8Array };
export type Post = (request: SendRequest, signal?: AbortSignal) => Promise<PostResult>;

/** Posts to a webhook's URL, and keeps of the answer what people can read. Never throws. */
export function createSender(options: SenderOptions): Send {
  const post = createPoster(options);
  const { excerptCharsMax } = { ...sendLimits, ...options.limits };
  return async (request, signal) => {
    const { body, ...result } = await post(request, signal);
    return { ...result, excerpt: toPrintable(Buffer.from(body).toString("utf8")).slice(0, excerptCharsMax) };
  };
}

/**
 * Posts to an address outside. The host is looked up once, every address is judged, and the connection is made to a judged address: a name
 * that leads elsewhere a moment later changes nothing. Each attempt has a connection of its own. Never throws.
 */
export function createPoster({ allow, resolve, limits }: SenderOptions): Post {
  const bounds = { ...sendLimits, ...limits };
  return async (request, signal) => {
    if (findUrlFault(request.url, allow) !== null) return failed("url_refused");
    const { hostname } = new URL(request.url);
    const found = await withinTime(resolve(hostname), bounds.connectMs);
    if (found === null || found.length === 0) return failed("host_not_found");
    const addresses = checkAddresses(hostname, found, allow);
    if (addresses === null) return failed("address_refused");
    return post(request, { addresses, bounds, signal: signal ?? new AbortController().signal });
  };
}

type Connection = { readonly addresses: readonly string[]; readonly bounds: SendLimits; readonly signal: AbortSignal };

function post({ url, headers, body }: SendRequest, { addresses, bounds, signal }: Connection): Promise<PostResult> {
  const isTls = url.startsWith("https:");
  const options: RequestOptions & Pick<TcpSocketConnectOpts, "autoSelectFamily" | "autoSelectFamilyAttemptTimeout"> = {
    method: "POST",
    headers: { ...headers, "content-length": body.length },
    agent: false,
    lookup: pinnedTo(addresses),
    maxHeaderSize: bounds.headerBytesMax,
    insecureHTTPParser: false,
    // The default of a quarter of a second gives up on what is far away.
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: 2_000,
  };
  return new Promise((settle) => {
    if (signal.aborted) return settle(failed("stopped"));
    const request = (isTls ? requestHttps : requestHttp)(new URL(url), options);
    let timers: readonly NodeJS.Timeout[] = [];
    const finish = (result: PostResult): void => {
      for (const timer of timers) clearTimeout(timer);
      signal.removeEventListener("abort", stop);
      settle(result);
      request.destroy();
    };
    const stop = (): void => finish(failed("stopped"));
    const connecting = setTimeout(() => finish(failed("connect_timeout")), bounds.connectMs);
    const answering = setTimeout(() => finish(failed("timeout")), bounds.totalMs);
    timers = [connecting, answering];
    signal.addEventListener("abort", stop);
    onConnected(request, isTls, () => clearTimeout(connecting));
    let isAnswered = false;
    request.on("response", (answer) => {
      isAnswered = true;
      clearTimeout(answering);
      void readStart(answer, bounds).then((start) => finish(judge(answer, start)));
    });
    const fail = (fault: SendFault): void => {
      // What goes wrong behind the headers changes nothing: the status has come.
      if (!isAnswered) finish(failed(fault));
    };
    request.on("error", (error) => fail(toFault(error)));
    // A server may also close, or change the protocol, without a word.
    request.on("close", () => fail("connection_reset"));
    request.end(body);
  });
}

function onConnected(request: ClientRequest, isTls: boolean, then: () => void): void {
  request.on("socket", (socket) => socket.once(isTls ? "secureConnect" : "connect", then));
}

/** The addresses that were judged, whatever the name means by now. */
function pinnedTo(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
  return (_hostname, options, callback) => {
    const [first] = all;
    if (options.all === true || first === undefined) callback(null, all);
    else callback(null, first.address, first.family);
  };
}

function judge({ statusCode = 0, headers }: IncomingMessage, body: Uint8Array): PostResult {
  const seconds = /^\d{1,6}$/.exec(headers["retry-after"]?.trim() ?? "")?.[0];
  const retryAfter = seconds === undefined ? null : Number(seconds);
  return { fault: faultOfStatus(statusCode), status: statusCode, body, retryAfter };
}

function faultOfStatus(status: number): SendFault | null {
  if (status >= 200 && status < 300) return null;
  return status >= 300 && status < 400 ? "redirected" : "answered_no";
}

/** How the body begins; what is wrong with the rest of it is nobody's concern any more. */
function readStart(answer: IncomingMessage, { bodyMs, bodyBytesMax }: SendLimits): Promise<Uint8Array> {
  return new Promise((settle) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const finish = (): void => {
      clearTimeout(timer);
      settle(Buffer.concat(chunks).subarray(0, bodyBytesMax));
    };
    const timer = setTimeout(finish, bodyMs);
    answer.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes >= bodyBytesMax) finish();
    });
    answer.on("end", finish);
    answer.on("error", finish);
    answer.on("close", finish);
  });
}

/** Control characters, and those that turn the direction of writing, could forge what a log or a terminal shows. */
function toPrintable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]+/gu, " ").trim();
}

const faultOfCode: ReadonlyMap<string, SendFault> = new Map([
  ["ECONNREFUSED", "connection_refused"],
  ["ECONNRESET", "connection_reset"],
  ["EPIPE", "connection_reset"],
  ["ETIMEDOUT", "connect_timeout"],
  ["HPE_HEADER_OVERFLOW", "not_http"],
]);

function toFault(error: Error): SendFault {
  // Several addresses were tried, and each failed in its own way.
  const cause = error instanceof AggregateError && error.errors[0] instanceof Error ? error.errors[0] : error;
  const code = "code" in cause && typeof cause.code === "string" ? cause.code : "";
  const known = faultOfCode.get(code);
  if (known !== undefined) return known;
  if (code.startsWith("HPE_")) return "not_http";
  const isTls =
    /^(?:ERR_TLS|ERR_SSL|CERT_|UNABLE_TO|SELF_SIGNED|DEPTH_ZERO|EPROTO)/.test(code) || code.includes("CERT");
  return isTls ? "tls_failed" : "network_failed";
}

function failed(fault: SendFault): PostResult {
  return { fault, status: null, body: new Uint8Array(), retryAfter: null };
}

/** Null where it rejects or takes too long. */
async function withinTime<T>(promise: Promise<T>, ms: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((settle) => {
    timer = setTimeout(() => settle(null), ms);
  });
  try {
    return await Promise.race([promise.catch(() => null), late]);
  } finally {
    clearTimeout(timer);
  }
}

import { randomBytes } from "node:crypto";
import { LedgerFailure } from "../ledger-failure.ts";
import { judgeTimestamp } from "./judge-timestamp.ts";
import { parseCertificates, formatCertificate } from "./pem.ts";
import { encodeTimestampRequest, hasNonce, parseTimestampResponse, responseBytesMax } from "./timestamp-token.ts";

/** An authority that the operator has chosen. */
export type TimestampAuthority = {
  readonly url: string;
  /** Its root certificates, PEM. */
  readonly roots: string;
};

const timeoutMs = 20_000;
const nonceBytes = 12;

/**
 * Asks an authority to stamp a checkpoint. The answer is kept only if it would convince somebody else: it answers this request,
 * is about these bytes, and its chain leads to the configured root. `chain` is every certificate that judging it again takes.
 */
export async function requestTimestamp(
  data: Uint8Array,
  authority: TimestampAuthority,
): Promise<{ readonly response: Uint8Array; readonly chain: Uint8Array }> {
  const nonce = randomBytes(nonceBytes);
  const response = await post(authority.url, encodeTimestampRequest(data, nonce));
  const token = parseTimestampResponse(response);
  if (token === null || !hasNonce(token, nonce)) {
    throw new LedgerFailure("timestamp_refused", "The timestamp authority did not answer this request.");
  }
  const judged = await judgeTimestamp({ data, response, roots: authority.roots, now: Date.now() });
  if (!judged.ok) {
    throw new LedgerFailure("timestamp_refused", `The timestamp would convince nobody: ${judged.fault}.`);
  }
  const own = token.certificates.map(formatCertificate);
  const roots = (parseCertificates(authority.roots) ?? []).map(formatCertificate);
  return { response, chain: new Uint8Array(Buffer.from([...new Set([...own, ...roots])].join(""))) };
}

async function post(url: string, body: Uint8Array): Promise<Uint8Array> {
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/timestamp-query" },
      body: Buffer.from(body),
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    return await readBounded(answer);
  } catch (error) {
    throw new LedgerFailure("timestamp_refused", "The timestamp authority could not be reached.", error);
  }
}

async function readBounded(answer: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of answer.body ?? []) {
    length += part.length;
    if (length > responseBytesMax) throw new Error("the answer is too long");
    parts.push(part);
  }
  return Buffer.concat(parts);
}

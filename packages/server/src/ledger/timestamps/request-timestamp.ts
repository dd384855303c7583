import { randomBytes } from "node:crypto";
import type { Post, SendFault } from "../../webhooks/sender.ts";
import { judgeTimestamp, type TimestampFault } from "./judge-timestamp.ts";
import { formatCertificate, parseCertificates } from "./pem.ts";
import { encodeTimestampRequest, hasNonce, parseTimestampResponse } from "./timestamp-token.ts";

/** An authority that the operator has chosen. */
export type TimestampAuthority = {
  readonly url: string;
  /** Root certificates that are trusted, PEM. */
  readonly roots: string;
};

export type TimestampAnswer =
  | { readonly ok: true; readonly response: Uint8Array; readonly chain: Uint8Array }
  /** `answers_another`: what came is no answer to this request. */
  | { readonly ok: false; readonly fault: SendFault | TimestampFault | "answers_another" };

const nonceBytes = 12;

/**
 * Asks an authority to stamp a checkpoint. The answer is taken only if it would convince somebody else: it answers this request,
 * is about these bytes, and its chain leads to a trusted root. `chain` is every certificate that judging it again takes. Never throws.
 */
export async function requestTimestamp(
  data: Uint8Array,
  { url, roots }: TimestampAuthority,
  { post, now, signal }: { readonly post: Post; readonly now: number; readonly signal?: AbortSignal },
): Promise<TimestampAnswer> {
  const nonce = randomBytes(nonceBytes);
  const headers = { "content-type": "application/timestamp-query" };
  const answered = await post({ url, headers, body: encodeTimestampRequest(data, nonce) }, signal);
  if (answered.fault !== null) return { ok: false, fault: answered.fault };
  const response = new Uint8Array(answered.body);
  const token = parseTimestampResponse(response);
  if (token === null || !hasNonce(token, nonce)) return { ok: false, fault: "answers_another" };
  const judged = await judgeTimestamp({ data, response, roots, now });
  if (!judged.ok) return { ok: false, fault: judged.fault };
  const own = token.certificates.map(formatCertificate);
  const trusted = (parseCertificates(roots) ?? []).map(formatCertificate);
  return { ok: true, response, chain: new Uint8Array(Buffer.from([...new Set([...own, ...trusted])].join(""))) };
}

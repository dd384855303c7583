import { noticeMessage, type NoticeMessage } from "@breakwater/contract";
import type { IncomingHttpHeaders } from "node:http";
import { timingSafeEqual } from "node:crypto";
import { signMessage } from "../../webhooks/signature.ts";

const toleranceMs = 300_000;

/** What a webhook brought, or null where it is not from the service, not of now, or of no known kind. `body`: the bytes as they came. */
export function readDelivery(
  { headers, body }: { readonly headers: IncomingHttpHeaders; readonly body: Buffer },
  secret: string,
  now: number,
): NoticeMessage | null {
  const [id, time, given] = ["id", "timestamp", "signature"].map((name) => headers[`webhook-${name}`]);
  if (typeof id !== "string" || typeof time !== "string" || typeof given !== "string") return null;
  const timestamp = Number(time);
  if (!Number.isSafeInteger(timestamp) || Math.abs(now - timestamp * 1000) > toleranceMs) return null;
  const expected = signMessage({ id, timestamp, body }, [secret])["webhook-signature"];
  const isSigned = given.split(" ").some((signature) => isSame(signature, expected));
  if (!isSigned) return null;
  const message = noticeMessage.safeParse(JSON.parse(body.toString("utf8")));
  return message.success ? message.data : null;
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

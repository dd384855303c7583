import { createHmac } from "node:crypto";

const prefix = "whsec_";
/** Standard Webhooks asks for 24 to 64. */
const secretBytes = 32;

/** A secret as its owner sees it: `whsec_` and base64. */
export function createSecret(randomBytes: (length: number) => Uint8Array): string {
  return `${prefix}${Buffer.from(randomBytes(secretBytes)).toString("base64")}`;
}

export type SignedMessage = {
  readonly id: string;
  /** Seconds since 1970 UTC. */
  readonly timestamp: number;
  readonly body: Uint8Array;
};

/** The headers of Standard Webhooks 1.0: one signature for each secret, the newest first. */
export function signMessage(
  { id, timestamp, body }: SignedMessage,
  secrets: readonly string[],
): Readonly<Record<"webhook-id" | "webhook-timestamp" | "webhook-signature", string>> {
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(prefix.length), "base64");
    return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.`).update(body).digest("base64")}`;
  });
  return { "webhook-id": id, "webhook-timestamp": String(timestamp), "webhook-signature": signatures.join(" ") };
}

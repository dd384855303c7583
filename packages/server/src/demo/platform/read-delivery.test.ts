import { expect, it } from "vitest";
import { createSecret, signMessage } from "../../webhooks/signature.ts";
import { readDelivery } from "./read-delivery.ts";

const secret = createSecret((length) => new Uint8Array(length).fill(3));
const other = createSecret((length) => new Uint8Array(length).fill(4));
const now = 1_780_000_000_000;
const data = {
  effect: "m-1.apply",
  decision: "d-1",
  measure: "m-1",
  type: "mute",
  target: { kind: "account", id: "u1" },
};
const message = { type: "measure.apply", timestamp: new Date(now).toISOString(), sequence: 7, data };
const body = Buffer.from(JSON.stringify(message));
const signed = (by: string, at = now) => signMessage({ id: "msg_1", timestamp: Math.floor(at / 1000), body }, [by]);

it("believes what the service signed, of now, and nothing else", () => {
  const headers = signed(secret);
  expect(readDelivery({ headers, body }, secret, now)).toMatchObject({ type: "measure.apply", data });
  const both = {
    ...headers,
    "webhook-signature": `${signed(other)["webhook-signature"]} ${headers["webhook-signature"]}`,
  };
  expect(readDelivery({ headers: both, body }, secret, now)).not.toBeNull();
  const none = [
    { headers: signed(other), body },
    { headers: signed(secret, now - 600_000), body },
    { headers, body: Buffer.from(body.toString().replace("m-1", "m-2")) },
    { headers: { ...headers, "webhook-signature": "v1," }, body },
    { headers: {}, body },
  ];
  for (const delivery of none) expect(readDelivery(delivery, secret, now)).toBeNull();
});

import { randomBytes } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import { createSealing } from "./sealing.ts";
import { createSecret, signMessage } from "./signature.ts";

describe("signMessage()", () => {
  const now = Math.floor(Date.now() / 1_000);
  const body = '{"type":"lead.opened","data":{"lead":"谣言"}}';
  const message = { id: "msg_1_e", timestamp: now, body: Buffer.from(body) };

  it("is what the reference library of Standard Webhooks takes, under each of the secrets", () => {
    const secrets = [createSecret(randomBytes), createSecret(randomBytes)];
    const headers = signMessage(message, secrets);
    for (const secret of secrets) expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
    expect(headers["webhook-signature"].split(" ")).toHaveLength(2);
  });

  it("agrees with the library to the byte", () => {
    const secret = createSecret(randomBytes);
    const theirs = new Webhook(secret).sign(message.id, new Date(now * 1_000), body);
    expect(signMessage(message, [secret])["webhook-signature"]).toBe(theirs);
  });

  it("does not hold for another body, id, time or secret", () => {
    const secret = createSecret(randomBytes);
    const headers = signMessage(message, [secret]);
    const hook = new Webhook(secret);
    expect(() => hook.verify(`${body} `, headers)).toThrow("No matching signature");
    expect(() => hook.verify(body, { ...headers, "webhook-id": "msg_2_e" })).toThrow("No matching signature");
    expect(() => hook.verify(body, { ...headers, "webhook-timestamp": String(now - 1) })).toThrow(
      "No matching signature",
    );
    expect(() => new Webhook(createSecret(randomBytes)).verify(body, headers)).toThrow("No matching signature");
    const stale = signMessage({ ...message, timestamp: now - 301 }, [secret]);
    expect(() => hook.verify(body, stale)).toThrow("too old");
  });
});

describe("createSealing()", () => {
  const sealing = createSealing(randomBytes(32), randomBytes);

  it("opens what it sealed, at its place alone", () => {
    const sealed = sealing.seal("whsec_x", "e1/s1");
    expect(sealing.open(sealed, "e1/s1")).toBe("whsec_x");
    expect(sealing.open(sealed, "e1/s2")).toBeNull();
    expect(createSealing(randomBytes(32), randomBytes).open(sealed, "e1/s1")).toBeNull();
    expect(Buffer.from(sealed).includes("whsec_x")).toBe(false);
    for (let i = 0; i < sealed.length; i++) {
      expect(sealing.open(sealed.with(i, (sealed[i] ?? 0) ^ 1), "e1/s1")).toBeNull();
      expect(sealing.open(sealed.subarray(0, i), "e1/s1")).toBeNull();
    }
  });

  it("refuses a key of another length", () => {
    expect(() => createSealing(randomBytes(31), randomBytes)).toThrow(RangeError);
  });
});

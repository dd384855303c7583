import { describe, expect, it } from "vitest";
import { createAuthenticator } from "./authenticator.ts";
import { openTestDesk, publicUrl } from "./testing/test-desk.ts";

const operator = { kind: "operator", id: null } as const;
const bearer = (secret: string) => ({ method: "POST", headers: { authorization: `Bearer ${secret}` } });

async function openDoor() {
  const desk = openTestDesk();
  const asked: string[] = [];
  const access = {
    findTokenCaller: (input: { hash: string; at: number }) => {
      asked.push(input.hash);
      return desk.access.findTokenCaller(input);
    },
    findSessionCaller: async () => null,
  };
  const authenticator = createAuthenticator({ access, publicUrl, now: desk.clock.now });
  const input = { name: "forum", scopes: ["actions:write", "check"], expiresInDays: 1 } as const;
  const made = await desk.access.createToken({ ...input, actor: operator, at: desk.clock.now() });
  if (!made.ok) throw new Error(made.refusal.code);
  return { ...desk, authenticator, asked, ...made.value };
}

describe("authenticate()", () => {
  it("knows a token by its hash, and asks the store once for a burst", async () => {
    const { authenticator, secret, token, asked, clock } = await openDoor();
    const callers = await Promise.all(Array.from({ length: 50 }, () => authenticator.authenticate(bearer(secret))));
    for (const caller of callers) {
      expect(caller).toEqual({ kind: "token", id: token.id, name: "forum", scopes: ["actions:write", "check"] });
    }
    clock.advance(4_999);
    await authenticator.authenticate(bearer(secret));
    expect(asked).toHaveLength(1);
    clock.advance(1);
    await authenticator.authenticate(bearer(secret));
    expect(asked).toHaveLength(2);
  });

  it("refuses a revoked token at once where it hears of it, and after five seconds where it does not", async () => {
    const { authenticator, secret, token, access, clock } = await openDoor();
    await authenticator.authenticate(bearer(secret));
    await access.revokeToken({ id: token.id, actor: operator, at: clock.now() });
    await expect(authenticator.authenticate(bearer(secret))).resolves.toMatchObject({ kind: "token" });
    clock.advance(5_000);
    await expect(authenticator.authenticate(bearer(secret))).resolves.toEqual({ kind: "anonymous" });
  });

  it("remembers nothing that was asked before a change and answered after it", async () => {
    const { access, secret, token, clock } = await openDoor();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const authenticator = createAuthenticator({
      access: {
        findSessionCaller: async () => null,
        findTokenCaller: async (input) => {
          const found = await access.findTokenCaller(input);
          await held;
          return found;
        },
      },
      publicUrl,
      now: clock.now,
    });
    const early = authenticator.authenticate(bearer(secret));
    await new Promise((resolve) => setImmediate(resolve));
    await access.revokeToken({ id: token.id, actor: operator, at: clock.now() });
    authenticator.forget();
    release();
    await early;
    await expect(authenticator.authenticate(bearer(secret))).resolves.toEqual({ kind: "anonymous" });
  });

  it("lets no token live beyond its expiry, remembered or not", async () => {
    const { authenticator, secret, token, clock } = await openDoor();
    clock.advance(86_400_000 - 1);
    await authenticator.authenticate(bearer(secret));
    expect(clock.now()).toBe((token.expiresAt ?? 0) - 1);
    clock.advance(1);
    await expect(authenticator.authenticate(bearer(secret))).resolves.toEqual({ kind: "anonymous" });
  });

  it("refuses what is no token without asking the store", async () => {
    const { authenticator, asked, secret } = await openDoor();
    const headers = ["", "Bearer", "Bearer x", `Basic ${secret}`, `Bearer ${secret}x`, `Bearer ${secret} ${secret}`];
    for (const authorization of headers) {
      const request = { method: "GET", headers: { authorization } };
      await expect(authenticator.authenticate(request)).resolves.toEqual({ kind: "anonymous" });
    }
    const twice = { method: "GET", headers: { authorization: [`Bearer ${secret}`, `Bearer ${secret}`] } };
    await expect(authenticator.authenticate(twice)).resolves.toEqual({ kind: "anonymous" });
    expect(asked).toEqual([]);
  });

  it("takes a request without credentials for nobody's", async () => {
    const { authenticator } = await openDoor();
    expect(await authenticator.authenticate({ method: "GET", headers: {} })).toEqual({ kind: "anonymous" });
  });
});

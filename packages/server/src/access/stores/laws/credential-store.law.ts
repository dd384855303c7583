import { describe, expect, it } from "vitest";
import type { CredentialStore } from "../../ports/credential-store.ts";

export function credentialStoreLaw(name: string, open: () => CredentialStore): void {
  describe(`credentials: ${name}`, () => {
    it("replaces a password", async () => {
      const store = open();
      expect(await store.getPassword("a")).toBeNull();
      await store.setPassword("a", "one");
      await store.setPassword("a", "two");
      expect(await store.getPassword("a")).toBe("two");
    });

    it("takes each time step once, in rising order, and starts anew with a new secret", async () => {
      const store = open();
      expect(await store.advanceTotp("a", 5)).toBe(false);
      await store.setTotp("a", { sealed: new Uint8Array([1, 2]), lastStep: 4 });
      const taken: boolean[] = [];
      for (const step of [4, 5, 5, 3, 7, 6]) taken.push(await store.advanceTotp("a", step));
      expect(taken).toEqual([false, true, false, false, true, false]);
      expect(await store.getTotp("a")).toEqual({ sealed: new Uint8Array([1, 2]), lastStep: 7 });
      await store.setTotp("a", { sealed: new Uint8Array([3]), lastStep: 0 });
      expect(await store.getTotp("a")).toEqual({ sealed: new Uint8Array([3]), lastStep: 0 });
    });

    it("takes a recovery code once, from its owner alone", async () => {
      const store = open();
      await store.setRecoveryCodes("a", ["x", "y"]);
      await store.setRecoveryCodes("b", ["x"]);
      expect(await store.takeRecoveryCode("b", "y")).toBe(false);
      expect(await store.takeRecoveryCode("a", "x")).toBe(true);
      expect(await store.takeRecoveryCode("a", "x")).toBe(false);
      expect([await store.countRecoveryCodes("a"), await store.countRecoveryCodes("b")]).toEqual([1, 1]);
      await store.setRecoveryCodes("a", ["z"]);
      expect(await store.takeRecoveryCode("a", "y")).toBe(false);
    });

    it("finds who came by the identity provider", async () => {
      const store = open();
      await store.addIdentity("hash", "a");
      expect([await store.findByIdentity("hash"), await store.findByIdentity("other")]).toEqual(["a", null]);
    });
  });
}

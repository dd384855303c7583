import { describe, expect, it } from "vitest";
import type { TokenRecord, TokenStore } from "../../ports/token-store.ts";

const toToken = (id: string, changes: Partial<TokenRecord> = {}): TokenRecord => ({
  id,
  hash: `hash-${id}`,
  name: "forum",
  scopes: ["check", "actions:write"],
  createdAt: 1,
  createdBy: "p",
  expiresAt: 99,
  lastUsedOn: null,
  revokedAt: null,
  ...changes,
});

export function tokenStoreLaw(name: string, open: () => TokenStore): void {
  describe(`tokens: ${name}`, () => {
    it("reads back what was written, by id and by hash", async () => {
      const tokens = open();
      const bare = toToken("b", { createdBy: null, expiresAt: null, scopes: [] });
      await tokens.insert(toToken("a"));
      await tokens.insert(bare);
      expect(await tokens.find("a")).toEqual(toToken("a"));
      expect(await tokens.findByHash("hash-b")).toEqual(bare);
      expect([await tokens.find("c"), await tokens.findByHash("a")]).toEqual([null, null]);
      expect((await tokens.list("a", 5)).map(({ id }) => id)).toEqual(["b"]);
      expect((await tokens.list("", 1)).map(({ id }) => id)).toEqual(["a"]);
    });

    it("revokes once, and keeps when", async () => {
      const tokens = open();
      await tokens.insert(toToken("a"));
      expect([await tokens.revoke("a", 7), await tokens.revoke("a", 8), await tokens.revoke("b", 8)]).toEqual([
        true,
        false,
        false,
      ]);
      await tokens.touch("a", "2026-01-02");
      await tokens.touch("none", "2026-01-02");
      expect(await tokens.find("a")).toEqual(toToken("a", { revokedAt: 7, lastUsedOn: "2026-01-02" }));
    });
  });
}
